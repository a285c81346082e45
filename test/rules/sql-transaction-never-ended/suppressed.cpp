// RUN: %clang-sql check --quiet --checks='-*,sql-transaction-never-ended' %s -- -std=c++20 2>/dev/null | count 0

#include <sqlite3.h>

bool collect(sqlite3 *db, bool last) {
  sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr); // NOLINT(sql-transaction-never-ended): flush() goes on in it
  if (!last)
    return false;
  return sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
}
