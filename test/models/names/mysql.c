// RUN: %clang-sql dump summary %s -- %headers | FileCheck %s

#include <mariadb/mysql.h>
#include <stddef.h>

MYSQL *connected(const char *host) {
  MYSQL *db = mysql_init(NULL);
  mysql_options(db, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  if (!mysql_real_connect(db, host, "shop", "secret", "shop", 0, NULL, 0))
    mysql_close(db);
  mysql_set_character_set(db, "utf8mb4");
  return db;
}

int statements(MYSQL *db, const char *name, unsigned long size, char *buffer) {
  int status;
  mysql_query(db, "SELECT 1");
  mysql_real_query(db, name, size);
  mysql_send_query(db, "SELECT 2", 8);
  mysql_read_query_result(db);
  mysql_query_start(&status, db, "SELECT 3");
  mysql_real_query_start(&status, db, "SELECT 4", 8);
  mysql_real_escape_string(db, buffer, name, size);
  mysql_escape_string(buffer, name, size);
  mysql_hex_string(buffer, name, size);
  mysql_ping(db);
  return mysql_errno(db) + (int)mysql_affected_rows(db) + mysql_error(db)[0];
}

int prepared(MYSQL *db, MYSQL_BIND *bind, const char *sql, unsigned long size) {
  MYSQL_STMT *statement = mysql_stmt_init(db);
  mysql_stmt_prepare(statement, "SELECT name FROM users WHERE id = ?", 35);
  mysql_stmt_bind_param(statement, bind);
  mysql_stmt_bind_result(statement, bind);
  mysql_stmt_execute(statement);
  while (!mysql_stmt_fetch(statement))
    ;
  mariadb_stmt_execute_direct(statement, sql, size);
  mysql_stmt_close(statement);
  return mysql_stmt_errno(statement);
}

void transactions(MYSQL *db) {
  mysql_autocommit(db, 0);
  mysql_commit(db);
  mysql_rollback(db);
  mysql_autocommit(db, 1);
}

const char *results(MYSQL *db) {
  MYSQL_RES *all = mysql_store_result(db);
  MYSQL_ROW row = mysql_fetch_row(all);
  mysql_free_result(all);
  return mysql_num_fields(all) ? row[0] : mysql_info(db);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @mariadb_stmt_execute_direct(
// CHECK-DAG: @mysql_affected_rows(
// CHECK-DAG: @mysql_autocommit(
// CHECK-DAG: @mysql_close(
// CHECK-DAG: @mysql_commit(
// CHECK-DAG: @mysql_errno(
// CHECK-DAG: @mysql_error(
// CHECK-DAG: @mysql_escape_string(
// CHECK-DAG: @mysql_fetch_row(
// CHECK-DAG: @mysql_free_result(
// CHECK-DAG: @mysql_hex_string(
// CHECK-DAG: @mysql_info(
// CHECK-DAG: @mysql_init(
// CHECK-DAG: @mysql_num_fields(
// CHECK-DAG: @mysql_options(
// CHECK-DAG: @mysql_ping(
// CHECK-DAG: @mysql_query(
// CHECK-DAG: @mysql_query_start(
// CHECK-DAG: @mysql_read_query_result(
// CHECK-DAG: @mysql_real_connect(
// CHECK-DAG: @mysql_real_escape_string(
// CHECK-DAG: @mysql_real_query(
// CHECK-DAG: @mysql_real_query_start(
// CHECK-DAG: @mysql_rollback(
// CHECK-DAG: @mysql_send_query(
// CHECK-DAG: @mysql_set_character_set(
// CHECK-DAG: @mysql_stmt_bind_param(
// CHECK-DAG: @mysql_stmt_bind_result(
// CHECK-DAG: @mysql_stmt_close(
// CHECK-DAG: @mysql_stmt_errno(
// CHECK-DAG: @mysql_stmt_execute(
// CHECK-DAG: @mysql_stmt_fetch(
// CHECK-DAG: @mysql_stmt_init(
// CHECK-DAG: @mysql_stmt_prepare(
// CHECK-DAG: @mysql_store_result(
