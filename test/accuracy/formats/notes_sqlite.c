// rules: sql-injection, sql-misplaced-escape
//
// Notes of a desktop program: SQLite's own printf, with %q, %Q and %w.

#include <sqlite3.h>
#include <stdarg.h>

int note_delete(sqlite3 *db, const char *title) {
  char *sql = sqlite3_mprintf("DELETE FROM notes WHERE title = %Q", title);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return code;
}

int note_search(sqlite3 *db, const char *term) {
  char *sql = sqlite3_mprintf("SELECT id FROM notes WHERE body LIKE '%%%q%%'", term);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return code;
}

int note_search_raw(sqlite3 *db, const char *term) {
  char *sql = sqlite3_mprintf("SELECT id FROM notes WHERE body LIKE '%%%s%%'", term);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
  sqlite3_free(sql);
  return code;
}

// %q doubles quotes, but there are none around it.
int note_by_id(sqlite3 *db, const char *id) {
  char *sql = sqlite3_mprintf("SELECT body FROM notes WHERE id = %q", id);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-misplaced-escape
  sqlite3_free(sql);
  return code;
}

int table_rows(sqlite3 *db, const char *table, sqlite3_int64 limit) {
  char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" LIMIT %lld", table, limit);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return code;
}

int table_rows_raw(sqlite3 *db, const char *table) {
  char buffer[200];
  sqlite3_snprintf(sizeof buffer, buffer, "SELECT * FROM %s", table);
  return sqlite3_exec(db, buffer, 0, 0, 0); // WARN sql-injection
}

int table_pragma(sqlite3 *db, int version) {
  char buffer[64];
  sqlite3_snprintf(sizeof buffer, buffer, "PRAGMA user_version = %d", version);
  return sqlite3_exec(db, buffer, 0, 0, 0); // OK sql-injection
}

static int exec_printf(sqlite3 *db, const char *format, ...) {
  va_list ap;
  va_start(ap, format);
  char *sql = sqlite3_vmprintf(format, ap);
  va_end(ap);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return code;
}

int note_rename(sqlite3 *db, int id, const char *title) {
  return exec_printf(db, "UPDATE notes SET title = %Q WHERE id = %d", title, id); // OK sql-injection
}

int note_rename_raw(sqlite3 *db, int id, const char *title) {
  return exec_printf(db, "UPDATE notes SET title = '%s' WHERE id = %d", title, id); // WARN sql-injection
}

// The dynamic string of SQLite.
int note_tags(sqlite3 *db, const char **tags, int n) {
  sqlite3_str *str = sqlite3_str_new(db);
  sqlite3_str_appendall(str, "SELECT note FROM tags WHERE tag IN (");
  for (int i = 0; i < n; i++)
    sqlite3_str_appendf(str, "%s%Q", i ? "," : "", tags[i]);
  sqlite3_str_append(str, ")", 1);
  char *sql = sqlite3_str_finish(str);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // OK sql-injection
  sqlite3_free(sql);
  return code;
}

int note_tags_raw(sqlite3 *db, const char **tags, int n) {
  sqlite3_str *str = sqlite3_str_new(db);
  sqlite3_str_appendall(str, "SELECT note FROM tags WHERE tag IN (");
  for (int i = 0; i < n; i++)
    sqlite3_str_appendf(str, "%s'%s'", i ? "," : "", tags[i]);
  sqlite3_str_appendchar(str, 1, ')');
  char *sql = sqlite3_str_finish(str);
  int code = sqlite3_exec(db, sql, 0, 0, 0); // WARN sql-injection
  sqlite3_free(sql);
  return code;
}
