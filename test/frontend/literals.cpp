// Each byte of a literal knows the character it was written by: through escapes, raw strings, adjacent
// tokens, joined lines and macros.
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

struct Connection {
  void run(const char *sql);
  void run(const char8_t *sql);
  void run(const wchar_t *sql);
};

#define USERS "users"
#define ACTIVE "active" " = 1"
#define TEXT(sql) #sql
#define RUN(connection, sql) (connection).run("/* run */ " sql)

void plain(Connection &c) {
  c.run("SELECT 1");
  // CHECK: function @plain
  // CHECK: literal "SELECT 1" at [[@LINE-2]]:9
}

void escapes(Connection &c) {
  c.run("a\n\x41\101\u00e9z");
  // CHECK: function @escapes
  // CHECK: literal "a\nAAéz" map [0 at [[#@LINE-2]]:10, 1 at [[#@LINE-2]]:11+2, 2 at [[#@LINE-2]]:13+4, 3 at [[#@LINE-2]]:17+4, 4 at [[#@LINE-2]]:21+6, 6 at [[#@LINE-2]]:27]
}

void adjacent(Connection &c) {
  c.run("SELECT id " /* the key */
        "FROM orders");
  // CHECK: function @adjacent
  // CHECK: literal "SELECT id FROM orders" map [0 at [[#@LINE-3]]:10+10, 10 at [[#@LINE-2]]:10+11]
}

void joined(Connection &c) {
  c.run("SELECT id \
FROM orders");
  // CHECK: function @joined
  // CHECK: literal "SELECT id FROM orders" map [0 at [[#@LINE-3]]:10+10, 10 at [[#@LINE-2]]:1+11]
}

void raw(Connection &c) {
  c.run(R"sql(SELECT "id"
    FROM orders)sql");
  // CHECK: function @raw
  // CHECK: literal "SELECT \"id\"\n    FROM orders" map [0 at [[#@LINE-3]]:15+12, 12 at [[#@LINE-2]]:1+15]
}

void macros(Connection &c) {
  c.run(USERS);
  // CHECK: function @macros
  // CHECK: literal "users" macro "USERS" at [[#@LINE-2]]:9+5 from 11:15
  c.run(ACTIVE);
  // CHECK: literal "active = 1" map [0 at [[#@LINE-1]]:9+6 from 12:17+6, 6 at [[#@LINE-1]]:9+6 from 12:26+4] macro "ACTIVE"
  c.run("SELECT * FROM " USERS);
  // CHECK: literal "SELECT * FROM users" map [0 at [[#@LINE-1]]:10+14, 14 at [[#@LINE-1]]:26+5 from 11:16+5] at
  c.run(TEXT(SELECT 2));
  // CHECK: literal "SELECT 2" map [0 at [[#@LINE-1]]:9+14] at
  RUN(c, "SELECT 3");
  // CHECK: literal "/* run */ SELECT 3" map [0 at [[#@LINE-1]]:3+18 from 14:48+10, 10 at [[#@LINE-1]]:11+8] at
  RUN(c, USERS);
  // CHECK: literal "/* run */ users" map [0 at [[#@LINE-1]]:3+13 from 14:48+10, 10 at [[#@LINE-1]]:10+5 from 11:16+5] at
}

void encodings(Connection &c) {
  c.run(u8"gr\u00fc\u00dfe");
  // CHECK: function @encodings
  // CHECK: literal "grüße"
  c.run(L"gr\u00fc\u00dfe");
  // CHECK: literal "grüße"
  c.run(__func__);
  // CHECK: literal "encodings" map [0 at [[#@LINE-1]]:9+8] at [[#@LINE-1]]:9+8
}
