// rules: sql-injection
// packages: libpq
// flags: -std=gnu17 -D_GNU_SOURCE
//
// A game server's players in PostgreSQL: the printf family as C programs use it.

#include <inttypes.h>
#include <libpq-fe.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static PGconn *conn;

static PGresult *run(const char *sql) { return PQexec(conn, sql); }

void player_load(int id) {
  char sql[128];
  sprintf(sql, "SELECT name, level FROM players WHERE id = %d", id);
  PQclear(run(sql)); // OK sql-injection
}

void player_find(const char *name) {
  char sql[128];
  snprintf(sql, sizeof(sql), "SELECT id FROM players WHERE lower(name) = lower('%s')", name);
  PQclear(run(sql)); // WARN sql-injection
}

void player_find_escaped(const char *name) {
  char sql[256], escaped[129];
  PQescapeStringConn(conn, escaped, name, strnlen(name, 64), NULL);
  snprintf(sql, sizeof(sql), "SELECT id FROM players WHERE lower(name) = lower('%s')", escaped);
  PQclear(run(sql)); // OK sql-injection
}

void player_find_literal(const char *name) {
  char sql[256];
  char *literal = PQescapeLiteral(conn, name, strlen(name));
  snprintf(sql, sizeof sql, "SELECT id FROM players WHERE name = %s", literal);
  PQfreemem(literal);
  PQclear(run(sql)); // OK sql-injection
}

void player_give(uint64_t player, uint32_t item, int16_t count, float quality) {
  char *sql = NULL;
  if (asprintf(&sql, "UPDATE inventory SET count = count + %" PRId16 ", quality = %.3f WHERE player = %" PRIu64 " AND item = %u",
               count, quality, player, item) < 0)
    return;
  PQclear(run(sql)); // OK sql-injection
  free(sql);
}

void player_rename(uint64_t player, const char *to) {
  char *sql = NULL;
  if (asprintf(&sql, "UPDATE players SET name = '%.32s' WHERE id = %" PRIu64, to, player) < 0)
    return;
  PQclear(run(sql)); // WARN sql-injection
  free(sql);
}

void player_seen(int id, time_t when) {
  char at[32], sql[128];
  struct tm tm;
  strftime(at, sizeof at, "%Y-%m-%d %H:%M:%S", gmtime_r(&when, &tm));
  snprintf(sql, sizeof sql, "UPDATE players SET seen_at = '%s' WHERE id = %d", at, id);
  PQclear(run(sql)); // OK sql-injection
}

void player_sorted(int ascending) {
  char sql[128];
  snprintf(sql, sizeof sql, "SELECT name FROM players ORDER BY level %s", ascending ? "ASC" : "DESC");
  PQclear(run(sql)); // OK sql-injection
}

void player_backup(const char *table) {
  char sql[128];
  sprintf(sql, "CREATE TABLE %s_backup AS TABLE %s", table, table);
  PQclear(run(sql)); // WARN sql-injection
}

void player_hex(const unsigned char digest[4]) {
  char sql[128];
  snprintf(sql, sizeof sql, "SELECT id FROM players WHERE digest = '\\x%02x%02x%02x%02x'", digest[0], digest[1], digest[2], digest[3]);
  PQclear(run(sql)); // OK sql-injection
}

// The project's own wrapper: most of the statements of such programs go through one.
static PGresult *queryf(const char *format, ...) __attribute__((format(printf, 1, 2)));
static PGresult *queryf(const char *format, ...) {
  char sql[1024];
  va_list args;
  va_start(args, format);
  vsnprintf(sql, sizeof sql, format, args);
  va_end(args);
  return PQexec(conn, sql); // OK sql-injection
}

void guild_load(int id) {
  PQclear(queryf("SELECT name FROM guilds WHERE id = %d", id)); // OK sql-injection
}

void guild_find(const char *name) {
  PQclear(queryf("SELECT id FROM guilds WHERE name = '%s'", name)); // WARN sql-injection
}

void guild_sorted(int by_size) {
  PQclear(queryf("SELECT name FROM guilds ORDER BY %s", by_size ? "members" : "name")); // OK sql-injection
}

void guild_rows(const char *where, int limit) {
  PQclear(queryf("SELECT name FROM guilds WHERE %s LIMIT %d", where, limit)); // WARN sql-injection
}

// One that allocates.
static char *format_sql(const char *format, ...) {
  va_list args;
  char *text = NULL;
  va_start(args, format);
  int length = vasprintf(&text, format, args);
  va_end(args);
  return length < 0 ? NULL : text;
}

void guild_disband(int id, const char *reason) {
  char *sql = format_sql("DELETE FROM guilds WHERE id = %i", id);
  PQclear(run(sql)); // OK sql-injection
  free(sql);
  sql = format_sql("INSERT INTO guild_log (guild, reason) VALUES (%i, '%s')", id, reason);
  PQclear(run(sql)); // WARN sql-injection
  free(sql);
}

// A width from the arguments does not shift the text behind it.
void guild_padded(int width, int id, const char *tag) {
  char sql[160];
  snprintf(sql, sizeof sql, "SELECT lpad(name, %d) FROM guilds WHERE id = %*d", 20, width, id);
  PQclear(run(sql)); // OK sql-injection
  snprintf(sql, sizeof sql, "SELECT name FROM guilds WHERE id = %*d AND tag = '%s'", width, id, tag);
  PQclear(run(sql)); // WARN sql-injection
}
