// rules: sql-injection
// packages: libpq
//
// Map layers of an archive: their names are checked where they come in, kept in objects in containers, and used much later.

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace archive {

// What may stand between double quotes.
void check_name(const std::string &name) {
  if (name.find_first_of("\"'\\;$") != std::string::npos)
    throw std::invalid_argument("not a name: " + name);
}

void require_lower(const std::string &name) {
  if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos)
    throw std::invalid_argument("lower case only");
}

void drop_layer(PGconn *db, const std::string &layer) {
  check_name(layer);
  PQexec(db, ("DROP TABLE IF EXISTS \"" + layer + "\"").c_str()); // OK sql-injection
}

void drop_bare(PGconn *db, const std::string &layer) {
  if (layer.find('"') != std::string::npos)
    return;
  PQexec(db, ("DROP TABLE IF EXISTS " + layer).c_str()); // WARN sql-injection
}

void count_quoted(PGconn *db, const std::string &layer) {
  if (layer.find('"') != std::string::npos)
    return;
  PQexec(db, ("SELECT count(*) FROM \"" + layer + "\"").c_str());                // OK sql-injection
  PQexec(db, ("SELECT 1 FROM pg_class WHERE relname = '" + layer + "'").c_str()); // WARN sql-injection
}

void count_apostrophes(PGconn *db, const std::string &layer) {
  if (layer.find('\'') != std::string::npos)
    return;
  PQexec(db, ("SELECT count(*) FROM \"" + layer + "\"").c_str());                // WARN sql-injection
  PQexec(db, ("SELECT 1 FROM pg_class WHERE relname = '" + layer + "'").c_str()); // OK sql-injection
}

// Checked after it is stored, before it is stored, and not at all.
class Layer {
public:
  Layer(const char *name, PGconn *db) : name_(name), db_(db) { require_lower(name_); }
  void truncate() { PQexec(db_, ("TRUNCATE \"" + name_ + "\"").c_str()); } // OK sql-injection

private:
  std::string name_;
  PGconn *db_;
};

class View {
public:
  View(PGconn *db, const std::string &name) : db_(db) {
    require_lower(name);
    name_ = name;
  }
  void refresh() { PQexec(db_, ("REFRESH MATERIALIZED VIEW " + name_).c_str()); } // OK sql-injection

private:
  std::string name_;
  PGconn *db_;
};

class Copy {
public:
  Copy(PGconn *db, std::string name, std::string from) : name_(std::move(name)), from_(std::move(from)), db_(db) {
    require_lower(name_);
  }
  void create() { PQexec(db_, ("CREATE TABLE " + name_ + " (LIKE planet)").c_str()); } // OK sql-injection
  void fill() { PQexec(db_, ("CREATE TABLE copied AS TABLE " + from_).c_str()); }      // WARN sql-injection

private:
  std::string name_, from_;
  PGconn *db_;
};

struct Column {
  explicit Column(std::string n, std::string t = "text") : name(std::move(n)), type(std::move(t)) {}
  std::string name, type;
};

// Columns are checked when they are added.
class Table {
public:
  explicit Table(PGconn *db) : db_(db) {}
  void add(const std::string &name) {
    check_name(name);
    columns_.emplace_back(name, "bigint");
  }
  void create() {
    std::string sql = "CREATE TABLE nodes (";
    for (const Column &column : columns_)
      sql += "\"" + column.name + "\" bigint,";
    sql.back() = ')';
    PQexec(db_, sql.c_str()); // OK sql-injection
  }

private:
  std::vector<Column> columns_;
  PGconn *db_;
};

struct Index {
  std::string name, column;
};

class Indexes {
public:
  explicit Indexes(PGconn *db) : db_(db) {}
  void add(const std::string &name, const std::string &column) { indexes_.push_back(Index{name, column}); }
  void drop() {
    for (const Index &index : indexes_)
      PQexec(db_, ("DROP INDEX \"" + index.name + "\"").c_str()); // WARN sql-injection
  }

private:
  std::vector<Index> indexes_;
  PGconn *db_;
};

// Statements that objects carry, made where the objects are made.
struct Step {
  explicit Step(const std::string &table) : sql("ANALYZE " + table) {}
  std::string sql;
};

void maintenance(PGconn *db) {
  std::vector<Step> steps;
  steps.emplace_back("nodes");
  steps.emplace_back("ways");
  for (const Step &step : steps)
    PQexec(db, step.sql.c_str()); // OK sql-injection
}

void maintenance_of(PGconn *db, const std::string &table) {
  std::vector<Step> steps;
  steps.emplace_back("nodes");
  steps.emplace_back(table);
  for (const Step &step : steps)
    PQexec(db, step.sql.c_str()); // WARN sql-injection
}

void shared_step(PGconn *db) {
  auto step = std::make_shared<Step>("relations");
  PQexec(db, step->sql.c_str()); // OK sql-injection
}

void owned_step(PGconn *db, const std::string &table) {
  auto step = std::make_unique<Step>(table);
  PQexec(db, step->sql.c_str()); // WARN sql-injection
}

// One is checked, the other one is sent.
class Rename {
public:
  Rename(PGconn *db, const std::string &from, const std::string &to) : from_(from), to_(to), db_(db) {
    require_lower(from_);
  }
  void run() { PQexec(db_, ("ALTER TABLE nodes RENAME TO \"" + to_ + "\"").c_str()); } // WARN sql-injection

private:
  std::string from_, to_;
  PGconn *db_;
};

} // namespace archive
