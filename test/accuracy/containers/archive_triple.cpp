// rules: sql-injection
// packages: libpq
// flags: -std=c++20 -isystem test/accuracy/include
//
// Statements that are made once, and kept in objects in a container that nothing is known of.

#include <archive/triple.h>
#include <libpq-fe.h>

#include <string>

namespace archive {

struct Statements {
  Statements() = default;
  explicit Statements(const std::string &table) : truncate("TRUNCATE " + table), copy("INSERT INTO " + table + " VALUES ($1, $2)") {}
  std::string truncate, copy;
};

class Middle {
public:
  explicit Middle(PGconn *db) : db_(db) {
    tables_.nodes() = Statements{"planet_nodes"};
    tables_.ways() = Statements{"planet_ways"};
  }
  void clear() {
    for (const Statements &one : tables_)
      PQexec(db_, one.truncate.c_str()); // OK sql-injection
  }
  void prepare() { PQprepare(db_, "nodes", tables_.nodes().copy.c_str(), 2, nullptr); } // OK sql-injection

private:
  triple<Statements> tables_;
  PGconn *db_;
};

struct Rename {
  Rename() = default;
  explicit Rename(const std::string &table) : sql("ALTER TABLE " + table + " RENAME TO old") {}
  std::string sql;
};

class NamedMiddle {
public:
  NamedMiddle(PGconn *db, const std::string &table) : db_(db) { renames_.nodes() = Rename{table}; }
  void rename() {
    for (const Rename &one : renames_)
      PQexec(db_, one.sql.c_str()); // WARN sql-injection
  }

private:
  triple<Rename> renames_;
  PGconn *db_;
};

} // namespace archive
