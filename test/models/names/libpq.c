// RUN: %clang-sql dump summary %s -- -I/usr/include/postgresql | FileCheck %s

#include <libpq-fe.h>
#include <libpq/libpq-fs.h>
#include <stdio.h>

void statements(PGconn *db, const char *sql, const char *const *values) {
  PGresult *result = PQexec(db, sql);
  printf("%s %s %s %s", PQgetvalue(result, 0, 0), PQfname(result, 0), PQcmdTuples(result), PQresultErrorMessage(result));
  PQclear(PQexecParams(db, sql, 1, NULL, values, NULL, NULL, 0));
  PQclear(PQprepare(db, "find", sql, 1, NULL));
  PQclear(PQexecPrepared(db, "find", 1, values, NULL, NULL, 0));
  PQsendQuery(db, sql);
  PQsendQueryParams(db, sql, 1, NULL, values, NULL, NULL, 0);
  PQsendPrepare(db, "find", sql, 1, NULL);
  PQsendQueryPrepared(db, "find", 1, values, NULL, NULL, 0);
  while ((result = PQgetResult(db)) && PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) > 0)
    PQclear(result);
}

void escapes(PGconn *db, const char *name, size_t length, char *to, const unsigned char *bytes) {
  int error;
  size_t escaped;
  char *literal = PQescapeLiteral(db, name, length), *identifier = PQescapeIdentifier(db, name, length);
  PQescapeStringConn(db, to, name, length, &error);
  PQescapeString(to, name, length);
  unsigned char *body = PQescapeByteaConn(db, bytes, length, &escaped), *old = PQescapeBytea(bytes, length, &escaped);
  PQunescapeBytea(body, &escaped);
  PQfreemem(literal), PQfreemem(identifier), PQfreemem(old);
}

void connections(const char *const *keys, const char *const *values, char *buffer, char **copied) {
  PGconn *db = PQconnectdb("dbname=shop");
  db = PQconnectdbParams(keys, values, 0);
  db = PQsetdbLogin("host", "5432", "", "", "shop", "user", "");
  if (PQstatus(db) != CONNECTION_OK)
    fprintf(stderr, "%s %s", PQerrorMessage(db), PQdb(db));
  PQreset(db);
  PQping("dbname=shop");
  PQcancel(PQgetCancel(db), buffer, 3);
  PQgetCopyData(db, copied, 0);
  PQputCopyData(db, buffer, 3);
  PQnotifies(db);
  lo_read(db, lo_open(db, 1, INV_READ), buffer, 3);
  PQfinish(db);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @PQcancel(
// CHECK-DAG: @PQclear(
// CHECK-DAG: @PQcmdTuples(
// CHECK-DAG: @PQconnectdb(
// CHECK-DAG: @PQconnectdbParams(
// CHECK-DAG: @PQdb(
// CHECK-DAG: @PQerrorMessage(
// CHECK-DAG: @PQescapeBytea(
// CHECK-DAG: @PQescapeByteaConn(
// CHECK-DAG: @PQescapeIdentifier(
// CHECK-DAG: @PQescapeLiteral(
// CHECK-DAG: @PQescapeString(
// CHECK-DAG: @PQescapeStringConn(
// CHECK-DAG: @PQexec(
// CHECK-DAG: @PQexecParams(
// CHECK-DAG: @PQexecPrepared(
// CHECK-DAG: @PQfinish(
// CHECK-DAG: @PQfname(
// CHECK-DAG: @PQfreemem(
// CHECK-DAG: @PQgetCancel(
// CHECK-DAG: @PQgetCopyData(
// CHECK-DAG: @PQgetResult(
// CHECK-DAG: @PQgetvalue(
// CHECK-DAG: @PQnotifies(
// CHECK-DAG: @PQntuples(
// CHECK-DAG: @PQping(
// CHECK-DAG: @PQprepare(
// CHECK-DAG: @PQputCopyData(
// CHECK-DAG: @PQreset(
// CHECK-DAG: @PQresultErrorMessage(
// CHECK-DAG: @PQresultStatus(
// CHECK-DAG: @PQsendPrepare(
// CHECK-DAG: @PQsendQuery(
// CHECK-DAG: @PQsendQueryParams(
// CHECK-DAG: @PQsendQueryPrepared(
// CHECK-DAG: @PQsetdbLogin(
// CHECK-DAG: @PQstatus(
// CHECK-DAG: @PQunescapeBytea(
// CHECK-DAG: @lo_open(
// CHECK-DAG: @lo_read(
