// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Statements that nobody will find when the database complains about one of them.

#include <pqxx/pqxx>

#include <string>

namespace orders {

pqxx::result of_user(pqxx::work &tx, int user) {
  return tx.exec_params("SELECT id, status FROM orders WHERE user_id = $1", user);
  // CHECK: :[[@LINE-1]]:25: warning: SQL written inline at the call of 'exec_params': no name to search for, log or measure by [sql-unnamed-query]
}

long count(pqxx::work &tx) { return tx.exec1("SELECT count(*) FROM orders")[0].as<long>(); }
// CHECK: :[[@LINE-1]]:46: warning: SQL written inline at the call of 'exec1': no name to search for, log or measure by [sql-unnamed-query]

void pay(pqxx::work &tx, int id) {
  std::string sql = "UPDATE orders SET status = 'paid' WHERE id = ";
  // CHECK: :[[@LINE-1]]:21: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  sql += std::to_string(id);
  tx.exec(sql);
}

void forget(pqxx::work &tx, bool all) {
  tx.exec(all ? "DELETE FROM carts" : "DELETE FROM carts WHERE touched < now() - interval '1 day'");
  // CHECK: :[[@LINE-1]]:17: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  // CHECK: :[[@LINE-2]]:39: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
}

// A name that names nothing.
void place(pqxx::work &tx, int user) {
  const char *const sql = "INSERT INTO orders (user_id) VALUES ($1)";
  // CHECK: :[[@LINE-1]]:28: warning: SQL written inline at the call of 'exec_params': no name to search for, log or measure by [sql-unnamed-query]
  tx.exec_params(sql, user);
}

pqxx::result with_lines(pqxx::work &tx) {
  return tx.exec(R"sql(
  // CHECK: :[[@LINE-1]]:18: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
    SELECT o.id, l.sku
    FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.status = 'open'
  )sql");
}

void create(pqxx::work &tx) { tx.exec("CREATE TABLE IF NOT EXISTS carts (id int, touched timestamptz)"); }
// CHECK: :[[@LINE-1]]:39: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]

} // namespace orders
