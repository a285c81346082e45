// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <sql.h>
#include <sqlext.h>

SQLHDBC connected(SQLHENV environment, SQLCHAR *name) {
  SQLHDBC db;
  SQLAllocHandle(SQL_HANDLE_DBC, environment, &db);
  SQLConnect(db, name, SQL_NTS, name, SQL_NTS, name, SQL_NTS);
  SQLDriverConnect(db, 0, name, SQL_NTS, 0, 0, 0, SQL_DRIVER_NOPROMPT);
  SQLSetConnectAttr(db, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0);
  return db;
}

SQLRETURN statements(SQLHDBC db, SQLCHAR *sql, SQLCHAR *name) {
  SQLHSTMT statement;
  SQLLEN size = SQL_NTS;
  char value[100];
  SQLAllocHandle(SQL_HANDLE_STMT, db, &statement);
  SQLExecDirect(statement, sql, SQL_NTS);
  SQLPrepare(statement, (SQLCHAR *)"SELECT name FROM users WHERE id = ?", SQL_NTS);
  SQLBindParameter(statement, 1, SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR, 100, 0, name, 100, &size);
  SQLExecute(statement);
  SQLBindCol(statement, 1, SQL_C_CHAR, value, sizeof value, &size);
  SQLFetch(statement);
  SQLGetData(statement, 1, SQL_C_CHAR, value, sizeof value, &size);
  SQLExecDirect(statement, (SQLCHAR *)value, SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, statement);
  return SQLEndTran(SQL_HANDLE_DBC, db, SQL_COMMIT);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @SQLAllocHandle(
// CHECK-DAG: @SQLBindCol(
// CHECK-DAG: @SQLBindParameter(
// CHECK-DAG: @SQLConnect(
// CHECK-DAG: @SQLDriverConnect(
// CHECK-DAG: @SQLEndTran(
// CHECK-DAG: @SQLExecDirect(
// CHECK-DAG: @SQLExecute(
// CHECK-DAG: @SQLFetch(
// CHECK-DAG: @SQLFreeHandle(
// CHECK-DAG: @SQLGetData(
// CHECK-DAG: @SQLPrepare(
