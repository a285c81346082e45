// rules: sql-injection
// packages: libpq
// flags: -std=gnu17 -D_GNU_SOURCE
//
// A mail queue in PostgreSQL: text is put together with <string.h>.

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mail {
  long id;
  char sender[128];
  char subject[256];
};

#define SQL_MAX 2048

int mail_delete_from(PGconn *c, const char *sender) {
  char sql[SQL_MAX];
  strcpy(sql, "DELETE FROM mails WHERE sender = '");
  strcat(sql, sender);
  strcat(sql, "'");
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_flush(PGconn *c, int failed_only) {
  char sql[SQL_MAX];
  strcpy(sql, "DELETE FROM mails");
  if (failed_only)
    strcat(sql, " WHERE failed");
  strcat(sql, " RETURNING id");
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

int mail_by_subject(PGconn *c, const struct mail *m) {
  char sql[SQL_MAX] = "SELECT id FROM mails WHERE subject = '";
  strncat(sql, m->subject, sizeof(sql) - strlen(sql) - 2);
  strncat(sql, "'", sizeof(sql) - strlen(sql) - 1);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_by_subject_escaped(PGconn *c, const struct mail *m) {
  char escaped[2 * sizeof m->subject + 1];
  char sql[SQL_MAX] = "SELECT id FROM mails WHERE subject = '";
  PQescapeStringConn(c, escaped, m->subject, strlen(m->subject), NULL);
  strcat(sql, escaped);
  strcat(sql, "'");
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

// Escaped, but the raw text is what is sent.
int mail_by_subject_forgotten(PGconn *c, const struct mail *m) {
  char escaped[2 * sizeof m->subject + 1];
  char sql[SQL_MAX];
  PQescapeStringConn(c, escaped, m->subject, strlen(m->subject), NULL);
  snprintf(sql, sizeof sql, "SELECT id FROM mails WHERE subject = '%s'", m->subject);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_move(PGconn *c, const char *folder) {
  static const char head[] = "UPDATE mails SET folder = '";
  static const char tail[] = "' WHERE NOT locked";
  size_t n = strlen(folder);
  char *sql = malloc(sizeof head + n + sizeof tail);
  memcpy(sql, head, sizeof head - 1);
  memcpy(sql + sizeof head - 1, folder, n);
  memcpy(sql + sizeof head - 1 + n, tail, sizeof tail);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  free(sql);
  return 0;
}

int mail_unlock(PGconn *c) {
  static const char text[] = "UPDATE mails SET locked = false WHERE locked_at < now() - interval '1 hour'";
  char *sql = malloc(sizeof text);
  memcpy(sql, text, sizeof text);
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  free(sql);
  return 0;
}

int mail_search(PGconn *c, const char *word) {
  char sql[SQL_MAX];
  char *end = stpcpy(sql, "SELECT id FROM mails WHERE body LIKE '%");
  end = stpcpy(end, word);
  stpcpy(end, "%'");
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_list(PGconn *c, int limit) {
  char sql[SQL_MAX], *end = sql;
  end = stpcpy(end, "SELECT id FROM mails ORDER BY id");
  if (limit > 0)
    end += sprintf(end, " LIMIT %d", limit);
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

// The usual way of appending with a length.
int mail_filter(PGconn *c, const char *sender, long min_id) {
  char sql[SQL_MAX];
  int n = snprintf(sql, sizeof sql, "SELECT id FROM mails WHERE id > %ld", min_id);
  if (sender)
    n += snprintf(sql + n, sizeof sql - n, " AND sender = '%s'", sender);
  snprintf(sql + n, sizeof sql - n, " ORDER BY id");
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_filter_ids(PGconn *c, long min_id, long max_id) {
  char sql[SQL_MAX];
  int n = snprintf(sql, sizeof sql, "SELECT id FROM mails WHERE id > %ld", min_id);
  if (max_id)
    n += snprintf(sql + n, sizeof sql - n, " AND id < %ld", max_id);
  snprintf(sql + n, sizeof sql - n, " ORDER BY id");
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

// Overwritten before it is sent.
int mail_reset(PGconn *c, const char *reason) {
  char sql[SQL_MAX];
  snprintf(sql, sizeof sql, "mail queue reset: %s", reason);
  fputs(sql, stderr);
  strcpy(sql, "TRUNCATE mails");
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

char *mail_condition(const char *column, const char *value) {
  size_t n = strlen(column) + strlen(value) + 8;
  char *text = malloc(n);
  if (text)
    snprintf(text, n, "%s = '%s'", column, value);
  return text;
}

int mail_by(PGconn *c, const char *value) {
  char sql[SQL_MAX];
  char *condition = mail_condition("recipient", value);
  snprintf(sql, sizeof sql, "SELECT id FROM mails WHERE %s", condition);
  free(condition);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  return 0;
}

int mail_by_state(PGconn *c) {
  char sql[SQL_MAX];
  char *condition = mail_condition("state", "queued");
  snprintf(sql, sizeof sql, "SELECT id FROM mails WHERE %s", condition);
  free(condition);
  PGresult *res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

// A buffer that the caller owns.
static void fill_subject_query(char *buffer, size_t size, const char *subject) {
  snprintf(buffer, size, "SELECT id FROM mails WHERE subject = '%s'", subject);
}

static void fill_age_query(char *buffer, size_t size, int days) {
  snprintf(buffer, size, "SELECT id FROM mails WHERE received < now() - interval '%d days'", days);
}

int mail_subjects(PGconn *c, const char *subject) {
  char sql[SQL_MAX];
  fill_subject_query(sql, sizeof sql, subject);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  fill_age_query(sql, sizeof sql, 14);
  res = PQexec(c, sql); // OK sql-injection
  PQclear(res);
  return 0;
}

int mail_dup(PGconn *c, const char *address) {
  char *copy = strdup(address);
  char *at = strchr(copy, '@');
  char sql[SQL_MAX];
  if (at)
    *at = '\0';
  snprintf(sql, sizeof sql, "SELECT count(*) FROM mails WHERE sender LIKE '%s@%%'", copy);
  PGresult *res = PQexec(c, sql); // WARN sql-injection
  PQclear(res);
  free(copy);
  return 0;
}
