// rules: sql-injection, sql-insert-without-columns
// packages: libmariadb
//
// A forum on MariaDB, with the C client.

#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int post_delete(MYSQL *db, unsigned long id) {
  char sql[128];
  int n = snprintf(sql, sizeof sql, "DELETE FROM posts WHERE id = %lu", id);
  return mysql_real_query(db, sql, n); // OK sql-injection
}

int post_find(MYSQL *db, const char *word) {
  char sql[512];
  snprintf(sql, sizeof sql, "SELECT id FROM posts WHERE body LIKE '%%%s%%'", word);
  return mysql_query(db, sql); // WARN sql-injection
}

int post_find_escaped(MYSQL *db, const char *word) {
  char sql[512], escaped[256];
  mysql_real_escape_string(db, escaped, word, strnlen(word, 100));
  snprintf(sql, sizeof sql, "SELECT id FROM `posts` WHERE `body` LIKE '%%%s%%' LIMIT 0,20", escaped);
  return mysql_query(db, sql); // OK sql-injection
}

int post_rename(MYSQL *db, const char *title, int id) {
  MYSQL_STMT *statement = mysql_stmt_init(db);
  const char *sql = "UPDATE posts SET title = ? WHERE id = ?";
  if (mysql_stmt_prepare(statement, sql, strlen(sql))) // OK sql-injection
    return -1;
  MYSQL_BIND bind[2] = {0};
  bind[0].buffer_type = MYSQL_TYPE_STRING;
  bind[0].buffer = (char *)title;
  bind[0].buffer_length = strlen(title);
  bind[1].buffer_type = MYSQL_TYPE_LONG;
  bind[1].buffer = &id;
  mysql_stmt_bind_param(statement, bind);
  int code = mysql_stmt_execute(statement);
  mysql_stmt_close(statement);
  return code;
}

int post_sorted(MYSQL *db, const char *column) {
  char sql[200];
  MYSQL_STMT *statement = mysql_stmt_init(db);
  snprintf(sql, sizeof sql, "SELECT id FROM posts ORDER BY `%s`", column);
  return mysql_stmt_prepare(statement, sql, strlen(sql)); // WARN sql-injection
}

int post_add(MYSQL *db, int thread) {
  char sql[200];
  snprintf(sql, sizeof sql, "INSERT IGNORE INTO posts VALUES (NULL, %d, '')", thread); // WARN sql-insert-without-columns
  if (mysql_query(db, sql)) // OK sql-injection
    return -1;
  snprintf(sql, sizeof sql, "REPLACE INTO post_counts VALUES (%d, 1)", thread); // WARN sql-insert-without-columns
  if (mysql_query(db, sql)) // OK sql-injection
    return -1;
  snprintf(sql, sizeof sql, "INSERT INTO posts SET thread = %d, body = ''", thread); // OK sql-insert-without-columns
  if (mysql_query(db, sql)) // OK sql-injection
    return -1;
  snprintf(sql, sizeof sql, "INSERT INTO post_counts (thread, n) VALUES (%d, 1) ON DUPLICATE KEY UPDATE n = n + 1", thread); // OK sql-insert-without-columns
  return mysql_query(db, sql); // OK sql-injection
}

int hex_avatar(MYSQL *db, int user, const unsigned char *image, unsigned long length) {
  char *hex = malloc(length * 2 + 1);
  char *sql = malloc(length * 2 + 100);
  mysql_hex_string(hex, (const char *)image, length);
  sprintf(sql, "UPDATE users SET avatar = x'%s' WHERE id = %d", hex, user);
  int code = mysql_query(db, sql); // OK sql-injection
  free(hex);
  free(sql);
  return code;
}
