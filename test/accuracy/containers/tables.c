// rules: sql-injection
// packages: libpq
//
// A bank's reports: tables of what can be asked for, searched in the ways of C.

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ledger {
  int kind;
  const char *table;
};

static const struct ledger ledgers[] = {{0, "assets"}, {1, "equity"}, {2, NULL}};
static struct ledger open_ledgers[] = {{0, "loans"}, {1, "deposits"}};
static const char *modes[] = {"daily", "monthly", NULL};

static PGresult *balance(PGconn *conn, const char *table) {
  char sql[100];
  snprintf(sql, sizeof sql, "SELECT balance FROM %s", table);
  return PQexec(conn, sql); // OK sql-injection
}

static const char *table_of(int kind) {
  for (size_t i = 0; i < 2; i++)
    if (ledgers[i].kind == kind)
      return ledgers[i].table;
  return NULL;
}

static const struct ledger *ledger_of(int kind) {
  for (const struct ledger *one = ledgers; one->table; one++)
    if (one->kind == kind)
      return one;
  return NULL;
}

PGresult *by_table(PGconn *conn, int kind) {
  const char *table = table_of(kind);
  return table ? balance(conn, table) : NULL;
}

PGresult *by_ledger(PGconn *conn, int kind) {
  const struct ledger *one = ledger_of(kind);
  return one ? balance(conn, one->table) : NULL;
}

PGresult *by_default(PGconn *conn, int kind) {
  const char *table = "assets";
  for (int i = 0; i < 2; i++)
    if (ledgers[i].kind == kind)
      table = ledgers[i].table;
  return balance(conn, table);
}

PGresult *by_open(PGconn *conn, int kind) {
  for (struct ledger *one = open_ledgers; one < open_ledgers + 2; one++)
    if (one->kind == kind)
      return balance(conn, one->table);
  return NULL;
}

static int known_mode(const char *mode) {
  for (const char **one = modes; *one; one++)
    if (strcmp(*one, mode) == 0)
      return 1;
  return 0;
}

PGresult *by_mode(PGconn *conn, const char *mode) {
  char sql[100];
  if (!known_mode(mode))
    return NULL;
  snprintf(sql, sizeof sql, "SELECT * FROM report_%s", mode);
  return PQexec(conn, sql); // OK sql-injection
}

PGresult *by_any_mode(PGconn *conn, const char *mode) {
  char sql[100];
  if (known_mode(mode))
    puts("a known one");
  snprintf(sql, sizeof sql, "SELECT * FROM report_%s", mode);
  return PQexec(conn, sql); // WARN sql-injection
}

// A text that grows.
static void append(char **text, const char *more) {
  size_t have = *text ? strlen(*text) : 0;
  *text = realloc(*text, have + strlen(more) + 1);
  strcpy(*text + have, more);
}

PGresult *by_owner(PGconn *conn, const char *owner) {
  char *sql = NULL;
  append(&sql, "SELECT id FROM accounts WHERE owner = '");
  append(&sql, owner);
  append(&sql, "'");
  PGresult *result = PQexec(conn, sql); // WARN sql-injection
  free(sql);
  return result;
}

PGresult *by_first_word(PGconn *conn, const char *line) {
  char word[64], sql[100], *to = word;
  while (*line && *line != ' ' && to < word + 63)
    *to++ = *line++;
  *to = 0;
  snprintf(sql, sizeof sql, "SELECT id FROM accounts WHERE owner = '%s'", word);
  return PQexec(conn, sql); // WARN sql-injection
}

// What runs the statement stands in a table, too.
struct backend {
  PGresult *(*run)(PGconn *, const char *);
};

static PGresult *run_plain(PGconn *conn, const char *sql) { return PQexec(conn, sql); }
static struct backend backend = {run_plain};

PGresult *by_backend(PGconn *conn, const char *owner) {
  char sql[100];
  snprintf(sql, sizeof sql, "SELECT id FROM accounts WHERE owner = '%s'", owner);
  return backend.run(conn, sql); // WARN sql-injection
}
