// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction,sql-transaction-never-ended' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Transactions by text: a statement's handle stands for the connection that it was allocated of, and the macro for a result that is fine tells whether
// they began.

#include <iostream>
#include <sqlext.h>
#include <string>
#include <unistd.h>

namespace exports {

class Connection {
public:
  bool run(const char *sql) {
    SQLHSTMT statement = nullptr;
    SQLAllocHandle(SQL_HANDLE_STMT, handle_, &statement);
    const SQLRETURN code = SQLExecDirect(statement, reinterpret_cast<SQLCHAR *>(const_cast<char *>(sql)), SQL_NTS);
    SQLFreeHandle(SQL_HANDLE_STMT, statement);
    return SQL_SUCCEEDED(code) || code == SQL_NO_DATA;
  }

private:
  SQLHDBC handle_ = nullptr;
};

bool vacate(Connection &db, int days) {
  if (!db.run("BEGIN TRANSACTION"))
    // CHECK: :[[@LINE-1]]:8: warning: the transaction begun here on 'handle_' is left open on a path through 'vacate'{{.*}}[sql-transaction-never-ended]
    return false;
  if (days <= 0)
    return false;
  db.run("DELETE FROM export");
  return db.run("COMMIT");
}

bool vacate_checked(Connection &db) {
  if (!db.run("BEGIN TRANSACTION"))
    return false;
  if (!db.run("DELETE FROM export")) {
    db.run("ROLLBACK");
    sleep(2);
    return false;
  }
  return db.run("COMMIT");
}

void confirm(Connection &db) {
  std::string answer;
  db.run("BEGIN TRANSACTION");
  db.run("DELETE FROM export");
  std::getline(std::cin, answer);
  // CHECK: :[[@LINE-1]]:3: warning: 'getline' waits for input while {{.*}}[sql-network-in-transaction]
  db.run(answer == "yes" ? "COMMIT" : "ROLLBACK");
  std::getline(std::cin, answer);
}

} // namespace exports
