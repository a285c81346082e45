// rules: sql-network-in-transaction
// A notebook on SQLite: its own words for a begin, triggers whose BEGIN is none, savepoints that are transactions, prepared statements.
#include <sqlite3.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace notebook {

class Database {
public:
  explicit Database(const char *path) {
    if (sqlite3_open(path, &db_) != SQLITE_OK)
      throw std::runtime_error("cannot open");
  }
  ~Database() { sqlite3_close(db_); }
  void exec(const std::string &sql) {
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(db_));
  }
  void step(const char *sql) {
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
  }
  sqlite3 *handle() { return db_; }

private:
  sqlite3 *db_ = nullptr;
};

void immediate(Database &db) {
  db.exec("BEGIN IMMEDIATE");
  db.exec("UPDATE note SET read = 1");
  ::sleep(1); // WARN sql-network-in-transaction
  db.exec("COMMIT TRANSACTION");
  ::sleep(1); // OK sql-network-in-transaction
}

void exclusive(Database &db) {
  db.exec("BEGIN EXCLUSIVE TRANSACTION;");
  ::sleep(2); // WARN sql-network-in-transaction
  db.exec("END TRANSACTION;");
  ::sleep(2); // OK sql-network-in-transaction
}

void trigger(Database &db) {
  db.exec("CREATE TRIGGER touched AFTER UPDATE ON note BEGIN UPDATE note SET at = 1 WHERE id = new.id; END");
  ::sleep(3); // OK sql-network-in-transaction
}

void stepped(Database &db) {
  db.step("BEGIN");
  db.step("DELETE FROM note");
  ::sleep(4); // WARN sql-network-in-transaction
  db.step("COMMIT");
  ::sleep(4); // OK sql-network-in-transaction
}

void savepoint(Database &db) {
  db.exec("BEGIN DEFERRED");
  db.exec("SAVEPOINT page");
  db.exec("DELETE FROM note");
  db.exec("ROLLBACK TO page");
  ::sleep(5); // WARN sql-network-in-transaction
  db.exec("RELEASE page");
  db.exec("ROLLBACK");
  ::sleep(5); // OK sql-network-in-transaction
}

void prepared(Database &db) {
  sqlite3_stmt *begin = nullptr, *commit = nullptr;
  sqlite3_prepare_v2(db.handle(), "BEGIN", -1, &begin, nullptr);
  sqlite3_prepare_v2(db.handle(), "COMMIT", -1, &commit, nullptr);
  ::sleep(6); // OK sql-network-in-transaction
  sqlite3_step(begin);
  ::sleep(7); // WARN sql-network-in-transaction
  sqlite3_step(commit);
  ::sleep(8); // OK sql-network-in-transaction
  sqlite3_finalize(begin);
  sqlite3_finalize(commit);
}

} // namespace notebook
