// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <sqlite3.h>
#include <stdlib.h>

static int run(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, 0, 0, 0); }

int sync_notes(sqlite3 *db) {
  if (run(db, "BEGIN IMMEDIATE") != SQLITE_OK)
    return -1;
  if (system("fetch-notes") != 0) {
  // CHECK: :[[@LINE-1]]:7: warning: 'system' waits for another process while a transaction on 'db' is open [sql-network-in-transaction]
    run(db, "ROLLBACK");
    return -1;
  }
  return run(db, "COMMIT");
}
