// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' --config='{CheckOptions: {sql-unnamed-query.Exempt: ddl, sql-unnamed-query.MinLength: 24}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <pqxx/pqxx>

void set_up(pqxx::nontransaction &tx) {
  tx.exec("CREATE TABLE carts (id int)");
  tx.exec("TABLE carts");
  tx.exec("SET statement_timeout TO '5s'");
  // CHECK: :[[@LINE-1]]:11: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
}
