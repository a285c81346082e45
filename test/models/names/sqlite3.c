// RUN: %clang-sql dump summary %s --  | FileCheck %s

#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

static int show(void *context, int count, char **values, char **names) { return context == NULL && count && values && names; }

int statements(sqlite3 *db, const char *name, char *buffer, va_list args) {
  char *message, **table;
  int rows, columns;
  const char *tail;
  sqlite3_stmt *found;
  sqlite3_exec(db, "SELECT 1", show, NULL, &message);
  sqlite3_get_table(db, "SELECT 2", &table, &rows, &columns, &message);
  sqlite3_prepare(db, "SELECT 3", -1, &found, &tail);
  sqlite3_prepare_v2(db, "SELECT 4", -1, &found, NULL);
  sqlite3_prepare_v3(db, "SELECT 5", -1, 0, &found, NULL);
  sqlite3_bind_text(found, 1, name, -1, SQLITE_TRANSIENT);
  while (sqlite3_step(found) == SQLITE_ROW)
    strcpy(buffer, (const char *)sqlite3_column_text(found, 0));
  strcat(buffer, sqlite3_column_name(found, 0));
  sqlite3_finalize(found);

  char *text = sqlite3_mprintf("SELECT %Q", name), *more = sqlite3_vmprintf("%q", args);
  sqlite3_snprintf(10, buffer, "%q", name);
  sqlite3_vsnprintf(10, buffer, "%w", args);
  sqlite3_str *built = sqlite3_str_new(db);
  sqlite3_str_appendf(built, "SELECT %Q", name);
  sqlite3_str_append(built, name, 3);
  sqlite3_str_appendall(built, name);
  sqlite3_str_appendchar(built, 3, ' ');
  sqlite3_exec(db, sqlite3_str_value(built), 0, 0, 0);
  sqlite3_free(text), sqlite3_free(more), sqlite3_free(sqlite3_str_finish(built));
  sqlite3_sleep(10);
  return sqlite3_stricmp(name, sqlite3_errmsg(db)) == 0 || sqlite3_changes(db);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @sqlite3_bind_text(
// CHECK-DAG: @sqlite3_changes(
// CHECK-DAG: @sqlite3_column_name(
// CHECK-DAG: @sqlite3_column_text(
// CHECK-DAG: @sqlite3_errmsg(
// CHECK-DAG: @sqlite3_exec(
// CHECK-DAG: @sqlite3_finalize(
// CHECK-DAG: @sqlite3_free(
// CHECK-DAG: @sqlite3_get_table(
// CHECK-DAG: @sqlite3_mprintf(
// CHECK-DAG: @sqlite3_prepare(
// CHECK-DAG: @sqlite3_prepare_v2(
// CHECK-DAG: @sqlite3_prepare_v3(
// CHECK-DAG: @sqlite3_sleep(
// CHECK-DAG: @sqlite3_snprintf(
// CHECK-DAG: @sqlite3_step(
// CHECK-DAG: @sqlite3_str_append(
// CHECK-DAG: @sqlite3_str_appendall(
// CHECK-DAG: @sqlite3_str_appendchar(
// CHECK-DAG: @sqlite3_str_appendf(
// CHECK-DAG: @sqlite3_str_finish(
// CHECK-DAG: @sqlite3_str_new(
// CHECK-DAG: @sqlite3_str_value(
// CHECK-DAG: @sqlite3_stricmp(
// CHECK-DAG: @sqlite3_vmprintf(
// CHECK-DAG: @sqlite3_vsnprintf(
