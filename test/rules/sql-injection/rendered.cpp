// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// All that a user sees of one finding.

#include <pqxx/pqxx>

#include <cstdlib>
#include <string>

static pqxx::result find_voucher(pqxx::work &tx, const std::string &code) {
  const std::string sql = "SELECT id, cents FROM vouchers WHERE NOT used AND code = '" + code + "'";
  return tx.exec(sql);
}

bool redeem(pqxx::work &tx) {
  const char *code = std::getenv("VOUCHER");
  return code && !find_voucher(tx, code).empty();
}
