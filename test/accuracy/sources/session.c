// rules: sql-injection
// packages: libpq
//
// A small server in C: requests are read from a socket, answers come from the database.

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static PGconn *db;

static char *read_line(int fd) {
  static char line[256];
  ssize_t n = recv(fd, line, sizeof line - 1, 0);
  if (n <= 0)
    return NULL;
  line[n] = '\0';
  return line;
}

static void answer(int client, PGresult *result) {
  if (PQntuples(result) > 0)
    dprintf(client, "%s\n", PQgetvalue(result, 0, 0));
  PQclear(result);
}

void serve_name(int client) {
  char sql[512];
  const char *name = read_line(client);
  if (!name)
    return;
  snprintf(sql, sizeof sql, "SELECT city FROM people WHERE name = '%s'", name);
  answer(client, PQexec(db, sql)); // WARN sql-injection tainted
}

void serve_number(int client) {
  char sql[512];
  const char *line = read_line(client);
  int id = line ? atoi(line) : 0;
  snprintf(sql, sizeof sql, "SELECT city FROM people WHERE id = %d", id);
  answer(client, PQexec(db, sql)); // OK sql-injection
}

void serve_bound(int client) {
  const char *name = read_line(client);
  const char *values[] = {name};
  answer(client, PQexecParams(db, "SELECT city FROM people WHERE name = $1", 1, NULL, values, NULL, NULL, 0)); // OK sql-injection
}

void serve_word(int client) {
  char word[32], sql[256];
  const char *line = read_line(client);
  if (!line || sscanf(line, "GET %31s", word) != 1)
    return;
  snprintf(sql, sizeof sql, "SELECT body FROM pages WHERE path = '%s'", word);
  answer(client, PQexec(db, sql)); // WARN sql-injection tainted
}

void copy_cities(void) {
  PGresult *cities = PQexec(db, "SELECT DISTINCT city FROM people");
  for (int i = 0; i < PQntuples(cities); i++) {
    char sql[256];
    snprintf(sql, sizeof sql, "INSERT INTO cities (name) VALUES ('%s')", PQgetvalue(cities, i, 0));
    PQclear(PQexec(db, sql)); // WARN sql-injection
  }
  PQclear(cities);
}

void copy_ids(void) {
  PGresult *ids = PQexec(db, "SELECT id FROM people");
  for (int i = 0; i < PQntuples(ids); i++) {
    char sql[256];
    snprintf(sql, sizeof sql, "INSERT INTO seen (person) VALUES (%ld)", strtol(PQgetvalue(ids, i, 0), NULL, 10));
    PQclear(PQexec(db, sql)); // OK sql-injection
  }
  PQclear(ids);
}
