// A rule's options are the check's; what they cannot be is told by clang-tidy's own means.
// RUN: %clang-tidy -load %tidy-module --config='{CheckOptions: {sql-unnamed-query.MinLength: 30}}' --quiet -checks=-*,sql-unnamed-* %s -- | FileCheck %s --implicit-check-not=warning:
// RUN: %clang-tidy -load %tidy-module --config='{CheckOptions: {sql-unnamed-query.MinLength: long}}' --quiet -checks=-*,sql-unnamed-* %s -- 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: %clang-tidy -load %tidy-module --config='{}' -checks=-*,sql-* --dump-config | FileCheck %s --check-prefix=DUMP
// RUN: %clang-tidy -load %tidy-module --config='{}' -checks=-*,sql-* --list-checks | FileCheck %s --check-prefix=LIST

struct PGconn;
extern "C" struct PGresult *PQexec(PGconn *, const char *);

void list(PGconn *db) {
  PQexec(db, "SELECT id FROM orders");
  PQexec(db, "SELECT id, city FROM orders WHERE city IS NULL");
  // CHECK: options.cpp:[[#@LINE-1]]:14: warning: SQL written inline at the call of 'PQexec'
}

// WRONG: sql-unnamed-query.MinLength: 'long' is not a number
// DUMP: sql-unnamed-query.MinLength:
// LIST: {{^ *}}sql-dead-placeholder{{$}}
// LIST-NEXT: {{^ *}}sql-injection{{$}}
// LIST-NEXT: {{^ *}}sql-insert-without-columns{{$}}
// LIST-NEXT: {{^ *}}sql-misplaced-escape{{$}}
// LIST-NEXT: {{^ *}}sql-network-in-transaction{{$}}
// LIST-NEXT: {{^ *}}sql-syntax-error{{$}}
// LIST-NEXT: {{^ *}}sql-transaction-never-ended{{$}}
// LIST-NEXT: {{^ *}}sql-unnamed-query{{$}}
