// rules: sql-transaction-never-ended
// packages: libpq, libmariadb
// An archive's transactions by text and by calls: which of them some path leaves open. The mark stands at the begin.
#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace archive {

static bool run(PGconn *db, const char *sql) {
  PGresult *done = PQexec(db, sql);
  const bool ok = PQresultStatus(done) == PGRES_COMMAND_OK;
  PQclear(done);
  return ok;
}

bool returns_early(PGconn *db, const std::string &title) {
  run(db, "BEGIN"); // WARN sql-transaction-never-ended
  if (title.empty())
    return false;
  run(db, "INSERT INTO book (title) VALUES ('x')");
  return run(db, "COMMIT");
}

bool ends_on_every_path(PGconn *db, const std::string &title) {
  run(db, "BEGIN"); // OK sql-transaction-never-ended
  if (title.empty()) {
    run(db, "ROLLBACK");
    return false;
  }
  run(db, "INSERT INTO book (title) VALUES ('x')");
  return run(db, "COMMIT");
}

void forgets(PGconn *db, bool keep) {
  PQclear(PQexec(db, "BEGIN")); // WARN sql-transaction-never-ended
  PQclear(PQexec(db, "DELETE FROM book"));
  if (keep)
    PQclear(PQexec(db, "ROLLBACK"));
}

int with_goto(sqlite3 *db) {
  int failed = 1;
  sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); // OK sql-transaction-never-ended
  if (sqlite3_exec(db, "DELETE FROM book", nullptr, nullptr, nullptr) != SQLITE_OK)
    goto undo;
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  failed = 0;
  goto done;
undo:
  sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
done:
  return failed;
}

int with_wrong_goto(sqlite3 *db) {
  int failed = 1;
  sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); // WARN sql-transaction-never-ended
  if (sqlite3_exec(db, "DELETE FROM book", nullptr, nullptr, nullptr) != SQLITE_OK)
    goto done;
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  failed = 0;
done:
  return failed;
}

void dies_instead(PGconn *db) {
  run(db, "BEGIN"); // OK sql-transaction-never-ended
  if (!run(db, "DELETE FROM book"))
    std::exit(2);
  run(db, "COMMIT");
}

void closes_connection(MYSQL *db, bool broken) {
  mysql_query(db, "START TRANSACTION"); // OK sql-transaction-never-ended
  if (broken) {
    mysql_close(db);
    return;
  }
  mysql_commit(db);
}

void autocommit_off(MYSQL *db, bool broken) {
  mysql_autocommit(db, 0); // WARN sql-transaction-never-ended
  if (broken)
    return;
  mysql_commit(db);
}

// A begin and an end in functions of their own: that is what they are for.
void begin(PGconn *db) {
  run(db, "BEGIN"); // OK sql-transaction-never-ended
}
void commit(PGconn *db) { run(db, "COMMIT"); }

void uses_both(PGconn *db) {
  begin(db); // OK sql-transaction-never-ended
  run(db, "DELETE FROM book");
  commit(db);
}

void uses_only_begin_on_one_path(PGconn *db, bool dry) {
  begin(db); // WARN sql-transaction-never-ended
  run(db, "DELETE FROM book");
  if (!dry)
    commit(db);
}

// A destructor ends it.
class Batch {
public:
  explicit Batch(PGconn *db) : db_(db) { run(db_, "BEGIN"); } // OK sql-transaction-never-ended
  ~Batch() {
    if (!done_)
      run(db_, "ROLLBACK");
  }
  void commit() { done_ = run(db_, "COMMIT"); }

private:
  PGconn *db_;
  bool done_ = false;
};

bool guarded(PGconn *db, const std::string &title) {
  Batch batch(db); // OK sql-transaction-never-ended
  if (title.empty())
    return false;
  batch.commit();
  return true;
}

// Begin and end as methods of an object that outlives both.
class Session {
public:
  explicit Session(PGconn *db) : db_(db) {}
  void start() { run(db_, "BEGIN"); }   // OK sql-transaction-never-ended
  void finish() { run(db_, "COMMIT"); }
  void fill() {
    start(); // OK sql-transaction-never-ended
    run(db_, "INSERT INTO book (title) VALUES ('y')");
    finish();
  }
  bool fill_some(int count) {
    start(); // WARN sql-transaction-never-ended
    if (count < 0)
      return false;
    run(db_, "INSERT INTO book (title) VALUES ('y')");
    finish();
    return true;
  }

private:
  PGconn *db_;
};

void throws(PGconn *db, int count) {
  run(db, "BEGIN"); // WARN sql-transaction-never-ended
  if (count < 0)
    throw std::invalid_argument("count");
  run(db, "COMMIT");
}

void begun_if(PGconn *db, bool persist) {
  if (persist)
    run(db, "BEGIN"); // OK sql-transaction-never-ended
  run(db, "DELETE FROM book");
  if (persist)
    run(db, "COMMIT");
}

void failed_begin(sqlite3 *db) {
  if (sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK) // OK sql-transaction-never-ended
    return;
  sqlite3_exec(db, "DELETE FROM book", nullptr, nullptr, nullptr);
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
}

void loops(PGconn *db, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    run(db, "BEGIN"); // WARN sql-transaction-never-ended
    if (!run(db, "DELETE FROM book"))
      break;
    run(db, "COMMIT");
  }
}

} // namespace archive
