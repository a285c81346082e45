// NOLINT comments are clang-tidy's own affair, and it hears the same as the tool, also where a macro's text is written.
// RUN: %clang-tidy -load %tidy-module --config={} --quiet -checks=-*,sql-insert-* %s -- | FileCheck %s --implicit-check-not=warning:
// RUN: not %clang-sql check --checks=-*,sql-insert-* %s -- | FileCheck %s --implicit-check-not=warning:

struct PGconn;
extern "C" struct PGresult *PQexec(PGconn *, const char *);

#define INSERT_ORDER "INSERT INTO orders VALUES (1)"
#define INSERT_LOG "INSERT INTO log VALUES (1)" // NOLINT(sql-insert-without-columns)

void report(PGconn *db) {
  PQexec(db, "INSERT INTO users VALUES (1)");
  // CHECK: nolint.cpp:[[#@LINE-1]]:15: warning: INSERT into 'users' does not name its columns
  PQexec(db, INSERT_ORDER);
  // CHECK: nolint.cpp:[[#@LINE-1]]:14: warning: INSERT into 'orders' does not name its columns
  // CHECK: nolint.cpp:8:23: note: expanded from macro 'INSERT_ORDER'
}

void stay_silent(PGconn *db) {
  PQexec(db, "INSERT INTO users VALUES (1)"); // NOLINT
  // NOLINTNEXTLINE(sql-insert-without-columns)
  PQexec(db, "INSERT INTO users VALUES (1)");
  PQexec(db, INSERT_ORDER); // NOLINT(sql-*)
  PQexec(db, INSERT_LOG);
}
