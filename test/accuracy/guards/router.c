// rules: sql-injection
//
// The settings of a router, changed through a form: guards in C.

#include <ctype.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const KEYS[] = {"ssid", "channel", "country", NULL};

static bool known_key(const char *key) {
  for (int i = 0; KEYS[i]; i++)
    if (!strcmp(KEYS[i], key))
      return true;
  return false;
}

static bool all_digits(const char *text) {
  if (!*text)
    return false;
  for (; *text; text++)
    if (!isdigit((unsigned char)*text))
      return false;
  return true;
}

static int run(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, NULL, NULL, NULL); }

int setting_get(sqlite3 *db, const char *key) {
  char sql[160];
  if (!known_key(key))
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "SELECT value FROM settings WHERE name = '%s'", key);
  return run(db, sql); // OK sql-injection
}

int setting_get_any(sqlite3 *db, const char *key) {
  char sql[160];
  if (!key || !*key || strlen(key) > 32)
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "SELECT value FROM settings WHERE name = '%s'", key);
  return run(db, sql); // WARN sql-injection
}

int channel_set(sqlite3 *db, const char *channel) {
  char sql[160];
  if (!all_digits(channel))
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "UPDATE settings SET value = '%s' WHERE name = 'channel'", channel);
  return run(db, sql); // OK sql-injection
}

int country_set(sqlite3 *db, const char *country) {
  char sql[160];
  if (strlen(country) != 2 || !isalpha((unsigned char)country[0]) || !isalpha((unsigned char)country[1]))
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "UPDATE settings SET value = '%c%c' WHERE name = 'country'", toupper(country[0]), toupper(country[1]));
  return run(db, sql); // OK sql-injection
}

int table_clear(sqlite3 *db, const char *table) {
  char sql[160];
  if (strcasecmp(table, "leases") && strcasecmp(table, "blocked"))
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "DELETE FROM %s", table);
  return run(db, sql); // OK sql-injection
}

int table_count(sqlite3 *db, const char *table) {
  char sql[160];
  if (strspn(table, "abcdefghijklmnopqrstuvwxyz_") != strlen(table))
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
  return run(db, sql); // OK sql-injection
}

int table_drop(sqlite3 *db, const char *table) {
  char sql[160];
  if (strspn(table, "abcdefghijklmnopqrstuvwxyz_") == 0)
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "DROP TABLE %s", table);
  return run(db, sql); // WARN sql-injection
}

int lease_find(sqlite3 *db, const char *address) {
  char sql[160];
  unsigned a, b, c, d;
  if (sscanf(address, "%u.%u.%u.%u", &a, &b, &c, &d) != 4)
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "SELECT mac FROM leases WHERE address = '%u.%u.%u.%u'", a, b, c, d);
  return run(db, sql); // OK sql-injection
}

int lease_find_raw(sqlite3 *db, const char *address) {
  char sql[160];
  unsigned a, b, c, d;
  if (sscanf(address, "%u.%u.%u.%u", &a, &b, &c, &d) != 4)
    return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "SELECT mac FROM leases WHERE address = '%s'", address);
  return run(db, sql); // WARN sql-injection
}

int lease_remove(sqlite3 *db, const char *mac) {
  char sql[160];
  for (const char *p = mac; *p; p++)
    if (!isxdigit((unsigned char)*p) && *p != ':')
      return SQLITE_MISUSE;
  snprintf(sql, sizeof sql, "DELETE FROM leases WHERE mac = '%s'", mac);
  return run(db, sql); // OK sql-injection
}

int lease_remove_first(sqlite3 *db, const char *mac) {
  char sql[160];
  for (const char *p = mac; *p; p++)
    if (isxdigit((unsigned char)*p))
      break; // one hexadecimal digit is enough for this loop
  snprintf(sql, sizeof sql, "DELETE FROM leases WHERE mac = '%s'", mac);
  return run(db, sql); // WARN sql-injection
}
