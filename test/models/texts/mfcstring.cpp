// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++17 -isystem /usr/include/postgresql %headers -isystem %S/../Inputs/mfc 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <atlstr.h>
#include <libpq-fe.h>

PGresult *by_name(PGconn *db, const CString &name) {
  CString sql;
  sql.Format("SELECT id FROM cars WHERE name = '%s'", name.GetString());
  return PQexec(db, sql);
  // CHECK: :[[@LINE-1]]:10: warning: {{.*}} becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

PGresult *by_number(PGconn *db, int id) {
  CString sql("SELECT name FROM cars");
  sql.AppendFormat(" WHERE id = %d", id);
  return PQexec(db, sql.GetString());
}

PGresult *by_order(PGconn *db, const CString &order) {
  return PQexec(db, "SELECT name FROM cars ORDER BY " + order);
  // CHECK: :[[@LINE-1]]:10: warning: 'order' becomes SQL in 'PQexec': {{.*}}[sql-injection]
}
