// RUN: %clang-sql dump summary %s -- -std=c++17 -isystem %S/../Inputs/boostmysql | FileCheck %s

#include <mysql.hpp>
#include <string>

std::string statements(boost::mysql::any_connection &db, const std::string &name, const boost::mysql::format_options &options) {
  boost::mysql::results rows;
  boost::mysql::error_code failed;
  boost::mysql::diagnostics why;
  std::string escaped;
  db.connect(boost::mysql::connect_params{});
  db.execute("SELECT 1", rows);
  db.execute(name, rows, failed, why);
  boost::mysql::statement statement = db.prepare_statement("SELECT name FROM users WHERE name = ?");
  db.execute(statement.bind(name), rows);
  db.close_statement(statement);
  failed = boost::mysql::escape_string(name, options, boost::mysql::quoting_context::single_quote, escaped);
  return escaped;
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @boost::mysql::any_connection::close_statement(
// CHECK-DAG: @boost::mysql::any_connection::connect(
// CHECK-DAG: @boost::mysql::any_connection::execute(
// CHECK-DAG: @boost::mysql::any_connection::prepare_statement(
// CHECK-DAG: @boost::mysql::error_code::operator=(
// CHECK-DAG: @boost::mysql::escape_string(
// CHECK-DAG: @boost::mysql::statement::bind(
