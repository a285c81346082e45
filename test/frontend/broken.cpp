// What does not compile is said, with its place; the rest is lowered as if nothing had happened.
// RUN: %clang-sql dump summary %s -- -std=c++20 -fno-such-flag -Wno-such-warning -fplugin=/none.so | FileCheck %s

#include "missing.h"
#include <string>

struct Connection {
  void query(const std::string &sql);
};

void good(Connection &c) { c.query("SELECT 1"); }

void bad(Connection &c, Missing m) {
  c.query("SELECT 2");
  c.nothing("SELECT 3");
  undeclared(m);
  c.query("SELECT 4");
}

void after(Connection &c) { c.query("SELECT 5"); }

// CHECK: error "'missing.h' file not found" at 4:10
// CHECK: error "unknown type name 'Missing'" at 13:25
// CHECK: error "no member named 'nothing' in 'Connection'" at 15:5
// CHECK-LABEL: function @good
// CHECK: literal "SELECT 1"
// CHECK-LABEL: function @after
// CHECK: literal "SELECT 5"
