// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/resultset_metadata.h>
#include <cppconn/statement.h>
#include <memory>
#include <mysql_connection.h>
#include <string>

sql::SQLString statements(sql::Driver *driver, const std::string &name) {
  std::unique_ptr<sql::Connection> db(driver->connect("tcp://localhost", "shop", "secret"));
  std::unique_ptr<sql::Statement> statement(db->createStatement());
  statement->execute("SELECT 1");
  statement->executeUpdate(name);
  std::unique_ptr<sql::ResultSet> rows(statement->executeQuery("SELECT 2"));
  std::unique_ptr<sql::PreparedStatement> prepared(db->prepareStatement("SELECT name FROM users WHERE name = ?"));
  prepared->setString(1, name);
  prepared->setInt(2, 1);
  prepared->execute();
  prepared->executeUpdate();
  rows.reset(prepared->executeQuery());
  sql::SQLString all;
  while (rows->next())
    all += rows->getString(1) + rows->getString("name") + rows->getMetaData()->getColumnName(1);
  return all;
}

void transactions(sql::Connection &db, sql::Savepoint *point) {
  db.setAutoCommit(false);
  db.commit();
  db.rollback();
  db.rollback(point);
  db.setAutoCommit(true);
  db.setSchema("shop");
  db.close();
}

std::string texts(sql::mysql::MySQL_Connection &db, const std::string &name) {
  sql::SQLString all(name), part(name.c_str(), 3), copy(all);
  all = name;
  all = "x";
  all.append(name).append("x");
  all += part;
  const std::string &plain = copy;
  return plain + db.escapeString(name).asStdString() + all.c_str() + all.substr(1).asStdString() + (all == copy ? "a" : "b");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @sql::Connection::close(
// CHECK-DAG: @sql::Connection::commit(
// CHECK-DAG: @sql::Connection::createStatement(
// CHECK-DAG: @sql::Connection::prepareStatement(
// CHECK-DAG: @sql::Connection::rollback(
// CHECK-DAG: @sql::Connection::setAutoCommit(
// CHECK-DAG: @sql::Connection::setSchema(
// CHECK-DAG: @sql::Driver::connect(
// CHECK-DAG: @sql::PreparedStatement::execute(
// CHECK-DAG: @sql::PreparedStatement::executeQuery(
// CHECK-DAG: @sql::PreparedStatement::executeUpdate(
// CHECK-DAG: @sql::PreparedStatement::setInt(
// CHECK-DAG: @sql::PreparedStatement::setString(
// CHECK-DAG: @sql::ResultSet::getMetaData(
// CHECK-DAG: @sql::ResultSet::getString(
// CHECK-DAG: @sql::ResultSet::next(
// CHECK-DAG: @sql::ResultSetMetaData::getColumnName(
// CHECK-DAG: @sql::SQLString::SQLString(
// CHECK-DAG: @sql::SQLString::append(
// CHECK-DAG: @sql::SQLString::asStdString(
// CHECK-DAG: @sql::SQLString::c_str(
// CHECK-DAG: @"sql::SQLString::operator basic_string"(
// CHECK-DAG: @sql::SQLString::operator+=(
// CHECK-DAG: @sql::SQLString::operator=(
// CHECK-DAG: @sql::SQLString::substr(
// CHECK-DAG: @sql::SQLString::~SQLString(
// CHECK-DAG: @sql::Statement::execute(
// CHECK-DAG: @sql::Statement::executeQuery(
// CHECK-DAG: @sql::Statement::executeUpdate(
// CHECK-DAG: @sql::mysql::MySQL_Connection::escapeString(
// CHECK-DAG: @sql::operator+(
// CHECK-DAG: @sql::operator==(
