// RUN: not %clang-sql check --checks='-*,sql-dead-placeholder' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// All that a user sees of two findings.

#include <pqxx/pqxx>

void expire(pqxx::work &tx, int days) {
  tx.exec_params("DELETE FROM sessions WHERE seen < now() - interval '$1 days'", days);
  tx.exec_params("DELETE FROM sessions WHERE kept < $1 AND kind = $2", days);
}

// CHECK:{{.*}}rendered.cpp:8:71: warning: '$1' stands inside a quoted literal: it is these characters there, and no value is put in its place [sql-dead-placeholder]
// CHECK-NEXT:    8 |   tx.exec_params("DELETE FROM sessions WHERE seen < now() - interval '$1 days'", days);
// CHECK-NEXT:      |                                                                       ^~
// CHECK-NEXT:{{.*}}rendered.cpp:8:3: note: the SQL that 'exec_params' sends
// CHECK-NEXT:      | DELETE FROM sessions WHERE seen < now() - interval '$1 days'
// CHECK-NEXT:      |                                                     ^~
// CHECK-NEXT:{{.*}}rendered.cpp:8:71: note: put the text together in SQL, as '…' || $1, or in the value
// CHECK-NEXT:{{.*}}rendered.cpp:9:3: warning: 'exec_params' binds 1 value, but the statement asks for 2 [sql-dead-placeholder]
// CHECK-NEXT:    9 |   tx.exec_params("DELETE FROM sessions WHERE kept < $1 AND kind = $2", days);
// CHECK-NEXT:      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:9:3: note: the SQL that is sent
// CHECK-NEXT:      | DELETE FROM sessions WHERE kept < $1 AND kind = $2
