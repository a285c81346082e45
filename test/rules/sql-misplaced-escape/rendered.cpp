// RUN: not %clang-sql check --checks='-*,sql-misplaced-escape' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// All that a user sees of one finding.

#include <pqxx/pqxx>

#include <cstdlib>
#include <string>

pqxx::result redeem(pqxx::work &tx) {
  const std::string code = std::getenv("VOUCHER");
  return tx.exec("SELECT cents FROM vouchers WHERE code = '" + tx.quote(code) + "'");
}

// CHECK:{{.*}}rendered.cpp:12:10: warning: 'tx.quote(code)' is quoted as a whole literal, but stands inside a quoted literal in the SQL of 'exec': its own quotes end the literal, and its text stands outside as SQL [sql-misplaced-escape]
// CHECK-NEXT:   12 |   return tx.exec("SELECT cents FROM vouchers WHERE code = '" + tx.quote(code) + "'");
// CHECK-NEXT:      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:12:10: note: the SQL that is sent
// CHECK-NEXT:      | SELECT cents FROM vouchers WHERE code = '{tx.quote(code)}'
// CHECK-NEXT:      |                                          ^~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:11:28: note: comes from outside here (an environment variable)
// CHECK-NEXT:   11 |   const std::string code = std::getenv("VOUCHER");
// CHECK-NEXT:      |                            ^~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:11:28: note: stored in 'code'
// CHECK-NEXT:{{.*}}rendered.cpp:12:64: note: 'tx.quote(code)' becomes part of the text here
// CHECK-NEXT:   12 |   return tx.exec("SELECT cents FROM vouchers WHERE code = '" + tx.quote(code) + "'");
// CHECK-NEXT:      |                                                                ^~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:12:10: note: leave out the quotes around it in the SQL
// CHECK-NEXT:{{.*}}rendered.cpp:12:10: note: or better: bind it as a parameter: write $1 in its place, without the quotes, and pass the value beside the SQL
