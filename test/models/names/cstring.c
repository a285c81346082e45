// RUN: %clang-sql dump summary %s --  | FileCheck %s

#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <ctype.h>

void built(char *to, const char *from, size_t n, char **made, va_list args, struct tm *tm) {
  strcpy(to, from);
  strncpy(to, from, n);
  stpcpy(to, from);
  stpncpy(to, from, n);
  memcpy(to, from, n);
  memmove(to, from, n);
  mempcpy(to, from, n);
  strcat(to, from);
  strncat(to, from, n);
  memset(to, ' ', n);
  sprintf(to, "%s", from);
  snprintf(to, n, "%s", from);
  vsprintf(to, "%s", args);
  vsnprintf(to, n, "%s", args);
  asprintf(made, "%s", from);
  vasprintf(made, "%s", args);
  __builtin_strcpy(to, from);
  __builtin___snprintf_chk(to, n, 0, n, "%s", from);
  __builtin___strcat_chk(to, from, n);
  strftime(to, n, "%F", tm);
  char *copy = strdup(from), *part = strndup(from, n);
  free(copy), free(part);
}

int looked(char *text, const char *other, char **rest, size_t n) {
  char *found = strchr(text, 'a'), *last = strrchr(text, 'b'), *within = strstr(text, other), *of = strpbrk(text, other);
  for (char *word = strtok(text, ","); word; word = strtok(NULL, ","))
    puts(word);
  strtok_r(text, ",", rest);
  strsep(rest, ",");
  if (!strcmp(text, other) || !strcasecmp(text, other) || !strncmp(text, other, n) || !memcmp(text, other, n))
    return atoi(text) + (int)strtol(text, rest, 10) + (int)strtod(text, rest);
  return (int)(strlen(text) + strnlen(text, n) + strspn(text, other)) + toupper(*found) + isdigit(*last) + *within + *of;
}

void constants(void) { printf("%s %ld %d", strerror(1), (long)time(NULL), rand()); }

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @isdigit(
// CHECK-DAG: @asprintf(
// CHECK-DAG: @atoi(
// CHECK-DAG: @free(
// CHECK-DAG: @memcmp(
// CHECK-DAG: @memcpy(
// CHECK-DAG: @memmove(
// CHECK-DAG: @mempcpy(
// CHECK-DAG: @memset(
// CHECK-DAG: @printf(
// CHECK-DAG: @puts(
// CHECK-DAG: @rand(
// CHECK-DAG: @snprintf(
// CHECK-DAG: @sprintf(
// CHECK-DAG: @stpcpy(
// CHECK-DAG: @stpncpy(
// CHECK-DAG: @strcasecmp(
// CHECK-DAG: @strcat(
// CHECK-DAG: @strchr(
// CHECK-DAG: @strcmp(
// CHECK-DAG: @strcpy(
// CHECK-DAG: @strdup(
// CHECK-DAG: @strerror(
// CHECK-DAG: @strftime(
// CHECK-DAG: @strlen(
// CHECK-DAG: @strncat(
// CHECK-DAG: @strncmp(
// CHECK-DAG: @strncpy(
// CHECK-DAG: @strndup(
// CHECK-DAG: @strnlen(
// CHECK-DAG: @strpbrk(
// CHECK-DAG: @strrchr(
// CHECK-DAG: @strsep(
// CHECK-DAG: @strspn(
// CHECK-DAG: @strstr(
// CHECK-DAG: @strtod(
// CHECK-DAG: @strtok(
// CHECK-DAG: @strtok_r(
// CHECK-DAG: @strtol(
// CHECK-DAG: @time(
// CHECK-DAG: @toupper(
// CHECK-DAG: @vasprintf(
// CHECK-DAG: @vsnprintf(
// CHECK-DAG: @vsprintf(
