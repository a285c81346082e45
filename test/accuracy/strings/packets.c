// rules: sql-injection
// packages: libpq
// A tracker sends a line per position; each is cut into fields, kept in a struct, and stored by several functions.
#include <libpq-fe.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct position {
  char vehicle[32];
  char driver[32];
  int speed;
};

static PGconn *db;

static int run(const char *sql) {
  PGresult *result = PQexec(db, sql);
  int ok = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  return ok;
}

static int is_plate(const char *text) {
  for (; *text; text++)
    if (!isalnum((unsigned char)*text))
      return 0;
  return 1;
}

/* $POS,vehicle,driver,speed */
static int parse(char *line, struct position *p) {
  char *next = line, *field[4];
  int n = 0;
  while (n < 4 && (field[n] = strsep(&next, ",")) != NULL)
    n++;
  if (n < 4 || strcmp(field[0], "$POS") != 0)
    return -1;
  strncpy(p->vehicle, field[1], sizeof p->vehicle - 1);
  p->vehicle[sizeof p->vehicle - 1] = '\0';
  strncpy(p->driver, field[2], sizeof p->driver - 1);
  p->driver[sizeof p->driver - 1] = '\0';
  p->speed = atoi(field[3]);
  return 0;
}

static void store_speed(const struct position *p) {
  char sql[256];
  snprintf(sql, sizeof sql, "INSERT INTO speed (value) VALUES (%d)", p->speed);
  run(sql); // OK sql-injection
}

static void store_driver(const struct position *p) {
  char sql[256];
  int length = snprintf(sql, sizeof sql, "UPDATE trip SET speed = %d", p->speed);
  snprintf(sql + length, sizeof sql - length, ", driver = '%s'", p->driver);
  run(sql); // WARN sql-injection tainted
}

static void store_vehicle(const struct position *p) {
  char sql[256];
  if (!is_plate(p->vehicle))
    return;
  snprintf(sql, sizeof sql, "UPDATE vehicle SET seen = now() WHERE plate = '%s'", p->vehicle);
  run(sql); // OK sql-injection
}

int main(void) {
  char line[256];
  struct position p;
  db = PQconnectdb("dbname=tracker");
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\r\n")] = '\0';
    if (parse(line, &p) != 0) {
      fprintf(stderr, "cannot insert into position: '%s'\n", line);
      continue;
    }
    store_speed(&p);
    store_driver(&p);
    store_vehicle(&p);
  }
  return 0;
}
