// RUN: not %clang-sql check --checks='-*,sql-injection,sql-misplaced-escape,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A cinema's tickets, by MySQL Connector/C++.

#include <cppconn/connection.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <curl/curl.h>
#include <mysql_connection.h>

#include <memory>
#include <string>

namespace tickets {

int of_film(sql::Connection &db, const std::string &film) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  std::unique_ptr<sql::ResultSet> rows(statement->executeQuery("SELECT count(*) FROM tickets WHERE film = '" + film + "'"));
  // CHECK: :[[@LINE-1]]:40: warning: 'film' becomes SQL in 'executeQuery': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  return rows->next() ? rows->getInt(1) : 0;
}

int of_film_bound(sql::Connection &db, const std::string &film) {
  std::unique_ptr<sql::PreparedStatement> statement(db.prepareStatement("SELECT count(*) FROM tickets WHERE film = ?"));
  statement->setString(1, film);
  std::unique_ptr<sql::ResultSet> rows(statement->executeQuery());
  return rows->next() ? rows->getInt(1) : 0;
}

void cancel(sql::mysql::MySQL_Connection &db, const std::string &film, const std::string &seat) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  statement->execute("DELETE FROM tickets WHERE film = '" + db.escapeString(film).asStdString() + "'");
  statement->execute("DELETE FROM tickets WHERE seat = " + db.escapeString(seat).asStdString());
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}} is escaped for the inside of a quoted literal, but stands as a bare value in the SQL of 'execute': {{.*}} [sql-misplaced-escape]
}

void rename(sql::Connection &db) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  std::unique_ptr<sql::ResultSet> rows(statement->executeQuery("SELECT old, new FROM names"));
  while (rows->next())
    statement->executeUpdate("UPDATE tickets SET film = 'new' WHERE film = '" + rows->getString("old") + "'");
    // CHECK: :[[@LINE-1]]:5: warning: 'rows->getString("old")' becomes SQL in 'executeUpdate': {{.*}}[sql-injection]
    // CHECK: note: {{.*}}(a value from the database)
  statement->execute("INSERT INTO names VALUES (1, 2)");
  // CHECK: :[[@LINE-1]]:23: warning: {{.*}}[sql-insert-without-columns]
}

void pay_inside(sql::Connection &db, CURL *bank) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  db.setAutoCommit(false);
  statement->execute("UPDATE tickets SET paid = 1");
  curl_easy_perform(bank);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  db.commit();
  db.setAutoCommit(true);
}

void pay_after(sql::Connection &db, CURL *bank) {
  std::unique_ptr<sql::Statement> statement(db.createStatement());
  db.setAutoCommit(false);
  statement->execute("UPDATE tickets SET paid = 1");
  db.commit();
  db.setAutoCommit(true);
  curl_easy_perform(bank);
}

} // namespace tickets
