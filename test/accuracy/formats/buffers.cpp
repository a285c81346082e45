// rules: sql-injection
// COPY streams of an importer: formats checked by the compiler, buffers that are closed by a zero byte, and a name that prints itself.
#include <fmt/format.h>
#include <iterator>
#include <postgresql/libpq-fe.h>
#include <string>
#include <vector>

namespace import {

/// schema and table of a target, printed as they stand in a statement
class Target {
public:
  Target(std::string schema, std::string table) : schema_(std::move(schema)), table_(std::move(table)) {}
  std::string full() const { return "\"" + schema_ + "\".\"" + table_ + "\""; }
  operator std::string() const { return full(); }

private:
  std::string schema_, table_;
};

class Copier {
public:
  explicit Copier(PGconn *db) : db_(db) {}

  void start(const char *const *columns) {
    fmt::memory_buffer sql;
    fmt::format_to(std::back_inserter(sql), FMT_STRING("COPY {} ("), "planet_osm_point");
    for (; *columns; ++columns)
      fmt::format_to(std::back_inserter(sql), FMT_STRING("{},"), *columns);
    sql[sql.size() - 1] = ')';
    fmt::format_to(std::back_inserter(sql), " FROM STDIN");
    sql.push_back('\0');
    PQclear(PQexec(db_, sql.data())); // WARN sql-injection
  }

  void start() {
    fmt::memory_buffer sql;
    fmt::format_to(std::back_inserter(sql), FMT_STRING("COPY {} FROM STDIN"), "planet_osm_line");
    sql.push_back('\0');
    PQclear(PQexec(db_, sql.data())); // OK sql-injection
  }

  void drop(const std::vector<long> &ids) {
    fmt::memory_buffer sql;
    fmt::format_to(std::back_inserter(sql), FMT_STRING("DELETE FROM planet_osm_ways WHERE id IN ("));
    for (long id : ids)
      fmt::format_to(std::back_inserter(sql), FMT_STRING("{},"), id);
    sql[sql.size() - 1] = ')';
    sql.push_back('\0');
    PQclear(PQexec(db_, sql.data())); // OK sql-injection
  }

  void note(const std::string &what) {
    const auto sql = fmt::format(FMT_STRING("INSERT INTO notes (what) VALUES ('{}')"), what);
    PQclear(PQexec(db_, sql.c_str())); // WARN sql-injection
  }

  void count(int zoom) {
    PQclear(PQexec(db_, fmt::format(FMT_STRING("SELECT count(*) FROM tiles WHERE zoom = {}"), zoom).c_str())); // OK sql-injection
  }

  void analyze() {
    const Target target("public", "planet_osm_roads");
    std::string sql = "ANALYZE ";
    sql.append(target);
    PQclear(PQexec(db_, sql.c_str())); // OK sql-injection
  }

  void analyze(const std::string &schema) {
    const Target target(schema, "planet_osm_roads");
    std::string sql = "ANALYZE ";
    sql.append(target);
    PQclear(PQexec(db_, sql.c_str())); // WARN sql-injection
  }

private:
  PGconn *db_;
};

} // namespace import
