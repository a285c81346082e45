// RUN: %clang-sql dump summary %s -- -I/usr/include/postgresql %headers -isystem %headers/../postgresql | FileCheck %s

#include <ecpglib.h>
#include <ecpgtype.h>
#include <stddef.h>

void statements(char *name) {
  ECPGconnect(1, 0, "shop", NULL, NULL, NULL, 0);
  ECPGtrans(2, NULL, "begin work");
  ECPGdo(3, 0, 1, NULL, 0, ECPGst_normal, "delete from users where name = $1 ", ECPGt_char, (name), 0L, 1L, sizeof(char), ECPGt_NO_INDICATOR,
         NULL, 0L, 0L, 0L, ECPGt_EOIT, ECPGt_EORT);
  ECPGprepare(4, NULL, 0, "find", name);
  ECPGtrans(5, NULL, "commit");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @ECPGconnect(
// CHECK-DAG: @ECPGdo(
// CHECK-DAG: @ECPGprepare(
// CHECK-DAG: @ECPGtrans(
