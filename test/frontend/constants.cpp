// Text constants used by name are literals that know their name; others are read like any variable.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <string>
#include <string_view>

namespace sql {
constexpr const char *FIND_USER = "SELECT * FROM users";
const char *const COUNT_USERS = FIND_USER;
constexpr char DELETE_USER[] = "DELETE FROM users";
constexpr std::string_view INSERT_USER = "INSERT INTO users";
const std::string DROP_USER = "DROP TABLE users";
const char *changeable = "SELECT 1";
constexpr int LIMIT = 5;
} // namespace sql

struct Users {
  static constexpr const char *TOUCH = "UPDATE users";
  static const char *const LOCK;
};
const char *const Users::LOCK = "LOCK users";

struct Connection {
  void run(std::string_view sql, int limit = sql::LIMIT);
  void run(const char *sql, int limit = 2 * sql::LIMIT);
};

// CHECK: variable @sql::FIND_USER: text const* {{.*}}constant
// CHECK: literal "SELECT * FROM users" at 8:35
// CHECK: store @sql::FIND_USER

void named(Connection &c) {
  c.run(sql::FIND_USER);
  // CHECK: function @named
  // CHECK: %1 = literal "SELECT * FROM users" map [0 at 8:36+19] named @sql::FIND_USER at [[#@LINE-2]]:9+14
  // CHECK: %2 = number 10
  // CHECK: call @Connection::run(%1, %2)
  c.run(sql::COUNT_USERS);
  // CHECK: literal "SELECT * FROM users" map [0 at 8:36+19] named @sql::COUNT_USERS
  c.run(sql::DELETE_USER);
  // CHECK: literal "DELETE FROM users" map [0 at 10:33+17] named @sql::DELETE_USER
  c.run(sql::INSERT_USER);
  // CHECK: literal "INSERT INTO users" map [0 at 11:43+17] named @sql::INSERT_USER
  c.run(Users::TOUCH);
  // CHECK: literal "UPDATE users" map [0 at 18:41+12] named @Users::TOUCH
  c.run(Users::LOCK);
  // CHECK: literal "LOCK users" map [0 at 21:34+10] named @Users::LOCK
  const char *const local = "SELECT 2";
  c.run(local);
  // CHECK: literal "SELECT 2" map [0 at [[#@LINE-2]]:30+8] named @named::local at [[#@LINE-1]]:9+5
}

void read(Connection &c) {
  c.run(sql::DROP_USER);
  // CHECK: function @read
  // CHECK: address @sql::DROP_USER
  c.run(sql::changeable);
  // CHECK: load @sql::changeable
  const char *local = "SELECT 3";
  c.run(local);
  // CHECK: literal "SELECT 3" at
  // CHECK: store $local
  // CHECK: load $local
}
