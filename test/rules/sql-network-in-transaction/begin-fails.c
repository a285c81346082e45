// RUN: %clang-sql check --checks='-*,sql-network-in-transaction' %s -- 2>/dev/null | count 0
//
// Where BEGIN fails there is no transaction.

#include <sqlite3.h>
#include <unistd.h>

static int run(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, 0, 0, 0); }

int sync_later(sqlite3 *db) {
  if (run(db, "BEGIN IMMEDIATE") != SQLITE_OK) {
    sleep(1);
    return -1;
  }
  return run(db, "COMMIT");
}
