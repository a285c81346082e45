// rules: sql-injection
//
// A command-line tool in C: options are the command line, too.

#include <getopt.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int purge(sqlite3 *db, int argc, char **argv) {
  const char *table = "sessions";
  long limit = 10;
  char sql[200];
  int option;
  while ((option = getopt(argc, argv, "t:n:")) != -1) {
    if (option == 't')
      table = optarg;
    else if (option == 'n')
      limit = atol(optarg);
  }
  snprintf(sql, sizeof sql, "DELETE FROM sessions LIMIT %ld", limit);
  sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  snprintf(sql, sizeof sql, "DELETE FROM %s", table);
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection tainted
}

// What mktime() corrects is another time afterwards: the branch is not dead.
int is_real(sqlite3 *db, int day, const char *name) {
  struct tm given = {0}, corrected;
  char sql[200];
  given.tm_mday = 31;
  corrected = given;
  mktime(&corrected);
  if (given.tm_mday == corrected.tm_mday)
    return day;
  snprintf(sql, sizeof sql, "DELETE FROM days WHERE name = '%s'", name);
  return sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
}
