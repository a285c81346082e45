// rules: sql-network-in-transaction
// packages: libpq
// Meter readings on libpq: transactions are texts.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BEGIN_SERIALIZABLE "BEGIN ISOLATION LEVEL SERIALIZABLE"
#define COMMIT "COMMIT"

static const char *const ROLLBACK = "ROLLBACK";

static void do_sql(PGconn *db, const char *sql) { PQclear(PQexec(db, sql)); }

void read_meter(PGconn *db) {
  do_sql(db, "BEGIN");
  do_sql(db, "UPDATE meter SET read = now()");
  usleep(5000); // WARN sql-network-in-transaction
  do_sql(db, COMMIT);
  usleep(5000); // OK sql-network-in-transaction
}

void read_serializable(PGconn *db) {
  PQclear(PQexec(db, BEGIN_SERIALIZABLE));
  PQclear(PQexec(db, "UPDATE meter SET read = now()"));
  usleep(6000); // WARN sql-network-in-transaction
  PQclear(PQexec(db, ROLLBACK));
  usleep(6000); // OK sql-network-in-transaction
}

void start_and_end(PGconn *db) {
  do_sql(db, "START TRANSACTION READ ONLY");
  do_sql(db, "SELECT * FROM meter");
  usleep(7000); // WARN sql-network-in-transaction
  do_sql(db, "END");
  usleep(7000); // OK sql-network-in-transaction
}

void chained(PGconn *db) {
  do_sql(db, "BEGIN");
  do_sql(db, "UPDATE meter SET day = day + 1");
  do_sql(db, "COMMIT AND CHAIN");
  usleep(8000); // WARN sql-network-in-transaction
  do_sql(db, "ROLLBACK AND CHAIN");
  usleep(8000); // WARN sql-network-in-transaction
  do_sql(db, "COMMIT AND NO CHAIN");
  usleep(8000); // OK sql-network-in-transaction
}

void savepoints(PGconn *db) {
  do_sql(db, "BEGIN");
  do_sql(db, "SAVEPOINT one_meter");
  do_sql(db, "UPDATE meter SET bad = true");
  do_sql(db, "ROLLBACK TO SAVEPOINT one_meter");
  usleep(9000); // WARN sql-network-in-transaction
  do_sql(db, "RELEASE SAVEPOINT one_meter");
  usleep(9000); // WARN sql-network-in-transaction
  do_sql(db, "ABORT");
  usleep(9000); // OK sql-network-in-transaction
}

void savepoint_alone(PGconn *db) {
  do_sql(db, "DO $$ BEGIN UPDATE meter SET bad = false; END $$");
  usleep(9500); // OK sql-network-in-transaction
}

void body_of_function(PGconn *db) {
  do_sql(db, "CREATE FUNCTION bill() RETURNS void LANGUAGE plpgsql AS 'BEGIN UPDATE meter SET billed = true; END'");
  usleep(1); // OK sql-network-in-transaction
}

void all_in_one_text(PGconn *db) {
  do_sql(db, "BEGIN; UPDATE meter SET a = 1; COMMIT");
  usleep(2); // OK sql-network-in-transaction
  do_sql(db, "BEGIN; UPDATE meter SET a = 2");
  usleep(3); // WARN sql-network-in-transaction
  do_sql(db, "UPDATE meter SET a = 3; COMMIT");
  usleep(4); // OK sql-network-in-transaction
}

void prepared(PGconn *db) {
  PQclear(PQprepare(db, "begin", "BEGIN", 0, NULL));
  PQclear(PQprepare(db, "commit", "COMMIT", 0, NULL));
  PQclear(PQexecPrepared(db, "begin", 0, NULL, NULL, NULL, 0));
  usleep(5); // WARN sql-network-in-transaction
  PQclear(PQexecPrepared(db, "commit", 0, NULL, NULL, NULL, 0));
  usleep(6); // OK sql-network-in-transaction
}

void with_level(PGconn *db, int strict) {
  char text[80];
  snprintf(text, sizeof text, "BEGIN ISOLATION LEVEL %s", strict ? "SERIALIZABLE" : "READ COMMITTED");
  do_sql(db, text);
  usleep(7); // WARN sql-network-in-transaction
  do_sql(db, "COMMIT");
}

void with_parameters(PGconn *db) {
  const char *values[] = {"7"};
  PQclear(PQexecParams(db, "BEGIN", 0, NULL, NULL, NULL, NULL, 0));
  PQclear(PQexecParams(db, "UPDATE meter SET a = $1", 1, NULL, values, NULL, NULL, 0));
  usleep(8); // WARN sql-network-in-transaction
  PQclear(PQexecParams(db, "COMMIT", 0, NULL, NULL, NULL, NULL, 0));
}

void two_connections(PGconn *db, PGconn *log) {
  do_sql(db, "BEGIN");
  do_sql(log, "BEGIN");
  do_sql(db, "COMMIT");
  usleep(9); // WARN sql-network-in-transaction
  do_sql(log, "COMMIT");
  usleep(10); // OK sql-network-in-transaction
}

void two_phase(PGconn *db) {
  do_sql(db, "BEGIN");
  do_sql(db, "UPDATE meter SET a = 1");
  do_sql(db, "PREPARE TRANSACTION 'meter'");
  usleep(11); // OK sql-network-in-transaction
  do_sql(db, "COMMIT PREPARED 'meter'");
}
