// C is lowered too: structures are copied by stores, formatted text by the library's own names.
// RUN: %clang-sql dump summary %s -- -std=c11 | FileCheck %s

#include <stdio.h>
#include <string.h>

struct request {
  char name[32];
  const char *table;
  int limit;
};
typedef struct connection connection;
int run(connection *c, const char *sql);
struct request parse(const char *text);

static const char *const query = "SELECT * FROM %s WHERE name = '%s'";

int find(connection *c, const struct request *from) {
  char sql[256];
  struct request copy = *from;
  copy.table = copy.table ?: "users";
  snprintf(sql, sizeof sql, query, copy.table, copy.name);
  if (run(c, sql))
    return 1;
  __builtin___snprintf_chk(sql, sizeof sql, 1, sizeof sql, "LIMIT %d", copy.limit);
  memcpy(sql + 3, "abc", 3);
  return run(c, sql);
}
// CHECK-LABEL: function @find
// CHECK: %[[from:[0-9]+]] = load $from
// CHECK-NEXT: store $copy = %[[from]]
// CHECK: %[[table:[0-9]+]] = load $copy.table
// CHECK: store $[[either:[0-9]+]] = %[[table]]
// CHECK: test truth %[[table]]
// CHECK: literal "users"
// CHECK-NEXT: store $[[either]]
// CHECK: %[[chosen:[0-9]+]] = load $[[either]]
// CHECK-NEXT: store $copy.table = %[[chosen]]
// CHECK: %[[sql:[0-9]+]] = address $sql
// CHECK: %[[size:[0-9]+]] = number 256
// CHECK: %[[format:[0-9]+]] = literal "SELECT * FROM %s WHERE name = '%s'" map {{.*}} named @query
// CHECK: %[[name:[0-9]+]] = address $copy.name
// CHECK-NEXT: call @snprintf(%[[sql]], %[[size]], %[[format]], %{{[0-9]+}}, %[[name]])
// CHECK: literal "LIMIT %d"
// CHECK: call @snprintf{{.*}}(%{{[0-9]+}}, %{{[0-9]+}}, %{{[0-9]+}}, %{{[0-9]+}})
// CHECK: opaque add(%{{[0-9]+}}, %{{[0-9]+}}) as text
// CHECK: call @memcpy
// CHECK: function @run(@connection*, text const*) -> integer

struct request defaults(void) {
  struct request r = {.name = "x", .table = "users"};
  struct request parsed = parse("a");
  return parsed.limit ? parsed : r;
}
// CHECK-LABEL: function @defaults
// CHECK: store $r.name = %
// CHECK: store $r.table = %
// CHECK: call @parse({{.*}} into $parsed
// CHECK: store $return
