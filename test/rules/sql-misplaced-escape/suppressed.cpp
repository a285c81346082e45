// RUN: %clang-sql check --checks='-*,sql-misplaced-escape' %s -- -std=c++20 2>/dev/null | count 0

#include <pqxx/pqxx>

#include <string>

// The limit was parsed as a number before.
void page(pqxx::work &tx, const std::string &limit) {
  tx.exec("SELECT id FROM orders LIMIT " + tx.esc(limit)); // NOLINT(sql-misplaced-escape)
  // NOLINTNEXTLINE(sql-*)
  tx.exec("SELECT id FROM orders OFFSET " + tx.esc(limit));
}
