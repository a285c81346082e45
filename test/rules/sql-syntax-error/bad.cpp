// RUN: not %clang-sql check --checks='-*,sql-syntax-error' %s -- -std=c++20 -I/usr/include/postgresql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Orders of a shop, in statements that nobody has run yet.

#include <libpq-fe.h>
#include <pqxx/pqxx>

#include <string>

constexpr auto LIST_USERS = "SELECT id, FROM users";
// CHECK: :[[@LINE-1]]:41: warning: PostgreSQL rejects this statement: syntax error at or near "FROM" [sql-syntax-error]

void list(pqxx::work &tx) {
  tx.exec(LIST_USERS);
  tx.exec("SELECT id, status "
          "FROM orders"
          "WHERE status = 'open'");
  // CHECK: :[[@LINE-1]]:25: warning: PostgreSQL rejects this statement: syntax error at or near "=" [sql-syntax-error]
  tx.exec("SELECT 'größe', id FROM orders LIMIT 10, 20");
  // CHECK: :[[@LINE-1]]:45: warning: PostgreSQL rejects this statement: LIMIT #,# syntax is not supported [sql-syntax-error]
  tx.exec(R"(SELECT id
               FROM orders
              WHERE status IN ('open', 'paid'
              ORDER BY id)");
  // CHECK: :[[@LINE-1]]:15: warning: PostgreSQL rejects this statement: syntax error at or near "ORDER" [sql-syntax-error]
}

void change(pqxx::work &tx, bool all) {
  std::string sql = "UPDATE orders SET status = 'sent',";
  sql += " WHERE NOT sent";
  tx.exec(sql);
  // CHECK: :[[@LINE-2]]:12: warning: PostgreSQL rejects this statement: syntax error at or near "WHERE" [sql-syntax-error]
  tx.exec(std::string("DELETE orders") + (all ? "" : " WHERE sent"));
  // CHECK: :[[@LINE-1]]:31: warning: PostgreSQL rejects this statement: syntax error at or near "orders" [sql-syntax-error]
  tx.exec("SELECT 1; SELECT id FROM orders WHERE; SELECT 2");
  // CHECK: :[[@LINE-1]]:49: warning: PostgreSQL rejects this statement: syntax error at or near ";" [sql-syntax-error]
}

// Placeholders of other client libraries.
PGresult *find(PGconn *conn, const char *const *values) {
  PQclear(PQexecParams(conn, "SELECT id FROM users WHERE name = ?", 1, nullptr, values, nullptr, nullptr, 0));
  // CHECK: :[[@LINE-1]]:65: warning: PostgreSQL rejects this statement: syntax error at end of input [sql-syntax-error]
  // CHECK: :[[@LINE-2]]:65: note: placeholders are written $1 here
  return PQprepare(conn, "find", "SELECT id FROM users WHERE name = :name", 1, nullptr);
  // CHECK: :[[@LINE-1]]:69: warning: PostgreSQL rejects this statement: syntax error at or near ":" [sql-syntax-error]
  // CHECK: :[[@LINE-2]]:69: note: placeholders are written $1 here
}

#define COLUMNS "id, name,"

void in_a_macro(pqxx::work &tx) {
  tx.exec("SELECT " COLUMNS " FROM users");
  // CHECK: :[[@LINE-1]]:31: warning: PostgreSQL rejects this statement: syntax error at or near "FROM" [sql-syntax-error]
}
