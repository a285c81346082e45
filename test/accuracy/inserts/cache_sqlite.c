// rules: sql-insert-without-columns
//
// A tile cache in SQLite.

#include <sqlite3.h>
#include <stdio.h>

#define INSERT_TILE "INSERT INTO tiles VALUES (?, ?, ?, ?)" // WARN sql-insert-without-columns

static const char *insert_meta = "INSERT OR IGNORE INTO metadata (name, value) VALUES (?1, ?2)"; // OK sql-insert-without-columns
static const char *replace_tile = "REPLACE INTO tiles VALUES (?1, ?2, ?3, ?4)"; // WARN sql-insert-without-columns
static const char *replace_meta = "INSERT OR REPLACE INTO metadata VALUES ('minzoom', ?)"; // WARN sql-insert-without-columns
static const char *replace_named = "REPLACE INTO metadata (name, value) VALUES (?1, ?2)"; // OK sql-insert-without-columns

// Sent nowhere that is known, but a statement all the same.
const char *const migration_7 = "INSERT INTO versions VALUES (7)"; // WARN sql-insert-without-columns
const char *const migration_8 = "INSERT INTO versions (number) VALUES (8)"; // OK sql-insert-without-columns

int cache_open(sqlite3 *db, sqlite3_stmt **out) {
  int code = sqlite3_prepare_v2(db, INSERT_TILE, -1, &out[0], NULL);
  code |= sqlite3_prepare_v2(db, insert_meta, -1, &out[1], NULL);
  code |= sqlite3_prepare_v2(db, replace_tile, -1, &out[2], NULL);
  code |= sqlite3_prepare_v2(db, replace_meta, -1, &out[3], NULL);
  code |= sqlite3_prepare_v2(db, replace_named, -1, &out[4], NULL);
  return code;
}

int cache_trigger(sqlite3 *db) {
  return sqlite3_exec(db,
                      "CREATE TRIGGER log_tile AFTER INSERT ON tiles BEGIN"
                      " INSERT INTO tile_log (zoom) VALUES (new.zoom); END", // OK sql-insert-without-columns
                      NULL, NULL, NULL);
}

int cache_copy(sqlite3 *db, int zoom) {
  char sql[200];
  snprintf(sql, sizeof sql, "INSERT INTO tiles_backup SELECT * FROM tiles WHERE zoom = %d", zoom); // WARN sql-insert-without-columns
  return sqlite3_exec(db, sql, NULL, NULL, NULL);
}
