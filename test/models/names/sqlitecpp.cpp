// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <SQLiteCpp/ExecuteMany.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sstream>
#include <string>
#include <tuple>

void statements(SQLite::Database &db, const std::string &name) {
  db.exec("SELECT 1");
  db.exec(name);
  db.tryExec("SELECT 2");
  db.execAndGet("SELECT 3").getInt();
  SQLite::Statement query(db, "SELECT name FROM users WHERE name = ? AND id > :id"), moved(std::move(query));
  SQLite::Statement built(db, name);
  query.bind(1, name);
  query.bind(":id", 1);
  query.bindNoCopy(1, name);
  SQLite::bind(query, name, 1);
  while (query.executeStep())
    query.getColumn(0);
  query.reset();
  query.clearBindings();
  query.exec();
  SQLite::execute_many(db, "INSERT INTO users (id, name) VALUES (?, ?)", std::make_tuple(1, "a"), std::make_tuple(2, "b"));
  db.tableExists("users");
  db.getLastInsertRowid();
  db.setBusyTimeout(100);
}

struct User {
  int id;
  std::string name;
};

std::string results(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT id, name FROM users");
  std::ostringstream out;
  User user = query.getColumns<User, 2>();
  std::string name = query.getColumn("name"), text = query.getColumn(1).getText();
  const char *pointer = query.getColumn(1);
  const void *blob = query.getColumn(1);
  int id = query.getColumn(0);
  out << query.getColumn(0) << id << blob;
  if (!query.isColumnNull(1) && query.getColumn(1).isText() && query.getColumn(1).size() < query.getColumnCount())
    text += query.getColumn(1).getString() + query.getColumn(1).getName() + query.getColumnName(0) + query.getColumnDeclaredType(0);
  return text + user.name + name + pointer + query.getQuery() + query.getExpandedSQL() + query.getErrorMsg() + db.getErrorMsg();
}

void transactions() {
  SQLite::Database db("shop.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Transaction plain(db), immediate(db, SQLite::TransactionBehavior::IMMEDIATE);
  SQLite::Savepoint point(db, "point");
  point.release();
  point.rollback();
  plain.commit();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @SQLite::Column::getInt(
// CHECK-DAG: @SQLite::Column::getName(
// CHECK-DAG: @SQLite::Column::getString(
// CHECK-DAG: @SQLite::Column::getText(
// CHECK-DAG: @SQLite::Column::isText(
// CHECK-DAG: @"SQLite::Column::operator basic_string"(
// CHECK-DAG: @"SQLite::Column::operator const char *"(
// CHECK-DAG: @"SQLite::Column::operator const void *"(
// CHECK-DAG: @"SQLite::Column::operator int32_t"(
// CHECK-DAG: @SQLite::Column::size(
// CHECK-DAG: @SQLite::Column::~Column(
// CHECK-DAG: @SQLite::Database::Database(
// CHECK-DAG: @SQLite::Database::exec(
// CHECK-DAG: @SQLite::Database::execAndGet(
// CHECK-DAG: @SQLite::Database::getErrorMsg(
// CHECK-DAG: @SQLite::Database::getLastInsertRowid(
// CHECK-DAG: @SQLite::Database::setBusyTimeout(
// CHECK-DAG: @SQLite::Database::tableExists(
// CHECK-DAG: @SQLite::Database::tryExec(
// CHECK-DAG: @SQLite::Database::~Database(
// CHECK-DAG: @SQLite::Savepoint::release(
// CHECK-DAG: @SQLite::Savepoint::rollback(
// CHECK-DAG: @SQLite::Statement::Statement(
// CHECK-DAG: @SQLite::Statement::bind(
// CHECK-DAG: @SQLite::Statement::bindNoCopy(
// CHECK-DAG: @SQLite::Statement::clearBindings(
// CHECK-DAG: @SQLite::Statement::exec(
// CHECK-DAG: @SQLite::Statement::executeStep(
// CHECK-DAG: @SQLite::Statement::getColumn(
// CHECK-DAG: @SQLite::Statement::getColumnCount(
// CHECK-DAG: @SQLite::Statement::getColumnDeclaredType(
// CHECK-DAG: @SQLite::Statement::getColumnName(
// CHECK-DAG: @SQLite::Statement::getColumns(
// CHECK-DAG: @SQLite::Statement::getErrorMsg(
// CHECK-DAG: @SQLite::Statement::getExpandedSQL(
// CHECK-DAG: @SQLite::Statement::getQuery(
// CHECK-DAG: @SQLite::Statement::isColumnNull(
// CHECK-DAG: @SQLite::Statement::reset(
// CHECK-DAG: @SQLite::Statement::~Statement(
// CHECK-DAG: @SQLite::Transaction::commit(
// CHECK-DAG: @SQLite::bind(
// CHECK-DAG: @SQLite::execute_many(
// CHECK-DAG: @SQLite::operator<<(
