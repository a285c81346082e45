// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/taopq | FileCheck %s

#include <string>
#include <tao/pq.hpp>

std::string statements(const std::string &name) {
  std::shared_ptr<tao::pq::connection> db = tao::pq::connection::create("dbname=shop");
  db->execute("SELECT 1");
  db->prepare("find", "SELECT name FROM users WHERE name = $1");
  std::shared_ptr<tao::pq::transaction> change = db->transaction();
  tao::pq::result rows = change->execute("SELECT $1", name);
  change->commit();
  change->rollback();
  return rows[0][0].as<std::string>() + rows[0].get<std::string>(1) + rows[0][0].get() + db->direct()->execute(name).as<std::string>();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @tao::pq::connection::create(
// CHECK-DAG: @tao::pq::connection::direct(
// CHECK-DAG: @tao::pq::connection::execute(
// CHECK-DAG: @tao::pq::connection::prepare(
// CHECK-DAG: @tao::pq::connection::transaction(
// CHECK-DAG: @tao::pq::field::as(
// CHECK-DAG: @tao::pq::field::get(
// CHECK-DAG: @tao::pq::internal::zsv::zsv(
// CHECK-DAG: @tao::pq::result::as(
// CHECK-DAG: @tao::pq::result::operator[](
// CHECK-DAG: @tao::pq::row::get(
// CHECK-DAG: @tao::pq::row::operator[](
// CHECK-DAG: @tao::pq::transaction::commit(
// CHECK-DAG: @tao::pq::transaction::execute(
// CHECK-DAG: @tao::pq::transaction::rollback(
