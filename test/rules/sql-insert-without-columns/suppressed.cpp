// RUN: %clang-sql check --checks='-*,sql-insert-without-columns' %s -- -std=c++20 2>/dev/null | count 0

#include <pqxx/pqxx>

// orders_archive is created LIKE orders, and migrated with it.
constexpr auto ARCHIVE = "INSERT INTO orders_archive SELECT * FROM orders WHERE closed"; // NOLINT(sql-insert-without-columns)

void archive(pqxx::work &tx) {
  tx.exec(ARCHIVE);
  tx.exec("INSERT INTO orders_copy " // NOLINT
          "SELECT * FROM orders");
}
