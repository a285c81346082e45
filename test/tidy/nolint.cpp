// NOLINT comments are clang-tidy's own affair, and it hears the same as the tool, also where a macro's text is written.
// RUN: %clang-tidy -load %tidy-module --config={} --quiet -checks=-*,sql-insert-* %s -- | FileCheck %s --implicit-check-not=warning:
// RUN: not %clang-sql check --checks=-*,sql-insert-* %s -- | FileCheck %s --check-prefix=OURS --implicit-check-not=warning:
//
// Of text in a macro clang-tidy speaks where the macro is used, and the tool once, where it is written; a comment at the use counts for both.

struct PGconn;
extern "C" struct PGresult *PQexec(PGconn *, const char *);

#define INSERT_ORDER "INSERT INTO orders VALUES (1)"
// OURS: nolint.cpp:[[#@LINE-1]]:23: warning: INSERT into 'orders' does not name its columns
#define INSERT_LINE "INSERT INTO lines VALUES (1)"
#define INSERT_LOG "INSERT INTO log VALUES (1)" // NOLINT(sql-insert-without-columns)

void report(PGconn *db) {
  PQexec(db, "INSERT INTO users VALUES (1)");
  // OURS: nolint.cpp:[[#@LINE-1]]:15: warning: INSERT into 'users' does not name its columns
  // CHECK: nolint.cpp:[[#@LINE-2]]:15: warning: INSERT into 'users' does not name its columns
  PQexec(db, INSERT_ORDER);
  // CHECK: nolint.cpp:[[#@LINE-1]]:14: warning: INSERT into 'orders' does not name its columns
  // CHECK: nolint.cpp:10:23: note: expanded from macro 'INSERT_ORDER'
}

void stay_silent(PGconn *db) {
  PQexec(db, "INSERT INTO users VALUES (1)"); // NOLINT
  // NOLINTNEXTLINE(sql-insert-without-columns)
  PQexec(db, "INSERT INTO users VALUES (1)");
  PQexec(db, INSERT_ORDER); // NOLINT(sql-*)
  PQexec(db, INSERT_LINE); // NOLINT(sql-*)
  PQexec(db, INSERT_LOG);
}
