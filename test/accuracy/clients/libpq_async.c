// rules: sql-injection, sql-insert-without-columns
// packages: libpq
//
// An importer that uses libpq's asynchronous and prepared interfaces.

#include <libpq-fe.h>
#include <stdio.h>

int send_all(PGconn *conn, const char *city) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT id FROM addresses WHERE city = '%s'", city);
  if (!PQsendQuery(conn, sql)) // WARN sql-injection
    return 0;
  const char *values[1] = {city};
  return PQsendQueryParams(conn, "SELECT id FROM addresses WHERE city = $1", 1, NULL, values, NULL, NULL, 0); // OK sql-injection
}

int prepare_all(PGconn *conn, const char *table) {
  char sql[200];
  PQclear(PQprepare(conn, "add_address", "INSERT INTO addresses VALUES ($1, $2)", 2, NULL)); // WARN sql-insert-without-columns // OK sql-injection
  PQclear(PQprepare(conn, "add_city", "INSERT INTO cities (name) VALUES ($1)", 1, NULL)); // OK sql-insert-without-columns; sql-injection
  snprintf(sql, sizeof sql, "INSERT INTO %s (id) VALUES ($1)", table);
  return PQsendPrepare(conn, "add_any", sql, 1, NULL); // WARN sql-injection
}

int copy_all(PGconn *conn) {
  PQclear(PQexec(conn, "COPY addresses FROM STDIN")); // WARN sql-insert-without-columns // OK sql-injection
  PQclear(PQexec(conn, "COPY addresses (id, city) FROM STDIN WITH (FORMAT csv)")); // OK sql-insert-without-columns; sql-injection
  PQclear(PQexec(conn, "COPY addresses TO STDOUT")); // OK sql-insert-without-columns; sql-injection
  return 0;
}
