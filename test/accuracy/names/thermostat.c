// rules: sql-unnamed-query
//
// A thermostat's history in SQLite.

#include <sqlite3.h>
#include <stdio.h>

#define SQL_LATEST "SELECT value FROM history ORDER BY taken_at DESC LIMIT 1"

static const char *const sql_average = "SELECT avg(value) FROM history";

enum { Q_MIN, Q_MAX };
static const char *queries[] = {
    [Q_MIN] = "SELECT min(value) FROM history",
    [Q_MAX] = "SELECT max(value) FROM history",
};

int latest(sqlite3 *db, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(db, SQL_LATEST, -1, out, NULL); // OK sql-unnamed-query
}

int average(sqlite3 *db, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(db, sql_average, -1, out, NULL); // OK sql-unnamed-query
}

int minimum(sqlite3 *db, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(db, queries[Q_MIN], -1, out, NULL); // OK sql-unnamed-query
}

int median(sqlite3 *db, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(db, "SELECT value FROM history ORDER BY value LIMIT 1 OFFSET ?", -1, out, NULL); // WARN sql-unnamed-query
}

int since(sqlite3 *db, long when) {
  char sql[120];
  snprintf(sql, sizeof sql, "SELECT value FROM history WHERE taken_at > %ld", when); // WARN sql-unnamed-query
  return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int store(sqlite3 *db) {
  int code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL); // OK sql-unnamed-query
  code |= sqlite3_exec(db, "DELETE FROM history WHERE taken_at < 0", NULL, NULL, NULL); // WARN sql-unnamed-query
  code |= sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL); // OK sql-unnamed-query
  return code | sqlite3_exec(db, "COMMIT", NULL, NULL, NULL); // OK sql-unnamed-query
}
