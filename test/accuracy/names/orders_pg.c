// rules: sql-unnamed-query
// packages: libpq
//
// Statements that get their name from PQprepare.

#include <libpq-fe.h>
#include <stdlib.h>

void prepare_all(PGconn *conn) {
  PQclear(PQprepare(conn, "fetch_order", "SELECT id FROM orders WHERE id = $1", 1, NULL)); // OK sql-unnamed-query
  PQclear(PQprepare(conn, "", "SELECT id FROM orders WHERE city = $1", 1, NULL)); // WARN sql-unnamed-query
  PQclear(PQexec(conn, "SELECT id FROM orders WHERE open")); // WARN sql-unnamed-query
  PQclear(PQexec(conn, "BEGIN")); // OK sql-unnamed-query
  PQclear(PQexec(conn, "COMMIT")); // OK sql-unnamed-query
}

void fetch(PGconn *conn, const char *id) {
  const char *values[] = {id};
  PQclear(PQexecPrepared(conn, "fetch_order", 1, values, NULL, NULL, 0)); // OK sql-unnamed-query
}
