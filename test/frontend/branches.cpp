// Branches: each arm stores its value where the arms meet; tests keep what they compare.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <string>

enum class Order { Newest, Cheapest, Name };
struct Connection {
  void run(const char *sql);
  void query(const std::string &sql);
};

void ternary(Connection &c, bool all, const char *other) {
  c.run(all ? "SELECT 1" : other);
  // CHECK-LABEL: function @ternary
  // CHECK: local $0: text const*
  // CHECK: %[[all:[0-9]+]] = load $all
  // CHECK-NEXT: if %[[all]] then b1 else b2
  // CHECK: b1:
  // CHECK-NEXT: %[[one:[0-9]+]] = literal "SELECT 1"
  // CHECK-NEXT: store $0 = %[[one]]
  // CHECK: b2:
  // CHECK-NEXT: %[[other:[0-9]+]] = load $other
  // CHECK-NEXT: store $0 = %[[other]]
  // CHECK: %[[either:[0-9]+]] = load $0
  // CHECK-NEXT: call @Connection::run(%[[either]])
}

void object(Connection &c, bool all) {
  std::string sql = all ? std::string("SELECT 1") : std::string("SELECT 2");
  c.query(sql);
  // CHECK-LABEL: function @object
  // CHECK: literal "SELECT 1"
  // CHECK: call @std::basic_string::basic_string({{.*}} into $sql
  // CHECK: literal "SELECT 2"
  // CHECK: call @std::basic_string::basic_string({{.*}} into $sql
  // CHECK: %[[sql:[0-9]+]] = address $sql
  // CHECK: call @Connection::query(%[[sql]])
}

const char *name(Order order) {
  switch (order) {
  case Order::Newest:
    return "created DESC";
  case Order::Cheapest:
    return "price";
  case Order::Name:
    break;
  }
  return "name";
  // CHECK-LABEL: function @name
  // CHECK: %[[zero:[0-9]+]] = number 0
  // CHECK: switch %{{[0-9]+}} {{.*}}case %[[zero]] [[newest:b[0-9]+]]
  // CHECK: [[newest]]:
  // CHECK-NEXT: literal "created DESC"
}

bool isColumn(const std::string &column) {
  return column == "name" || column == "price";
  // CHECK-LABEL: function @isColumn
  // CHECK: %[[name:[0-9]+]] = call @std::operator==(%{{[0-9]+}}, %{{[0-9]+}})
  // CHECK: if %[[name]] then [[end:[a-z0-9]+]] else [[more:b[0-9]+]]
  // CHECK: [[more]]:
  // CHECK: %[[price:[0-9]+]] = call @std::operator==
  // CHECK: [[end]]:
  // CHECK-NEXT: %[[both:[0-9]+]] = test or %[[name]] %[[price]]
  // CHECK-NEXT: store $return = %[[both]]
}

int guarded(Connection *c, const std::string &column, int retries) {
  if (!c || (column != "name" && retries > 3))
    return -1;
  while (retries--)
    c->query(column);
  return 0;
  // CHECK-LABEL: function @guarded
  // CHECK: %[[c:[0-9]+]] = load $c
  // CHECK-NEXT: %[[some:[0-9]+]] = test truth %[[c]]
  // CHECK-NEXT: %[[none:[0-9]+]] = test not %[[some]]
  // CHECK-NEXT: if %[[none]] then [[out:b[0-9]+]] else
  // CHECK: %[[equal:[0-9]+]] = call @std::operator==
  // CHECK-NEXT: %[[differs:[0-9]+]] = test not %[[equal]]
  // CHECK-NEXT: if %[[differs]] then
  // CHECK: test gt
  // CHECK: [[out]]:
  // CHECK-NEXT: number -1
}

template <bool Quoted> void chosen(Connection &c) {
  if constexpr (Quoted)
    c.run("SELECT 'a'");
  else
    c.run("SELECT 1");
}
template void chosen<true>(Connection &);
// CHECK-LABEL: function @chosen
// CHECK: literal "SELECT 'a'"
// CHECK-NOT: SELECT 1
