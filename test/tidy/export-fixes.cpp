// Findings with their notes and ranges go where clang-tidy is told to write them.
// RUN: %clang-tidy -load %tidy-module --config={} --quiet -checks=-*,sql-injection --export-fixes=%t.yaml %s --
// RUN: FileCheck %s < %t.yaml

struct PGconn;
extern "C" struct PGresult *PQexec(PGconn *, const char *);
extern "C" int snprintf(char *, unsigned long, const char *, ...);

void list(PGconn *db, const char *city) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT id FROM orders WHERE city = '%s'", city);
  PQexec(db, sql);
}

// CHECK:      MainSourceFile: {{.*}}export-fixes.cpp
// CHECK:      DiagnosticName: sql-injection
// CHECK-NEXT: DiagnosticMessage:
// CHECK-NEXT:   Message: '''city'' becomes SQL in ''PQexec'': it stands unescaped inside a quoted literal, and nothing shows it harmless'
// CHECK-NEXT:   FilePath: {{.*}}export-fixes.cpp
// CHECK-NEXT:   FileOffset: [[#]]
// CHECK-NEXT:   Replacements: []
// CHECK-NEXT:   Ranges:
// CHECK:      Notes:
// CHECK-NEXT:   - Message: {{.*}}SELECT id FROM orders WHERE city = ''{city}''
