// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -isystem /usr/include/postgresql %headers -isystem %headers/../glib-2.0 -isystem %headers/../../lib/x86_64-linux-gnu/glib-2.0/include 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <glib.h>
#include <libpq-fe.h>

PGresult *by_name(PGconn *db, const char *name) {
  char *sql = g_strdup_printf("SELECT id FROM trees WHERE name = '%s'", name);
  PGresult *rows = PQexec(db, sql);
  // CHECK: :[[@LINE-1]]:20: warning: 'name' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  g_free(sql);
  return rows;
}

PGresult *by_number(PGconn *db, int id) {
  char *sql = g_strdup_printf("SELECT name FROM trees WHERE id = %d", id);
  PGresult *rows = PQexec(db, sql);
  g_free(sql);
  return rows;
}

PGresult *by_order(PGconn *db, const char *order) {
  char *sql = g_strconcat("SELECT name FROM trees ORDER BY ", order, NULL);
  PGresult *rows = PQexec(db, sql);
  // CHECK: :[[@LINE-1]]:20: warning: 'order' becomes SQL in 'PQexec': {{.*}}[sql-injection]
  g_free(sql);
  return rows;
}
