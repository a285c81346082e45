// rules: sql-injection
// flags: -std=gnu17 -O2 -D_FORTIFY_SOURCE=2
//
// A hardened build: the C library's headers put checking calls in the place of snprintf, strcpy and the others.

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int by_name(sqlite3 *db, const char *name) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT id FROM hosts WHERE name = '%s'", name);
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
}

int by_number(sqlite3 *db, int number) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT name FROM hosts WHERE id = %d", number);
  return sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
}

int by_parts(sqlite3 *db, const char *name) {
  char sql[200];
  strcpy(sql, "SELECT id FROM hosts WHERE name = '");
  strcat(sql, name);
  strcat(sql, "'");
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
}

int by_quoted_name(sqlite3 *db, const char *name) {
  char *sql = sqlite3_mprintf("SELECT id FROM hosts WHERE name = %Q", name);
  int result = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return result;
}

int asked(sqlite3 *db) {
  char name[20], sql[200];
  if (!fgets(name, sizeof name, stdin))
    return 1;
  sprintf(sql, "SELECT id FROM hosts WHERE name = '%s'", name);
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection tainted
}

int copied(sqlite3 *db, const char *name) {
  char sql[200];
  memcpy(sql, "SELECT id FROM hosts WHERE name = '", 36);
  strncat(sql, name, 100);
  strcat(sql, "'");
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
}
