// A warning that Clang makes an error by default costs nothing: other compilers build such code, and all of it is seen.
//
// RUN: %clang-sql dump program %s -- -std=c++20 -I/usr/include/postgresql | FileCheck %s
#include <libpq-fe.h>

void sweep(PGconn *c, double days) {
  int whole{days};
  PQclear(PQexec(c, whole > 7 ? "DELETE FROM sessions WHERE old" : "DELETE FROM sessions"));
}

// CHECK: execute {{.*}} PQexec in sweep
// CHECK: variant "DELETE FROM sessions"
// CHECK: units 1, with errors 0,
