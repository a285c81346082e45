// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/drogon | FileCheck %s

#include <drogon/HttpRequest.h>
#include <drogon/orm/DbClient.h>
#include <string>

std::string statements(const drogon::orm::DbClientPtr &db, const drogon::HttpRequestPtr &request) {
  drogon::orm::Result rows = db->execSqlSync("SELECT name FROM users WHERE id = $1", 1);
  db->execSqlAsync("SELECT 2", [](const drogon::orm::Result &) {}, [](const drogon::orm::DrogonDbException &) {});
  db->execSqlAsyncFuture("SELECT 3").get();
  *db << "SELECT $1" << request->getParameter("id") >> [](const drogon::orm::Result &) {};
  return rows[0]["name"].as<std::string>() + rows[0][0UL].c_str() + request->getHeader("X") + request->getCookie("c") + request->query() +
         std::string(request->body()) + request->path() + request->getParameters().at("x") + request->bodyData() +
         std::string(request->getBody()) + request->getQuery() + request->getPath();
}

void transactions(const drogon::orm::DbClientPtr &db) {
  std::shared_ptr<drogon::orm::Transaction> change = db->newTransaction();
  change->execSqlSync("SELECT 4");
  change->rollback();
  change->setCommitCallback([](bool) {});
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @drogon::HttpRequest::body(
// CHECK-DAG: @drogon::HttpRequest::bodyData(
// CHECK-DAG: @drogon::HttpRequest::getBody(
// CHECK-DAG: @drogon::HttpRequest::getCookie(
// CHECK-DAG: @drogon::HttpRequest::getHeader(
// CHECK-DAG: @drogon::HttpRequest::getParameter(
// CHECK-DAG: @drogon::HttpRequest::getParameters(
// CHECK-DAG: @drogon::HttpRequest::getPath(
// CHECK-DAG: @drogon::HttpRequest::getQuery(
// CHECK-DAG: @drogon::HttpRequest::path(
// CHECK-DAG: @drogon::HttpRequest::query(
// CHECK-DAG: @drogon::orm::DbClient::execSqlAsync(
// CHECK-DAG: @drogon::orm::DbClient::execSqlAsyncFuture(
// CHECK-DAG: @drogon::orm::DbClient::execSqlSync(
// CHECK-DAG: @drogon::orm::DbClient::newTransaction(
// CHECK-DAG: @drogon::orm::DbClient::operator<<(
// CHECK-DAG: @drogon::orm::Field::as(
// CHECK-DAG: @drogon::orm::Field::c_str(
// CHECK-DAG: @drogon::orm::Result::operator[](
// CHECK-DAG: @drogon::orm::Row::operator[](
// CHECK-DAG: @drogon::orm::Transaction::rollback(
// CHECK-DAG: @drogon::orm::Transaction::setCommitCallback(
// CHECK-DAG: @drogon::orm::internal::SqlBinder::operator<<(
// CHECK-DAG: @drogon::orm::internal::SqlBinder::operator>>(
// CHECK-DAG: @drogon::orm::internal::SqlBinder::~SqlBinder(
