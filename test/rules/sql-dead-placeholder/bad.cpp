// RUN: not %clang-sql check --checks='-*,sql-dead-placeholder' %s -- -std=c++20 -I/usr/include/postgresql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A shop's customers on libpqxx and libpq.

#include <libpq-fe.h>
#include <pqxx/pqxx>

#include <string>

constexpr auto FIND_BY_NAME = "SELECT id FROM customers WHERE name = '$1'";
// CHECK: :[[@LINE-1]]:71: warning: '$1' stands inside a quoted literal: it is these characters there, and no value is put in its place [sql-dead-placeholder]

void find(pqxx::work &tx, const std::string &name, int id) {
  tx.exec_params(FIND_BY_NAME, name);
  tx.exec_params("SELECT id FROM customers WHERE name ILIKE '%$1%' AND id > $2", name, id);
  // CHECK: :[[@LINE-1]]:63: warning: '$1' stands inside a quoted literal: it is these characters there, and no value is put in its place [sql-dead-placeholder]
  tx.exec_params("SELECT id FROM customers "
                 "WHERE seen < now() - interval '$1 days'",
                 id);
  // CHECK: :[[@LINE-2]]:50: warning: '$1' stands inside a quoted literal
  tx.exec_params("SELECT id FROM orders_$1 WHERE customer = $2", id, id);
  // CHECK: :[[@LINE-1]]:41: warning: '$1' is a part of the name orders_$1, and no value is put in its place [sql-dead-placeholder]
  tx.exec_params(R"(SELECT "$1" FROM orders WHERE customer = $2)", name, id);
  // CHECK: :[[@LINE-1]]:29: warning: '$1' is a part of the name "$1", and no value is put in its place [sql-dead-placeholder]
}

void change(pqxx::work &tx, int id, const std::string &status) {
  tx.exec_params0("UPDATE orders SET status = $1, changed = now() WHERE id = $2", status);
  // CHECK: :[[@LINE-1]]:3: warning: 'exec_params0' binds 1 value, but the statement asks for 2 [sql-dead-placeholder]
  tx.exec_params0("UPDATE orders SET status = 'open' WHERE id = $1", status, id);
  // CHECK: :[[@LINE-1]]:3: warning: 'exec_params0' binds 2 values, but the statement asks for 1 [sql-dead-placeholder]
  tx.exec_params("SELECT count(*) FROM orders", id);
  // CHECK: :[[@LINE-1]]:3: warning: 'exec_params' binds 1 value, but the statement asks for none [sql-dead-placeholder]
}

PGresult *count_orders(PGconn *conn, const char *city) {
  const char *values[] = {city};
  PQclear(PQexecParams(conn, "SELECT count(*) FROM orders WHERE city = $1 AND status = $2", 1, nullptr, values, nullptr, nullptr, 0));
  // CHECK: :[[@LINE-1]]:11: warning: 'PQexecParams' binds 1 value, but the statement asks for 2 [sql-dead-placeholder]
  return PQexecParams(conn, "SELECT count(*) FROM orders WHERE city = '$1'", 1, nullptr, values, nullptr, nullptr, 0);
  // CHECK: :[[@LINE-1]]:72: warning: '$1' stands inside a quoted literal
}

// A wrapper: each of its calls binds another number of values.
template <class... Values> void run(pqxx::work &tx, const char *sql, Values &&...values) {
  tx.exec_params(sql, std::forward<Values>(values)...);
}

void use(pqxx::work &tx) {
  run(tx, "UPDATE orders SET status = $1 WHERE id = $2", "open", 7);
  run(tx, "UPDATE orders SET status = $1 WHERE id = $2", "open");
  // CHECK: :[[@LINE-1]]:3: warning: 'run' binds 1 value, but the statement asks for 2 [sql-dead-placeholder]
}

// It is not said how many values are bound, but $2 has a value, so there is one for $1.
void note(PGconn *conn) {
  PQclear(PQprepare(conn, "note", "UPDATE customers SET note = 'renamed to $1' WHERE id = $2", 0, nullptr));
  // CHECK: :[[@LINE-1]]:76: warning: '$1' stands inside a quoted literal
}
