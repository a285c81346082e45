// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/nanodbc | FileCheck %s

#include <nanodbc.h>
#include <string>

std::string statements(nanodbc::connection &db, const std::string &name) {
  nanodbc::execute(db, "SELECT 1");
  nanodbc::just_execute(db, name);
  nanodbc::statement one(db, "SELECT 2"), two(db), three;
  one.execute();
  two.prepare("SELECT 3");
  three.prepare(db, "SELECT 4");
  three.just_execute();
  three.just_execute_direct(db, "SELECT 5");
  int id = 1;
  one.bind(0, &id);
  nanodbc::result rows = two.execute_direct(db, "SELECT 6");
  nanodbc::execute(one);
  std::string text;
  while (rows.next()) {
    rows.get_ref(0, text);
    text += rows.get<std::string>(0) + rows.get<std::string>("name") + rows.column_name(0);
  }
  return text;
}

void transactions() {
  nanodbc::connection db("DSN=shop"), other;
  other.connect("shop", "user", "secret");
  nanodbc::transaction change(db);
  nanodbc::execute(change.connection(), "SELECT 7");
  change.commit();
  change.rollback();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @nanodbc::connection::connect(
// CHECK-DAG: @nanodbc::connection::connection(
// CHECK-DAG: @nanodbc::connection::~connection(
// CHECK-DAG: @nanodbc::execute(
// CHECK-DAG: @nanodbc::just_execute(
// CHECK-DAG: @nanodbc::result::column_name(
// CHECK-DAG: @nanodbc::result::get(
// CHECK-DAG: @nanodbc::result::get_ref(
// CHECK-DAG: @nanodbc::result::next(
// CHECK-DAG: @nanodbc::result::~result(
// CHECK-DAG: @nanodbc::statement::bind(
// CHECK-DAG: @nanodbc::statement::execute(
// CHECK-DAG: @nanodbc::statement::execute_direct(
// CHECK-DAG: @nanodbc::statement::just_execute(
// CHECK-DAG: @nanodbc::statement::just_execute_direct(
// CHECK-DAG: @nanodbc::statement::prepare(
// CHECK-DAG: @nanodbc::statement::statement(
// CHECK-DAG: @nanodbc::statement::~statement(
// CHECK-DAG: @nanodbc::transaction::commit(
// CHECK-DAG: @nanodbc::transaction::connection(
// CHECK-DAG: @nanodbc::transaction::rollback(
