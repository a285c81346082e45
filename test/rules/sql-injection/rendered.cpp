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

// CHECK:{{.*}}rendered.cpp:12:10: warning: 'code' comes from the environment and becomes SQL in 'exec': it stands unescaped inside a quoted literal [sql-injection]
// CHECK-NEXT:   12 |   return tx.exec(sql);
// CHECK-NEXT:      |          ^~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:12:10: note: the SQL that is sent
// CHECK-NEXT:      | SELECT id, cents FROM vouchers WHERE NOT used AND code = '{code}'
// CHECK-NEXT:      |                                                           ^~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:16:22: note: comes from outside here (an environment variable)
// CHECK-NEXT:   16 |   const char *code = std::getenv("VOUCHER");
// CHECK-NEXT:      |                      ^~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:17:36: note: passed to 'find_voucher' as 'code'
// CHECK-NEXT:   17 |   return code && !find_voucher(tx, code).empty();
// CHECK-NEXT:      |                                    ^~~~
// CHECK-NEXT:{{.*}}rendered.cpp:11:90: note: 'code' becomes part of the text here
// CHECK-NEXT:   11 |   const std::string sql = "SELECT id, cents FROM vouchers WHERE NOT used AND code = '" + code + "'";
// CHECK-NEXT:      |                                                                                          ^~~~
// CHECK-NEXT:{{.*}}rendered.cpp:12:10: note: bind it as a parameter: write $1 in its place, without the quotes, and pass the value beside the SQL
