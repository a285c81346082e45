// rules: sql-dead-placeholder
// packages: libpq
//
// An orchard: placeholders that work, and some that do not.

#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <sqlite3.h>

#include <string>

namespace orchard {

void trees(pqxx::work &tx, const std::string &kind, int row) {
  tx.exec_params("SELECT id FROM trees WHERE kind = $1", kind); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind = '$1'", kind); // WARN sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind LIKE '%$1%'", kind); // WARN sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind LIKE '%' || $1 || '%'", kind); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind = $1 AND row_number = $2", kind, row); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind = $1 AND row_number = $2", kind); // WARN sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind = $1", kind, row); // WARN sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE kind = $1 OR parent_kind = $1", kind); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE price = '$1.50' AND kind = $1", kind); // OK sql-dead-placeholder
  tx.exec("SELECT id FROM trees WHERE note = 'costs $5 each'"); // OK sql-dead-placeholder
  tx.exec("SELECT id FROM trees WHERE note = 'really?'"); // OK sql-dead-placeholder
  tx.exec("SELECT id FROM trees WHERE planted > '2020-01-01 10:00:00'"); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees_$1", row); // WARN sql-dead-placeholder
  tx.exec_params("SELECT data ? 'kind' FROM trees WHERE id = $1", row); // OK sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE planted < now() - interval '$1 days'", row); // WARN sql-dead-placeholder
  tx.exec_params("SELECT id FROM trees WHERE planted < now() - $1 * interval '1 day'", row); // OK sql-dead-placeholder
}

void harvest(PGconn *conn, const char *kind) {
  const char *values[2] = {kind, "2024"};
  PQclear(PQexecParams(conn, "SELECT sum(kg) FROM harvest WHERE kind = $1 AND year = $2", 2, nullptr, values, nullptr, nullptr, 0)); // OK sql-dead-placeholder
  PQclear(PQexecParams(conn, "SELECT sum(kg) FROM harvest WHERE kind = '$1'", 1, nullptr, values, nullptr, nullptr, 0)); // WARN sql-dead-placeholder
}

int pests(sqlite3 *db, const char *name, sqlite3_stmt **statement) {
  int code = sqlite3_prepare_v2(db, "SELECT id FROM pests WHERE name LIKE '%?%'", -1, statement, nullptr); // WARN sql-dead-placeholder
  sqlite3_bind_text(*statement, 1, name, -1, SQLITE_TRANSIENT);
  code |= sqlite3_prepare_v2(db, "SELECT id FROM pests WHERE name = :name", -1, statement, nullptr); // OK sql-dead-placeholder
  sqlite3_bind_text(*statement, 1, name, -1, SQLITE_TRANSIENT);
  code |= sqlite3_prepare_v2(db, "SELECT strftime('%H:%M', seen) FROM pests WHERE id = ?", -1, statement, nullptr); // OK sql-dead-placeholder
  return code;
}

} // namespace orchard
