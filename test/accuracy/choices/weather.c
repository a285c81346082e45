// rules: sql-injection
//
// A weather station: tables of constants in C.

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

enum channel { TEMPERATURE, HUMIDITY, PRESSURE, CHANNELS };

static const char *const channel_names[CHANNELS] = {"temperature", "humidity", "pressure"};

struct aggregate {
  const char *name;
  const char *function;
  int seconds;
};

static const struct aggregate aggregates[] = {
    {"hourly", "avg", 3600},
    {"daily", "max", 86400},
    {NULL, NULL, 0},
};

int channel_read(sqlite3 *db, enum channel c) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT taken_at, %s FROM samples", channel_names[c]);
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // OK sql-injection
}

int channel_aggregate(sqlite3 *db, enum channel c, int which) {
  char sql[200];
  const struct aggregate *a = &aggregates[which];
  snprintf(sql, sizeof sql, "SELECT taken_at / %d, %s(%s) FROM samples GROUP BY 1", a->seconds, a->function, channel_names[c]);
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // OK sql-injection
}

int aggregate_named(sqlite3 *db, const char *name) {
  char sql[200];
  const struct aggregate *a;
  for (a = aggregates; a->name; a++)
    if (strcmp(a->name, name) == 0)
      break;
  if (!a->name)
    return SQLITE_ERROR;
  snprintf(sql, sizeof sql, "SELECT taken_at / %d, %s(temperature) FROM samples GROUP BY 1", a->seconds, a->function);
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // OK sql-injection
}

int aggregate_given(sqlite3 *db, const char *function, int seconds) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT taken_at / %d, %s(temperature) FROM samples GROUP BY 1", seconds, function);
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // WARN sql-injection
}

static const char *channel_name(enum channel c) {
  switch (c) {
  case TEMPERATURE: return "temperature";
  case HUMIDITY: return "humidity";
  case PRESSURE: return "pressure";
  default: return NULL;
  }
}

int channel_clear(sqlite3 *db, enum channel c) {
  char sql[200];
  snprintf(sql, sizeof sql, "UPDATE samples SET %s = NULL", channel_name(c));
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // OK sql-injection
}

static const char *unit_or(const char *unit, const char *fallback) { return unit ? unit : fallback; }

int unit_set(sqlite3 *db, const char *unit) {
  char sql[200];
  snprintf(sql, sizeof sql, "UPDATE settings SET unit = '%s'", unit_or(unit, "celsius"));
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // WARN sql-injection
}

int unit_reset(sqlite3 *db, int imperial) {
  char sql[200];
  snprintf(sql, sizeof sql, "UPDATE settings SET unit = '%s'", unit_or(imperial ? "fahrenheit" : NULL, "celsius"));
  return sqlite3_exec(db, sql, NULL, NULL, NULL); // OK sql-injection
}
