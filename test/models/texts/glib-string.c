// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -isystem /usr/include/postgresql %headers -isystem %headers/../glib-2.0 -isystem %headers/../../lib/x86_64-linux-gnu/glib-2.0/include 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// The text of a GString is read by its field.

#include <glib.h>
#include <libpq-fe.h>

PGresult *by_string(PGconn *db, int id, const char *name) {
  GString *sql = g_string_new("SELECT name FROM trees");
  g_string_append_printf(sql, " WHERE id = %d", id);
  PQexec(db, sql->str);
  g_string_append_printf(sql, " OR name = '%s'", name);
  return PQexec(db, sql->str);
  // CHECK: :[[@LINE-1]]:10: warning: 'name' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}
