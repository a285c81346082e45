// RUN: %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | count 0

#include <pqxx/pqxx>

#include <string>

void add_partition(pqxx::work &tx, const std::string &name, int year) {
  // NOLINTNEXTLINE(sql-unnamed-query)
  tx.exec("CREATE TABLE " + tx.quote_name(name) + " PARTITION OF orders FOR VALUES IN (" + std::to_string(year) + ")");
  tx.exec( // the finding stands at the literal, so must the comment
      "ANALYZE orders"); // NOLINT(sql-unnamed-query)
}
