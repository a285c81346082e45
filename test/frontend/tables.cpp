// Tables of structs, arrays and lists come out element by element; so do globals and statics of functions.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <map>
#include <string>
#include <vector>

struct Statement {
  const char *name;
  const char *sql;
  int parameters;
};
static const Statement statements[] = {
    {"find", "SELECT * FROM users", 1},
    {.name = "touch", .sql = "UPDATE users"},
};
// CHECK-LABEL: variable @statements
// CHECK: %[[zero:[0-9]+]] = number 0
// CHECK: %[[one:[0-9]+]] = number 1
// CHECK: %[[find:[0-9]+]] = literal "find"
// CHECK: %[[select:[0-9]+]] = literal "SELECT * FROM users"
// CHECK: store (@statements[%[[zero]]]{{.*}}).name = %[[find]]
// CHECK: store (@statements[%[[zero]]]{{.*}}).sql = %[[select]]
// CHECK: %[[update:[0-9]+]] = literal "UPDATE users"
// CHECK: store (@statements[%[[one]]]{{.*}}).sql = %[[update]]

const std::map<std::string, std::string> columns = {{"n", "name"}, {"p", "price"}};
// CHECK-LABEL: variable @columns
// CHECK: literal "n"
// CHECK-NEXT: literal "name"
// CHECK: call @std::pair::pair({{.*}} into ([[pairs:\$[0-9]+]][%{{[0-9]+}}]
// CHECK: literal "price"
// CHECK: %[[list:[0-9]+]] = address [[pairs]] as other
// CHECK: call @std::map::map(%[[list]],{{.*}} into @columns

const int sizes[] = {1, 2, 3};
// CHECK-NOT: variable @sizes

struct Connection {
  void run(const char *sql);
};

void all(Connection &c, int i) {
  static const std::vector<std::string> names = {"a", "b"};
  const char *local[2] = {"SELECT 1", "SELECT 2"};
  c.run(local[i]);
  c.run(local[1]);
  c.run(statements[i].sql);
  c.run(names[i].c_str());
  char buffer[20] = "SELECT 3";
  c.run(buffer);
  c.run(&buffer[0]);
  c.run(buffer + 7);
}
// CHECK-LABEL: function @all
// CHECK: store ($local[%[[first:[0-9]+]]]{{.*}}) = %
// CHECK: %[[i:[0-9]+]] = load $i
// CHECK-NEXT: %[[chosen:[0-9]+]] = load ($local[%[[i]]]
// CHECK-NEXT: call @Connection::run(%[[chosen]])
// CHECK: load (@statements[%{{[0-9]+}}]{{.*}}).sql
// CHECK: address @all::names
// CHECK: literal "SELECT 3"
// CHECK-NEXT: store $buffer
// CHECK: %[[start:[0-9]+]] = address $buffer
// CHECK-NEXT: call @Connection::run(%[[start]])
// CHECK: %[[same:[0-9]+]] = address $buffer
// CHECK-NEXT: call @Connection::run(%[[same]])
// CHECK: %[[buffer:[0-9]+]] = address $buffer
// CHECK-NEXT: %[[seven:[0-9]+]] = number 7
// CHECK-NEXT: opaque add(%[[buffer]], %[[seven]]) as text

// CHECK-LABEL: variable @all::names
// CHECK: literal "a"
// CHECK: literal "b"
// CHECK: call @std::vector::vector({{.*}} into @all::names
