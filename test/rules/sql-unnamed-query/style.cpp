// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | FileCheck %s
//
// The proposed name follows the constants that the file has.

#include <pqxx/pqxx>

constexpr auto kFindUser = "SELECT id FROM users WHERE email = $1";

void touch(pqxx::work &tx, int id, const char *email) {
  tx.exec_params(kFindUser, email);
  tx.exec_params("UPDATE users SET seen_at = now() WHERE user_id = $1", id);
  // CHECK: :[[@LINE-1]]:18: warning: SQL written inline at the call of 'exec_params': no name to search for, log or measure by [sql-unnamed-query]
}
