// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <fcgi_stdio.h>

int serve(char *body, int size) {
  while (FCGI_Accept() >= 0) {
    fgets(body, size, stdin);
    fread(body, 1, size, stdin);
    gets(body);
  }
  return body[0];
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @FCGI_Accept(
// CHECK-DAG: @FCGI_fgets(
// CHECK-DAG: @FCGI_fread(
// CHECK-DAG: @FCGI_gets(
