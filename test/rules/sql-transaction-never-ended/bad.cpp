// RUN: not %clang-sql check --quiet --checks='-*,sql-transaction-never-ended' %s -- -std=c++20 -I/usr/include/postgresql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A library's loans: ways out that forget the transaction.

#include <libpq-fe.h>
#include <stdexcept>

static bool run(PGconn *db, const char *sql) {
  PGresult *done = PQexec(db, sql);
  const bool worked = PQresultStatus(done) == PGRES_COMMAND_OK;
  PQclear(done);
  return worked;
}

bool lend(PGconn *db, bool member) {
  if (!run(db, "BEGIN"))
    return false;
  // CHECK: :[[@LINE-2]]:8: warning: the transaction begun here on 'db' is left open on a path through 'lend': the next user of the connection goes on in it [sql-transaction-never-ended]
  // CHECK: note: ended here
  // CHECK: note: roll back on every way out, or begin it by an object whose destructor does
  if (!member)
    return false;
  return run(db, "COMMIT");
}

void give_back(PGconn *db, int days) {
  PQclear(PQexec(db, "BEGIN"));
  // CHECK: :[[@LINE-1]]:11: warning: the transaction begun here on 'db' is left open on a path through 'give_back'
  // CHECK: note: ended here
  // CHECK: :[[@LINE+2]]:5: note: an exception leaves it open here
  if (days < 0)
    throw std::invalid_argument("days");
  PQclear(PQexec(db, "COMMIT"));
}
