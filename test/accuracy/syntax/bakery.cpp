// rules: sql-syntax-error
// packages: libpq
//
// A bakery: typing errors in statements, and what only looks like one.

#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <sqlite3.h>

#include <string>

namespace bakery {

constexpr auto FETCH_BREADS = "SELECT id, name FORM breads"; // WARN sql-syntax-error
constexpr auto FETCH_ROLLS = "SELECT id, name, FROM rolls"; // WARN sql-syntax-error
constexpr auto FETCH_CAKES = "SELECT id, name FROM cakes WHERE sweet AND"; // WARN sql-syntax-error

void fetch(pqxx::work &tx, int id, bool sold) {
  tx.exec(FETCH_BREADS);
  tx.exec(FETCH_ROLLS);
  tx.exec(FETCH_CAKES);
  tx.exec("SELECT id FROM breads WHERE (price > 100"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM breads WHERE price > 100 AND (flour = 'rye' OR flour = 'spelt')"); // OK sql-syntax-error
  tx.exec("SELECT id FROM breads"
          "WHERE price > 100 ORDER BY price"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM breads "
          "WHERE price > 100 ORDER BY price"); // OK sql-syntax-error
  tx.exec("UPDATE breads SET price = 100, WHERE id = 1"); // WARN sql-syntax-error
  tx.exec("INSERT INTO breads (name, price) VALUE ('rye', 1)"); // WARN sql-syntax-error
  tx.exec("INSERT INTO breads (name, price) VALUES ('rye', 1)"); // OK sql-syntax-error
  tx.exec("DELETE breads WHERE id = 1"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM breads WHERE name = 'farmer's'"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM breads LIMIT 10, 20"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM `breads`"); // WARN sql-syntax-error
  tx.exec("SELECT id FROM breads WHERE id = " + std::to_string(id) + (sold ? " AND sold" : "")); // OK sql-syntax-error
  tx.exec("SELECT data->'name' FROM breads WHERE data @> '{\"rye\": true}'::jsonb"); // OK sql-syntax-error
  tx.exec("MERGE INTO stock s USING breads b ON s.bread = b.id WHEN MATCHED THEN UPDATE SET n = n + 1"); // OK sql-syntax-error
  tx.exec("CREATE INDEX CONCURRENTLY IF NOT EXISTS breads_name ON breads (lower(name)) WHERE NOT sold"); // OK sql-syntax-error
  tx.exec("SELECT id FROM breads WHERE id == 1"); // OK sql-syntax-error
}

// Another database's words.
int oven(sqlite3 *db) {
  sqlite3_exec(db, "INSERT OR REPLACE INTO oven (id) VALUES (1)", nullptr, nullptr, nullptr); // OK sql-syntax-error
  sqlite3_exec(db, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr); // OK sql-syntax-error
  return sqlite3_exec(db, "VACUUM INTO 'backup.db'", nullptr, nullptr, nullptr); // OK sql-syntax-error
}

// Newer than the grammar.
void newer(PGconn *conn) {
  PQclear(PQexec(conn, "MERGE INTO stock s USING breads b ON s.bread = b.id WHEN NOT MATCHED BY SOURCE THEN DELETE")); // OK sql-syntax-error
  PQclear(PQexec(conn, "SELECT 1_000_000")); // OK sql-syntax-error
}

} // namespace bakery
