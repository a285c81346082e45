// RUN: not %clang-sql check --checks='-*,sql-insert-*,sql-unnamed-query' --warnings-as-errors='sql-insert-*' %s -- -std=c++20 2>/dev/null | FileCheck %s
// CHECK-DAG: error: {{.*}} [sql-insert-without-columns,-warnings-as-errors]
// CHECK-DAG: warning: {{.*}} [sql-unnamed-query]

#include <pqxx/pqxx>

void place(pqxx::work &tx) { tx.exec("INSERT INTO orders VALUES (DEFAULT, 'new')"); }
