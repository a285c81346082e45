// Lambdas are bodies of their own; what they capture are fields of the closure.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

struct Connection {
  void query(const std::string &sql);
};

class Store {
public:
  explicit Store(Connection &connection) : connection(connection) {}

  void save(const std::vector<std::string> &names, int limit) {
    auto insert = [&, limit](const std::string &name) {
      if (limit > 0)
        connection.query(prefix + name);
    };
    insert(names.front());
    std::for_each(names.begin(), names.end(), [this](const auto &name) { connection.query(name); });
  }

private:
  Connection &connection;
  std::string prefix;
};
// CHECK-LABEL: method @Store::save
// CHECK: %[[limit:[0-9]+]] = load $limit
// CHECK: %[[closure:[0-9]+]] = closure @"[[NAME:Store::save::\(lambda\)]]"{{.*}} [{{.*}}@"[[NAME]]::limit" = %[[limit]]
// CHECK-NEXT: store $insert = %[[closure]]
// CHECK: %[[object:[0-9]+]] = address $insert
// CHECK-NEXT: call operator @"[[NAME]]"{{.*}} on %[[object]]
// CHECK: closure @"[[NAME]]"{{.*}} [@"[[NAME]]::this"{{.*}} = %
// CHECK: call @std::for_each(

// The lambda with a name.
// CHECK: lambda @"Store::save::(lambda)"{{.*}}($name: @std::basic_string const&
// CHECK: load $this.{{.*}}limit
// CHECK: test gt
// CHECK: load $this.{{.*}}this
// CHECK: load %{{[0-9]+}}->connection

// The generic one: no instance of it is seen, as the bodies of the standard library are not parsed.
// CHECK: lambda @"Store::save::(lambda)"{{.*}} pattern
// CHECK: load $this.{{.*}}this
// CHECK: @Connection::query(

void later(Connection &c, std::function<void(Connection &, const std::string &)> then) {
  then(c, "done");
  later(c, [text = std::string("SELECT ")](Connection &with, const std::string &more) { with.query(text + more); });
}
// CHECK-LABEL: function @later
// CHECK: call @std::function::operator()(
// CHECK: call @std::basic_string::basic_string{{.*}} into [[text:\$[0-9]+]]
// CHECK: closure @"later::(lambda)"{{.*}} [@"later::(lambda)::text" = %
// CHECK: lambda @"later::(lambda)"
// CHECK: address $this.{{.*}}text
