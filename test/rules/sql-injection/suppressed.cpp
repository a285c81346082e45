// RUN: %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | count 0

#include <pqxx/pqxx>

#include <string>

// Partitions are named by the program itself, from a date.
void vacuum(pqxx::nontransaction &tx, const std::string &partition) {
  tx.exec("VACUUM " + partition); // NOLINT(sql-injection)
  // NOLINTNEXTLINE(sql-*)
  tx.exec("ANALYZE " + partition);
}

// NOLINTBEGIN(sql-injection): the administrator's own statements
void administer(pqxx::nontransaction &tx, const std::string &where) {
  tx.exec("DELETE FROM audit WHERE " + where);
}
// NOLINTEND(sql-injection)
