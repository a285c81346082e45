// RUN: %clang-sql dump summary %s -- -std=c++11 %headers | FileCheck %s

#include <cppdb/frontend.h>
#include <string>

std::string statements(cppdb::session &sql, const std::string &name) {
  std::string found;
  sql << "DELETE FROM users WHERE name = ?" << name << cppdb::exec;
  cppdb::statement statement = sql.prepare("SELECT name FROM users WHERE id = ?");
  statement.bind(1, name);
  statement.exec();
  cppdb::result rows = sql << "SELECT name FROM users";
  while (rows.next()) {
    rows.fetch(0, found);
    rows >> found;
    found += rows.get<std::string>("name");
  }
  cppdb::transaction change(sql);
  change.commit();
  change.rollback();
  sql.begin();
  sql.commit();
  sql.rollback();
  return found + sql.escape(name);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @cppdb::result::fetch(
// CHECK-DAG: @cppdb::result::get(
// CHECK-DAG: @cppdb::result::next(
// CHECK-DAG: @cppdb::result::operator>>(
// CHECK-DAG: @cppdb::result::~result(
// CHECK-DAG: @cppdb::session::begin(
// CHECK-DAG: @cppdb::session::commit(
// CHECK-DAG: @cppdb::session::escape(
// CHECK-DAG: @cppdb::session::operator<<(
// CHECK-DAG: @cppdb::session::prepare(
// CHECK-DAG: @cppdb::session::rollback(
// CHECK-DAG: @cppdb::statement::bind(
// CHECK-DAG: @cppdb::statement::exec(
// CHECK-DAG: @"cppdb::statement::operator result"(
// CHECK-DAG: @cppdb::statement::operator<<(
// CHECK-DAG: @cppdb::statement::~statement(
// CHECK-DAG: @cppdb::transaction::commit(
// CHECK-DAG: @cppdb::transaction::rollback(
