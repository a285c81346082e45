// RUN: not %clang-sql check --checks='-*,sql-syntax-error' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// All that a user sees of one finding.

#include <pqxx/pqxx>

constexpr auto COUNT_OPEN = "SELECT count(*) FROM orders "
                            "WERE status = 'open'";

pqxx::result count_open(pqxx::work &tx) { return tx.exec(COUNT_OPEN); }

// CHECK:{{.*}}rendered.cpp:8:35: warning: PostgreSQL rejects this statement: syntax error at or near "status" [sql-syntax-error]
// CHECK-NEXT:    8 |                             "WERE status = 'open'";
// CHECK-NEXT:      |                                   ^~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:10:50: note: the SQL that 'exec' sends
// CHECK-NEXT:      | SELECT count(*) FROM orders WERE status = 'open'
// CHECK-NEXT:      |                                  ^~~~~~
