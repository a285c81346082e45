// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <soci/soci.h>
#include <string>
#include <vector>

void statements(soci::session &sql, const std::string &name) {
  int id = 0;
  std::string found;
  soci::indicator there;
  sql << "SELECT id FROM users WHERE name = :name", soci::use(name), soci::into(id);
  sql << "SELECT name FROM users WHERE id = " << id, soci::into(found, there);
  sql.once << "DELETE FROM users WHERE id = " << 1;
  soci::statement one = (sql.prepare << "SELECT 1", soci::into(id)), two(sql);
  one.execute(true);
  one.fetch();
  two.alloc();
  two.prepare("SELECT 2");
  two.exchange(soci::into(id));
  two.define_and_bind();
  soci::rowset<soci::row> rows = (sql.prepare << "SELECT name FROM " << name);
  for (soci::rowset<soci::row>::const_iterator row = rows.begin(); row != rows.end(); ++row) {
    found += row->get<std::string>(0) + row->get<std::string>("name", "none");
    *row >> found;
    found += row->get_properties(0).get_name();
  }
  soci::rowset<std::string> names = (sql.prepare << "SELECT name FROM users");
  for (const std::string &one : names)
    found += one;
  soci::procedure procedure = (sql.prepare << "run()");
  procedure.execute(true);
}

void transactions() {
  soci::session sql("postgresql", "dbname=shop");
  soci::transaction change(sql);
  change.commit();
  change.rollback();
  sql.begin();
  sql.commit();
  sql.rollback();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @soci::column_properties::get_name(
// CHECK-DAG: @soci::details::once_temp_type::operator<<(
// CHECK-DAG: @soci::details::once_temp_type::~once_temp_type(
// CHECK-DAG: @soci::details::once_type::operator<<(
// CHECK-DAG: @soci::details::prepare_temp_type::operator<<(
// CHECK-DAG: @soci::details::prepare_temp_type::~prepare_temp_type(
// CHECK-DAG: @soci::details::prepare_type::operator<<(
// CHECK-DAG: @soci::into(
// CHECK-DAG: @soci::procedure::execute(
// CHECK-DAG: @soci::procedure::procedure(
// CHECK-DAG: @soci::procedure::~procedure(
// CHECK-DAG: @soci::row::get(
// CHECK-DAG: @soci::row::get_properties(
// CHECK-DAG: @soci::row::operator>>(
// CHECK-DAG: @soci::rowset::begin(
// CHECK-DAG: @soci::rowset::end(
// CHECK-DAG: @soci::rowset::rowset(
// CHECK-DAG: @soci::rowset::~rowset(
// CHECK-DAG: @soci::rowset_iterator::operator!=(
// CHECK-DAG: @soci::rowset_iterator::operator*(
// CHECK-DAG: @soci::rowset_iterator::operator++(
// CHECK-DAG: @soci::rowset_iterator::operator->(
// CHECK-DAG: @soci::session::begin(
// CHECK-DAG: @soci::session::commit(
// CHECK-DAG: @soci::session::operator<<(
// CHECK-DAG: @soci::session::rollback(
// CHECK-DAG: @soci::session::session(
// CHECK-DAG: @soci::session::~session(
// CHECK-DAG: @soci::statement::alloc(
// CHECK-DAG: @soci::statement::define_and_bind(
// CHECK-DAG: @soci::statement::exchange(
// CHECK-DAG: @soci::statement::execute(
// CHECK-DAG: @soci::statement::fetch(
// CHECK-DAG: @soci::statement::prepare(
// CHECK-DAG: @soci::statement::statement(
// CHECK-DAG: @soci::statement::~statement(
// CHECK-DAG: @soci::transaction::commit(
// CHECK-DAG: @soci::transaction::rollback(
// CHECK-DAG: @soci::use(
