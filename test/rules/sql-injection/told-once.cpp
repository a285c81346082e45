// What a function stores to members of an object is what it checked before: those who call it tell readers nothing else.
//
// RUN: %clang-sql dump program %s -- -std=c++20 -I/usr/include/postgresql | FileCheck %s --implicit-check-not='not escaped'
#include <libpq-fe.h>
#include <stdexcept>
#include <string>
#include <vector>

const char *option(const char *key);

static void check_name(const std::string &name) {
  if (name.find_first_of("\"';") != std::string::npos)
    throw std::runtime_error("not a name: " + name);
}

class Table {
public:
  explicit Table(std::string name) : name_(std::move(name)) {}
  const std::string &name() const { return name_; }

private:
  std::string name_;
};

class Tables {
public:
  Table &add() {
    const std::string name = option("table");
    check_name(name);
    return tables_.emplace_back(name);
  }
  void configure() { add(); }
  void drop(PGconn *c) {
    for (const Table &table : tables_)
      PQclear(PQexec(c, ("DROP TABLE \"" + table.name() + "\"").c_str()));
  }

private:
  std::vector<Table> tables_;
};

// CHECK: execute {{.*}} PQexec in Tables::drop
// CHECK: hole {table.name()} {{.*}} quoted identifier, text, without quotes, unproven
