// RUN: %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | count 0
//
// Statements under names, and statements that need none.

#include <pqxx/pqxx>

#include <map>
#include <string>

namespace orders {

namespace queries {
constexpr const char *FETCH_ORDERS_BY_USER = "SELECT id, status FROM orders WHERE user_id = $1";
const std::string LIST_ORDERS = "SELECT id, status FROM orders";
} // namespace queries

#define DELETE_OLD_CARTS "DELETE FROM carts WHERE touched < now() - interval '1 day'"

enum Report { daily, weekly };
constexpr const char *report_queries[] = {
    "SELECT sum(cents) FROM sales WHERE day = current_date",
    "SELECT sum(cents) FROM sales WHERE day > current_date - 7",
};

// Fixed: a constant of the namespace.
pqxx::result of_user(pqxx::work &tx, int user) { return tx.exec_params(queries::FETCH_ORDERS_BY_USER, user); }

// Built on a named beginning.
pqxx::result page(pqxx::work &tx, int limit) { return tx.exec(queries::LIST_ORDERS + " LIMIT " + std::to_string(limit)); }

// A constant of the function, with a name of its own.
void pay(pqxx::work &tx, int id) {
  static constexpr auto mark_order_paid = "UPDATE orders SET status = 'paid' WHERE id = $1";
  tx.exec_params(mark_order_paid, id);
}

// A macro.
void forget(pqxx::work &tx) { tx.exec(DELETE_OLD_CARTS); }

// A table indexed by an enumeration.
pqxx::result report(pqxx::work &tx, Report which) { return tx.exec(report_queries[which]); }

// A prepared statement's name.
void prepare(pqxx::connection &connection) {
  connection.prepare("count_orders_by_user", "SELECT count(*) FROM orders WHERE user_id = $1");
}

// The same in SQL: PREPARE says the name.
void prepare_by_text(pqxx::nontransaction &tx) {
  tx.exec("PREPARE count_open(int) AS SELECT count(*) FROM orders WHERE user_id = $1 AND status = 'open'");
  tx.exec("EXECUTE count_open(4)");
}

// Transaction control, session settings, health checks.
void session(pqxx::nontransaction &tx) {
  tx.exec("SELECT 1");
  tx.exec("SET statement_timeout = '5s'");
  tx.exec("BEGIN");
  tx.exec("SAVEPOINT before_payment");
  tx.exec("ROLLBACK TO before_payment");
  tx.exec("NOTIFY orders");
  tx.exec("/* ping */");
  tx.exec("COMMIT");
}

// SQL that is only shown.
std::string example() { return "SELECT id FROM orders WHERE user_id = 42"; }

} // namespace orders
