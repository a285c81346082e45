// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

static int run(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, 0, 0, 0); }

int sync_notes(sqlite3 *db) {
  if (run(db, "BEGIN IMMEDIATE") != SQLITE_OK)
    return -1;
  FILE *pipe = popen("fetch-notes", "r");
  if (!pipe) {
    run(db, "ROLLBACK");
    return -1;
  }
  pclose(pipe);
  return run(db, "COMMIT");
}

int sync_later(sqlite3 *db) {
  if (run(db, "BEGIN IMMEDIATE") != SQLITE_OK) {
    sleep(1);
    return -1;
  }
  return run(db, "COMMIT");
}
