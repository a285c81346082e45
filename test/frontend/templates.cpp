// Instances of templates are functions; what is never instantiated is lowered from its pattern.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <string>

struct Connection {
  void query(const std::string &sql);
  void run(const char *format, ...);
};

template <class... Arguments> void execute(Connection &c, const char *format, Arguments... arguments) {
  c.run(format, arguments...);
}

template <class Row> class Repository {
public:
  explicit Repository(Connection &connection) : connection(connection) {}
  void insert(const Row &row) { execute(connection, "INSERT INTO t VALUES (%d)", row.id); }
  void clear() { connection.query("DELETE FROM t"); }

private:
  Connection &connection;
};

struct User {
  int id;
};

void add(Connection &c, const User &user) {
  Repository<User> users(c);
  users.insert(user);
}

template <class Database, class List> void dropAll(Database &database, const List &tables, const char *suffix) {
  for (const auto &table : tables) {
    database.query("DROP TABLE " + table);
    database.query(suffix);
  }
}

// CHECK-LABEL: function @execute($c: @Connection&{{.*}}, $format: text const*{{.*}}, $arguments: integer
// CHECK: call @Connection::run(%{{[0-9]+}}, %{{[0-9]+}})

// CHECK-LABEL: method @Repository::insert($row: @User const&
// CHECK-NOT: pattern
// CHECK: call @execute(

// CHECK-LABEL: function @add
// CHECK: call @Repository::insert

// CHECK-LABEL: method @Repository::clear() -> void{{.*}} pattern
// CHECK: literal "DELETE FROM t"

// CHECK-LABEL: function @dropAll{{.*}} pattern
// CHECK: [[loop:b[0-9]+]]:
// CHECK: if %{{[0-9]+}} then [[body:b[0-9]+]] else exit
// CHECK: [[body]]:
// CHECK: literal "DROP TABLE "
// CHECK: call @query(
// CHECK: %[[suffix:[0-9]+]] = load $suffix
// CHECK: call @query(%[[suffix]])
// CHECK: goto [[loop]]
