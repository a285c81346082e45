// rules: sql-misplaced-escape
// packages: libmariadb
//
// The same in C, where the copy is a buffer.

#include <mysql.h>
#include <stdio.h>
#include <string.h>

int forgotten(MYSQL *db, const char *title) {
  char safe[200], sql[300];
  mysql_real_escape_string(db, safe, title, strlen(title));
  snprintf(sql, sizeof sql, "INSERT INTO objects (title) VALUES ('%s')", title);
  return mysql_query(db, sql); // WARN sql-misplaced-escape
}

int remembered(MYSQL *db, const char *title) {
  char safe[200], sql[300];
  mysql_real_escape_string(db, safe, title, strlen(title));
  snprintf(sql, sizeof sql, "INSERT INTO objects (title) VALUES ('%s')", safe);
  return mysql_query(db, sql); // OK sql-misplaced-escape
}
