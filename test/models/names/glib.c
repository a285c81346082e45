// RUN: %clang-sql dump summary %s -- %headers -isystem %headers/../glib-2.0 -isystem %headers/../../lib/x86_64-linux-gnu/glib-2.0/include | FileCheck %s

#include <glib.h>
#include <glib/gprintf.h>

char *texts(const char *name, int n) {
  char buffer[100], *plain = g_strdup(name), *part = g_strndup(name, 3), *all = g_strdup_printf("%s %d", name, n);
  char *both = g_strconcat(name, all, NULL), *joined = g_strjoin(", ", name, all, NULL), **parts = g_strsplit(name, ",", 0);
  char *again = g_strjoinv(";", parts), *escaped = g_strescape(name, NULL), *lower = g_ascii_strdown(name, -1);
  g_snprintf(buffer, sizeof buffer, "%s", name);
  g_strlcat(buffer, name, sizeof buffer);
  g_strchomp(buffer);
  g_strfreev(parts);
  GString *text = g_string_new("SELECT "), *empty = g_string_sized_new(100);
  g_string_append(text, name);
  g_string_append_c(text, 'c');
  g_string_append_len(text, name, 3);
  g_string_append_printf(text, "%s %d", name, n);
  g_string_printf(empty, "%s", name);
  g_string_prepend(text, name);
  g_string_insert(text, 0, name);
  g_string_truncate(text, 3);
  g_string_assign(empty, text->str);
  if (g_strcmp0(name, "a") == 0)
    g_free(plain);
  g_usleep(1);
  return g_strconcat(both, joined, again, escaped, lower, part, g_getenv("HOME"), g_string_free(text, FALSE), buffer, NULL);
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @g_ascii_strdown(
// CHECK-DAG: @g_free(
// CHECK-DAG: @g_getenv(
// CHECK-DAG: @g_snprintf(
// CHECK-DAG: @g_strchomp(
// CHECK-DAG: @g_strcmp0(
// CHECK-DAG: @g_strconcat(
// CHECK-DAG: @g_strdup(
// CHECK-DAG: @g_strdup_printf(
// CHECK-DAG: @g_strescape(
// CHECK-DAG: @g_strfreev(
// CHECK-DAG: @g_string_append(
// CHECK-DAG: @g_string_append_c_inline(
// CHECK-DAG: @g_string_append_len(
// CHECK-DAG: @g_string_append_printf(
// CHECK-DAG: @g_string_assign(
// CHECK-DAG: @g_string_free(
// CHECK-DAG: @g_string_insert(
// CHECK-DAG: @g_string_new(
// CHECK-DAG: @g_string_prepend(
// CHECK-DAG: @g_string_printf(
// CHECK-DAG: @g_string_sized_new(
// CHECK-DAG: @g_string_truncate(
// CHECK-DAG: @g_strjoin(
// CHECK-DAG: @g_strjoinv(
// CHECK-DAG: @g_strlcat(
// CHECK-DAG: @g_strndup(
// CHECK-DAG: @g_strsplit(
// CHECK-DAG: @g_usleep(
