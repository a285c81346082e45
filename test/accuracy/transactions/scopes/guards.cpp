// rules: sql-network-in-transaction
// packages: libpq
// A project's own guards and helpers around libpq and SQLite.
#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace farm {

class Connection {
public:
  explicit Connection(PGconn *raw) : raw_(raw) {}
  void execute(const char *sql) {
    PGresult *done = PQexec(raw_, sql);
    const bool ok = PQresultStatus(done) == PGRES_COMMAND_OK;
    PQclear(done);
    if (!ok)
      throw std::runtime_error(PQerrorMessage(raw_));
  }
  void begin() { execute("BEGIN"); }
  void commit() { execute("COMMIT"); }
  void rollback() { execute("ROLLBACK"); }

private:
  PGconn *raw_;
};

class Transaction {
public:
  explicit Transaction(Connection &db) : db_(db) { db_.begin(); }
  Transaction(const Transaction &) = delete;
  ~Transaction() {
    if (!done_)
      db_.rollback();
  }
  void commit() {
    db_.commit();
    done_ = true;
  }

private:
  Connection &db_;
  bool done_ = false;
};

void feed(Connection &db) {
  Transaction change(db);
  db.execute("UPDATE animal SET fed = true");
  ::sleep(1); // WARN sql-network-in-transaction
  change.commit();
  ::sleep(1); // OK sql-network-in-transaction
}

void feed_in_scope(Connection &db) {
  {
    Transaction change(db);
    db.execute("UPDATE animal SET fed = true");
    change.commit();
  }
  ::sleep(2); // OK sql-network-in-transaction
}

void milk(Connection &db) {
  db.begin();
  db.execute("UPDATE animal SET milked = true");
  ::sleep(3); // WARN sql-network-in-transaction
  db.commit();
  ::sleep(3); // OK sql-network-in-transaction
}

// A guard with a pointer that is cleared when it has ended.
class Lease {
public:
  explicit Lease(sqlite3 *db) : db_(db) { sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); }
  ~Lease() {
    if (db_)
      sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void finish() {
    sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr);
    db_ = nullptr;
  }

private:
  sqlite3 *db_;
};

void shear(sqlite3 *db) {
  Lease lease(db);
  ::sleep(4); // WARN sql-network-in-transaction
  lease.finish();
  ::sleep(4); // OK sql-network-in-transaction
}

void shear_all(sqlite3 *db, int sheep) {
  for (int i = 0; i < sheep; ++i) {
    Lease lease(db);
    sqlite3_exec(db, "UPDATE sheep SET shorn = 1", nullptr, nullptr, nullptr);
    lease.finish();
  }
  ::sleep(5); // OK sql-network-in-transaction
}

// A helper with the transaction around a callable: it holds the transaction, so the finding stands in it.
template <class Body> void in_transaction(Connection &db, Body body) {
  db.begin();
  try {
    body(); // WARN sql-network-in-transaction
  } catch (...) {
    db.rollback();
    throw;
  }
  db.commit();
}

void vaccinate(Connection &db) {
  in_transaction(db, [&] {
    db.execute("UPDATE animal SET vaccinated = true");
    ::sleep(6); // OK sql-network-in-transaction
  });
}

void begin_work(PGconn *db) { PQclear(PQexec(db, "BEGIN")); }
void end_work(PGconn *db) { PQclear(PQexec(db, "COMMIT")); }

void plough(PGconn *db) {
  begin_work(db);
  PQclear(PQexec(db, "UPDATE field SET ploughed = true"));
  ::sleep(7); // WARN sql-network-in-transaction
  end_work(db);
  ::sleep(7); // OK sql-network-in-transaction
}

bool try_begin(sqlite3 *db) { return sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr) == SQLITE_OK; }

void sow(sqlite3 *db) {
  if (!try_begin(db)) {
    ::sleep(8); // OK sql-network-in-transaction
    return;
  }
  sqlite3_exec(db, "UPDATE field SET sown = 1", nullptr, nullptr, nullptr);
  ::sleep(9); // WARN sql-network-in-transaction
  sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
  ::sleep(9); // OK sql-network-in-transaction
}

} // namespace farm
