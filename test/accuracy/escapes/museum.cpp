// rules: sql-misplaced-escape, sql-injection
// packages: libpq, libmariadb
//
// The collection of a museum: the right escaper in the right and in the wrong place.

#include <libpq-fe.h>
#include <mysql.h>
#include <pqxx/pqxx>
#include <sqlite3.h>

#include <cstdio>
#include <string>
#include <vector>

namespace museum {

class Objects {
public:
  explicit Objects(pqxx::work &tx) : tx(tx) {}

  void byNumber(const std::string &number) {
    tx.exec("SELECT id FROM objects WHERE number = " + tx.esc(number)); // WARN sql-misplaced-escape // OK sql-injection
    tx.exec("SELECT id FROM objects WHERE number = '" + tx.esc(number) + "'"); // OK sql-misplaced-escape; sql-injection
    tx.exec("SELECT id FROM objects WHERE number = " + tx.quote(number)); // OK sql-misplaced-escape; sql-injection
    tx.exec("SELECT id FROM objects WHERE number = '" + tx.quote(number) + "'"); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM objects WHERE number = '" + tx.quote_name(number) + "'"); // WARN sql-misplaced-escape
  }

  void named(const std::string &table, const std::string &column) {
    tx.exec("SELECT " + tx.esc(column) + " FROM objects"); // WARN sql-misplaced-escape
    tx.exec("SELECT " + tx.quote_name(column) + " FROM objects"); // OK sql-misplaced-escape; sql-injection
    tx.exec("SELECT id FROM " + tx.quote(table)); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM \"" + tx.quote_name(table) + "\""); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM museum." + tx.quote_name(table)); // OK sql-misplaced-escape; sql-injection
    tx.exec("SELECT id FROM objects ORDER BY " + tx.esc(column)); // WARN sql-misplaced-escape
  }

  void sorted(const std::string &direction, const std::string &limit) {
    tx.exec("SELECT id FROM objects ORDER BY id " + tx.esc(direction)); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM objects LIMIT " + tx.esc(limit)); // WARN sql-misplaced-escape
  }

  void like(const std::string &word) {
    tx.exec("SELECT id FROM objects WHERE title LIKE '%" + tx.esc(word) + "%'"); // OK sql-misplaced-escape; sql-injection
    tx.exec("SELECT id FROM objects WHERE title LIKE '%" + tx.quote(word) + "%'"); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM objects WHERE title LIKE " + tx.quote("%" + word + "%")); // OK sql-misplaced-escape; sql-injection
  }

  void list(const std::vector<std::string> &numbers) {
    std::string escaped;
    for (const auto &number : numbers)
      escaped += (escaped.empty() ? "" : ",") + tx.esc(number);
    tx.exec("SELECT id FROM objects WHERE number IN (" + escaped + ")"); // WARN sql-misplaced-escape
  }

  // In PostgreSQL, ::text does not make quotes.
  void cast(const std::string &number) {
    tx.exec("SELECT id FROM objects WHERE number = " + tx.esc(number) + "::text"); // WARN sql-misplaced-escape
    tx.exec("SELECT id FROM objects WHERE number = " + tx.quote(number) + "::text"); // OK sql-misplaced-escape; sql-injection
  }

private:
  pqxx::work &tx;
};

// A number is a number, with or without quotes.
void by_year(pqxx::work &tx, int year) {
  tx.exec("SELECT id FROM objects WHERE year = " + tx.quote(year)); // OK sql-misplaced-escape; sql-injection
  tx.exec("SELECT id FROM objects WHERE year = '" + std::to_string(year) + "'"); // OK sql-misplaced-escape; sql-injection
}

// libpq.
PGresult *lent_to(PGconn *conn, const char *name, size_t length) {
  char body[200], sql[512];
  PQescapeStringConn(conn, body, name, length, nullptr);
  std::snprintf(sql, sizeof sql, "SELECT id FROM loans WHERE borrower = %s", body);
  PQclear(PQexec(conn, sql)); // WARN sql-misplaced-escape
  std::snprintf(sql, sizeof sql, "SELECT id FROM loans WHERE borrower = '%s'", body);
  PQclear(PQexec(conn, sql)); // OK sql-misplaced-escape; sql-injection
  char *literal = PQescapeLiteral(conn, name, length);
  std::snprintf(sql, sizeof sql, "SELECT id FROM loans WHERE borrower = '%s'", literal);
  PQclear(PQexec(conn, sql)); // WARN sql-misplaced-escape
  PQfreemem(literal);
  char *identifier = PQescapeIdentifier(conn, name, length);
  std::snprintf(sql, sizeof sql, "SELECT id FROM loans WHERE %s IS NOT NULL", identifier);
  PQclear(PQexec(conn, sql)); // OK sql-misplaced-escape; sql-injection
  std::snprintf(sql, sizeof sql, "SELECT id FROM loans WHERE borrower = '%s'", identifier);
  PGresult *result = PQexec(conn, sql); // WARN sql-misplaced-escape
  PQfreemem(identifier);
  return result;
}

// SQLite.
int exhibit(sqlite3 *db, const char *room) {
  char *sql = sqlite3_mprintf("SELECT id FROM exhibits WHERE room = '%q'", room);
  int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // OK sql-misplaced-escape; sql-injection
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT id FROM exhibits WHERE room = %q", room);
  code |= sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // WARN sql-misplaced-escape
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT id FROM exhibits WHERE room = '%Q'", room);
  code |= sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // WARN sql-misplaced-escape
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT id FROM \"%w\"", room);
  code |= sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // OK sql-misplaced-escape; sql-injection
  sqlite3_free(sql);
  sql = sqlite3_mprintf("SELECT id FROM %w", room);
  code |= sqlite3_exec(db, sql, nullptr, nullptr, nullptr); // WARN sql-misplaced-escape
  sqlite3_free(sql);
  return code;
}

// The escaper of another database.
int copy_to_sqlite(MYSQL *from, sqlite3 *to, const std::string &title) {
  std::string body(title.size() * 2 + 1, '\0');
  body.resize(mysql_real_escape_string(from, body.data(), title.data(), title.size()));
  std::string sql = "INSERT INTO objects (title) VALUES ('" + body + "')";
  mysql_query(from, sql.c_str()); // OK sql-misplaced-escape; sql-injection
  return sqlite3_exec(to, sql.c_str(), nullptr, nullptr, nullptr); // WARN sql-misplaced-escape
}

void remembered(pqxx::work &tx, const std::string &title) {
  const std::string safe = tx.esc(title);
  tx.exec("INSERT INTO objects (title) VALUES ('" + safe + "')"); // OK sql-misplaced-escape; sql-injection
}

} // namespace museum
