// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/userver | FileCheck %s

#include <string>
#include <userver/storages/postgres/cluster.hpp>

std::string statements(storages::postgres::Cluster &cluster, const std::string &name) {
  cluster.Execute(1, "SELECT 1");
  cluster.Execute(1, storages::postgres::OptionalCommandControl{}, "SELECT $1", name);
  storages::postgres::Transaction change = cluster.Begin(storages::postgres::TransactionOptions{});
  change.Execute("UPDATE users SET name = $1", name);
  change.Execute(storages::postgres::OptionalCommandControl{}, "SELECT 2");
  storages::Query query{name};
  std::string text = change.Execute(query).AsSingleRow<std::string>();
  change.Commit();
  change.Rollback();
  return text + query.Statement();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @storages::Query::Query(
// CHECK-DAG: @storages::Query::Statement(
// CHECK-DAG: @storages::postgres::Cluster::Begin(
// CHECK-DAG: @storages::postgres::Cluster::Execute(
// CHECK-DAG: @storages::postgres::ClusterHostTypeFlags::ClusterHostTypeFlags(
// CHECK-DAG: @storages::postgres::ResultSet::AsSingleRow(
// CHECK-DAG: @storages::postgres::Transaction::Commit(
// CHECK-DAG: @storages::postgres::Transaction::Execute(
// CHECK-DAG: @storages::postgres::Transaction::Rollback(
// CHECK-DAG: @storages::postgres::Transaction::~Transaction(
