// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -I/usr/include/postgresql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Sessions of a C daemon on libpq.

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

PGresult *find_session(PGconn *conn, const char *token) {
  char sql[256];
  snprintf(sql, sizeof sql, "SELECT user_id FROM sessions WHERE token = '%s'", token);
  return PQexec(conn, sql);
  // CHECK: :[[@LINE-1]]:10: warning: 'token' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

PGresult *find_session_escaped(PGconn *conn, const char *token) {
  char escaped[129], sql[256];
  PQescapeStringConn(conn, escaped, token, strlen(token), NULL);
  snprintf(sql, sizeof sql, "SELECT user_id FROM sessions WHERE token = '%s'", escaped);
  return PQexec(conn, sql);
}

PGresult *find_session_bound(PGconn *conn, const char *token) {
  const char *values[] = {token};
  return PQexecParams(conn, "SELECT user_id FROM sessions WHERE token = $1", 1, NULL, values, NULL, NULL, 0);
}

PGresult *count_rows(PGconn *conn, const char *table) {
  char sql[256];
  char *quoted = PQescapeIdentifier(conn, table, strlen(table));
  snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", quoted);
  PQfreemem(quoted);
  return PQexec(conn, sql);
}

void set_role(PGconn *conn) {
  char sql[128] = "SET ROLE ";
  const char *role = getenv("SESSIONS_ROLE");
  if (role)
    strcat(sql, role);
  PQclear(PQexec(conn, sql));
  // CHECK: :[[@LINE-1]]:11: warning: 'role' comes from the environment and becomes SQL in 'PQexec': it stands unescaped as a bare value [sql-injection]
}
