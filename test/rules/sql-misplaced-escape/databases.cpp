// RUN: split-file %s %t
// RUN: not %clang-sql check --checks='-*,sql-misplaced-escape,sql-injection' --library=%t/shop.yaml %t/move.cpp -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A program that moves orders from one database to another, and escapes for the one what it sends to the other.

//--- shop.yaml
library: my shop
dialect: mysql
placeholders: question
functions:
  shop::my_escape: {text: {escape: 1, as: literal-body}}
  shop::my_query: {execute: 1}
---
library: pg shop
dialect: postgresql
functions:
  shop::pg_escape: {text: {escape: 1, as: literal-body}}
  shop::pg_query: {execute: 1}

//--- move.cpp
#include <string>

namespace shop {
std::string my_escape(const std::string &), pg_escape(const std::string &);
void my_query(const std::string &), pg_query(const std::string &);

void move(const std::string &name) {
  my_query("SELECT id FROM orders WHERE name = '" + my_escape(name) + "'");
  pg_query("SELECT id FROM orders WHERE name = '" + pg_escape(name) + "'");
  my_query("SELECT id FROM orders WHERE name = '" + pg_escape(name) + "'");
  // CHECK: move.cpp:10:3: warning: 'pg_escape(name)' is escaped for PostgreSQL, but 'my_query' sends it to MySQL: what one of them takes for an escaped quote ends the text for the other [sql-misplaced-escape]
  pg_query("SELECT id FROM orders WHERE name = '" + my_escape(name) + "'");
  // CHECK: move.cpp:12:3: warning: 'my_escape(name)' is escaped for MySQL, but 'pg_query' sends it to PostgreSQL: what one of them takes for an escaped quote ends the text for the other [sql-misplaced-escape]
}
} // namespace shop
