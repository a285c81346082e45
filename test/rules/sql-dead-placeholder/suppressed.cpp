// RUN: %clang-sql check --checks='-*,sql-dead-placeholder' %s -- -std=c++20 2>/dev/null | count 0

#include <sqlite3.h>

// Titles that are a question mark and nothing else.
void prepare(sqlite3 *db, sqlite3_stmt *&statement) {
  sqlite3_prepare_v2(db, "SELECT id FROM books WHERE title = '?'", -1, &statement, nullptr); // NOLINT(sql-dead-placeholder)
}
