// RUN: %clang-sql check --quiet --checks='-*,sql-transaction-never-ended' %s -- -std=c++20 -I/usr/include/postgresql 2>/dev/null | count 0
//
// The same loans with every way out closed, or a caller that knows.

#include <cstdlib>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdexcept>

static bool run(PGconn *db, const char *sql) {
  PGresult *done = PQexec(db, sql);
  const bool worked = PQresultStatus(done) == PGRES_COMMAND_OK;
  PQclear(done);
  return worked;
}

class Transaction {
public:
  explicit Transaction(PGconn *db) : db(db) { run(db, "BEGIN"); }
  ~Transaction() {
    if (!done)
      run(db, "ROLLBACK");
  }
  bool commit() { return done = run(db, "COMMIT"); }

private:
  PGconn *db;
  bool done = false;
};

bool lend(PGconn *db, bool member) {
  if (!run(db, "BEGIN"))
    return false;
  if (!member) {
    run(db, "ROLLBACK");
    return false;
  }
  return run(db, "COMMIT");
}

void give_back(PGconn *db, int days) {
  Transaction change(db);
  if (days < 0)
    throw std::invalid_argument("days");
  change.commit();
}

bool begin_for(PGconn *db, bool member) {
  run(db, "BEGIN");
  if (!member) {
    run(db, "ROLLBACK");
    return false;
  }
  return true; // open, and the caller knows
}

// One call begins or ends, by its argument.
void batch(sqlite3 *db, bool on) { sqlite3_exec(db, on ? "BEGIN" : "COMMIT", nullptr, nullptr, nullptr); }

// The connection is the function's own, and the transaction ends with it.
bool check(const char *settings, bool all) {
  PGconn *db = PQconnectdb(settings);
  run(db, "BEGIN");
  if (!all)
    return false;
  return run(db, "COMMIT");
}

void close_down(PGconn *db) {
  run(db, "BEGIN");
  if (!run(db, "DELETE FROM loans"))
    std::exit(1);
  run(db, "COMMIT");
}
