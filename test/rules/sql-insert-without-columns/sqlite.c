// RUN: not %clang-sql check --checks='-*,sql-insert-without-columns' %s -- 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <sqlite3.h>

int remember(sqlite3 *db) {
  return sqlite3_exec(db, "REPLACE INTO settings VALUES ('theme', 'dark')", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:28: warning: REPLACE into 'settings' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
}

int remember_once(sqlite3 *db) {
  return sqlite3_exec(db, "INSERT OR IGNORE INTO settings VALUES ('theme', 'light')", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:28: warning: INSERT into 'settings' does not name its columns: the values go wherever the table's columns happen to stand [sql-insert-without-columns]
}

int remember_named(sqlite3 *db) {
  return sqlite3_exec(db, "INSERT OR REPLACE INTO settings (name, value) VALUES ('theme', 'dark')", 0, 0, 0);
}
