// Names that models know, keys that do not collide, and what an entity says of itself.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <string>

namespace store {
inline namespace v2 {
namespace {
void log(const std::string &text);
struct Hidden {
  void touch();
};
} // namespace

class Connection {
public:
  virtual ~Connection();
  virtual int run(const std::string &sql) = 0;
  explicit operator bool() const noexcept;
  Connection &operator<<(const std::string &sql);
};

class Postgres final : public Connection {
public:
  int run(const std::string &sql) override;
  static Postgres &instance();
  [[noreturn]] void fail() const;
};
} // namespace v2
} // namespace store

static void helper(store::Connection &c) {
  c << "SELECT 1";
  if (c)
    c.run("SELECT 2");
  c.Connection::run("SELECT 3");
}
// CHECK-LABEL: function @helper($c: @store::Connection& {{.*}}) -> void internal key "{{.*}}entities.cpp:{{[0-9]+}}"
// CHECK: call @store::Connection::operator<<(
// CHECK: call implicit @"store::Connection::operator bool"() on
// CHECK: call @store::Connection::run(
// CHECK: call plain @store::Connection::run(
// CHECK: method @store::Connection::operator<<(@std::basic_string const&) -> @store::Connection& key
// CHECK: method @"store::Connection::operator bool"() -> bool const_member nothrow
// CHECK: method @store::Connection::run(@std::basic_string const&) -> integer virtual

void use(store::Connection &c) {
  helper(c);
  store::log("x");
  store::Hidden().touch();
  store::Postgres &p = store::Postgres::instance();
  p.run("SELECT 4");
  p.fail();
}
// CHECK-LABEL: function @use
// CHECK: call @"store::(anonymous)::log"
// CHECK: call plain @store::Postgres::run(
// CHECK: class @store::Postgres bases @store::Connection models "store::Postgres", "store::Connection"
// CHECK: function @"store::(anonymous)::log"{{.*}} internal
// CHECK: method @store::Postgres::instance() -> @store::Postgres& static
// CHECK: method @store::Postgres::run{{.*}} overrides @store::Connection::run virtual models "store::Postgres::run", "store::Connection::run"
// CHECK: method @store::Postgres::fail() -> void const_member noreturn

int main(int argc, char **argv) { return argc; }
// CHECK-LABEL: function @main({{.*}} main
