// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | FileCheck %s
//
// Proposed names: verb, tables, condition.

#include <pqxx/pqxx>

#include <string>

void send(pqxx::work &tx, int id, const std::string &name) {
  tx.exec("SELECT id, status FROM shop.orders WHERE user_id = 1");
  // CHECK: note: give it a name in a constant, such as 'FETCH_ORDERS_BY_USER_ID'
  tx.exec("SELECT count(*) AS n FROM orders");
  // CHECK: note: give it a name in a constant, such as 'COUNT_ORDERS'
  tx.exec("SELECT u.id FROM users u JOIN \"user groups\" g ON g.id = u.grp WHERE g.name = 'x' AND u.active");
  // CHECK: note: give it a name in a constant, such as 'FETCH_USERS_USER_GROUPS_BY_NAME_AND_ACTIVE'
  tx.exec("INSERT INTO payments (order_id) VALUES (1)");
  // CHECK: note: give it a name in a constant, such as 'INSERT_PAYMENTS'
  tx.exec("update orders set status = 'paid' where id = 1");
  // CHECK: note: give it a name in a constant, such as 'UPDATE_ORDERS_BY_ID'
  tx.exec("DELETE FROM carts");
  // CHECK: note: give it a name in a constant, such as 'DELETE_CARTS'
  tx.exec("REFRESH MATERIALIZED VIEW sales_by_day");
  // CHECK: note: give it a name in a constant, such as 'REFRESH_VIEW_SALES_BY_DAY'
  tx.exec("CREATE INDEX orders_user ON orders (user_id)");
  // CHECK: note: give it a name in a constant, such as 'CREATE_INDEX_ORDERS'
  tx.exec("SELECT name FROM users WHERE id = " + std::to_string(id) + " OR name = " + tx.quote(name));
  // CHECK: note: give it a name in a constant, such as 'FETCH_USERS_BY_ID_AND_NAME'
}
