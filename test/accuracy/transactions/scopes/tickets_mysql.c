// rules: sql-network-in-transaction
// packages: libmariadb
// A ticket office on MySQL's C interface: autocommit switched off and on, commit, rollback, and texts.
#include <mysql.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int run(MYSQL *db, const char *sql) { return mysql_real_query(db, sql, strlen(sql)); }

int sell(MYSQL *db) {
  mysql_autocommit(db, 0);
  if (mysql_query(db, "UPDATE seat SET sold = 1 WHERE id = 7")) {
    mysql_rollback(db);
    sleep(1); // OK sql-network-in-transaction
    return -1;
  }
  sleep(1); // WARN sql-network-in-transaction
  mysql_commit(db);
  mysql_autocommit(db, 1);
  sleep(1); // OK sql-network-in-transaction
  return 0;
}

int sell_quickly(MYSQL *db) {
  int failed;
  mysql_autocommit(db, 0);
  failed = mysql_query(db, "UPDATE seat SET sold = 1 WHERE id = 7");
  mysql_autocommit(db, 1);
  if (failed)
    sleep(2); // OK sql-network-in-transaction
  return failed;
}

int refund(MYSQL *db) {
  run(db, "START TRANSACTION");
  run(db, "UPDATE seat SET sold = 0 WHERE id = 7");
  system("print-receipt"); // WARN sql-network-in-transaction
  return run(db, "COMMIT");
}

int stats(MYSQL *db) {
  mysql_autocommit(db, 1);
  run(db, "UPDATE stats SET hits = hits + 1");
  system("upload-stats"); // OK sql-network-in-transaction
  return 0;
}

void leave(MYSQL *db) {
  run(db, "BEGIN");
  run(db, "DELETE FROM basket");
  mysql_close(db);
  sleep(3); // OK sql-network-in-transaction
}
