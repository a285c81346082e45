// RUN: not %clang-sql check --checks='-*,sql-misplaced-escape,sql-injection' %s -- -I/usr/include/postgresql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// libpq and SQLite, with their own headers.

#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

PGresult *find_session(PGconn *conn, const char *token) {
  char escaped[129], sql[256];
  PQescapeStringConn(conn, escaped, token, strlen(token), NULL);
  snprintf(sql, sizeof sql, "SELECT user_id FROM sessions WHERE token = %s", escaped);
  return PQexec(conn, sql);
  // CHECK: :[[@LINE-1]]:10: warning: 'escaped' is escaped for the inside of a quoted literal, but stands as a bare value in the SQL of 'PQexec': without quotes around it, '0 OR true' passes unchanged [sql-misplaced-escape]
}

// A literal's escaper does not make a name.
PGresult *count_rows(PGconn *conn, const char *table) {
  char sql[256];
  char *quoted = PQescapeLiteral(conn, table, strlen(table));
  snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", quoted);
  PQfreemem(quoted);
  return PQexec(conn, sql);
  // CHECK: :[[@LINE-1]]:10: warning: 'quoted' is quoted as a whole literal, but stands in the place of a name in the SQL of 'PQexec': a literal is no name [sql-misplaced-escape]
}

void rename_bookmark(sqlite3 *db, const char *table, const char *name, const char *url) {
  char *wrong = sqlite3_mprintf("UPDATE %w SET name = '%Q' WHERE url = %q", table, name, url);
  sqlite3_exec(db, wrong, NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:3: warning: 'table' is escaped for the inside of a quoted name, but stands in the place of a name in the SQL of 'sqlite3_exec': without quotes around it, any SQL passes unchanged (2 more like it) [sql-misplaced-escape]
  sqlite3_free(wrong);
  char *right = sqlite3_mprintf("UPDATE \"%w\" SET name = %Q WHERE url = '%q'", table, name, url);
  sqlite3_exec(db, right, NULL, NULL, NULL);
  sqlite3_free(right);
}
