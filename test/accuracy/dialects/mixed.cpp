// rules: sql-injection, sql-insert-without-columns
// packages: libmariadb, libpq
//
// One program, three databases: each text is read as its own database reads it.

#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>

#include <string>

namespace mixed {

// MySQL: backticks, double quotes and backslashes in literals, # comments, LIMIT a,b.
void mysql(MYSQL *db, const std::string &name, int first) {
  std::string escaped(name.size() * 2 + 1, '\0');
  escaped.resize(mysql_real_escape_string(db, escaped.data(), name.data(), name.size()));
  mysql_query(db, ("SELECT `id` FROM `users` WHERE `name` = \"" + escaped + "\"").c_str()); // OK sql-injection
  mysql_query(db, ("SELECT `id` FROM `users` WHERE `name` = \"" + name + "\"").c_str()); // WARN sql-injection
  mysql_query(db, ("SELECT `id` FROM `users` WHERE note = 'it\\'s' AND name = '" + name + "'").c_str()); // WARN sql-injection
  mysql_query(db, ("SELECT id FROM users LIMIT " + std::to_string(first) + ",20").c_str()); // OK sql-injection
  mysql_query(db, ("SELECT `" + name + "` FROM users").c_str()); // WARN sql-injection
  mysql_query(db, "INSERT IGNORE INTO `users` VALUES (1, 'x')"); // WARN sql-insert-without-columns
  mysql_query(db, "INSERT IGNORE INTO `users` (`id`) VALUES (1)"); // OK sql-insert-without-columns
  mysql_query(db, "INSERT INTO users SET id = 1, name = 'x'"); // OK sql-insert-without-columns
  mysql_query(db, "INSERT DELAYED INTO log VALUES (1) # nightly"); // WARN sql-insert-without-columns
  mysql_query(db, "REPLACE INTO `settings` (`k`, `v`) VALUES ('a', 'b')"); // OK sql-insert-without-columns
  mysql_query(db, "REPLACE `settings` VALUES ('a', 'b')"); // WARN sql-insert-without-columns
  mysql_query(db, "INSERT INTO hits VALUES (1, 1) ON DUPLICATE KEY UPDATE n = n + VALUES(n)"); // WARN sql-insert-without-columns
  mysql_query(db, "CREATE TABLE hits (id INT AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB"); // OK sql-insert-without-columns; sql-injection
}

// SQLite: [names], "names", INSERT OR …, PRAGMA, ?1 and :name.
void sqlite(sqlite3 *db, const std::string &name, int version) {
  sqlite3_exec(db, ("PRAGMA user_version = " + std::to_string(version)).c_str(), nullptr, nullptr, nullptr); // OK sql-injection
  sqlite3_exec(db, ("PRAGMA table_info(" + name + ")").c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  sqlite3_exec(db, ("SELECT [id] FROM [users] WHERE name = '" + name + "'").c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  sqlite3_exec(db, ("SELECT id FROM users WHERE name GLOB '" + name + "*'").c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  sqlite3_exec(db, "INSERT OR IGNORE INTO users VALUES (1)", nullptr, nullptr, nullptr); // WARN sql-insert-without-columns
  sqlite3_exec(db, "INSERT OR REPLACE INTO users(id) VALUES (1)", nullptr, nullptr, nullptr); // OK sql-insert-without-columns
  sqlite3_exec(db, "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT) WITHOUT ROWID", nullptr, nullptr, nullptr); // OK sql-injection
  sqlite3_exec(db, ("ATTACH '" + name + "' AS other").c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  sqlite3_exec(db, ("DELETE FROM users WHERE id = " + std::to_string(version) + " LIMIT 1").c_str(), nullptr, nullptr, nullptr); // OK sql-injection
}

// PostgreSQL: dollar quotes, E'…', casts, ONLY, RETURNING, ON CONFLICT.
void postgresql(PGconn *db, const std::string &name, long id) {
  PQclear(PQexec(db, ("SELECT E'\\'' || name FROM users WHERE id = " + std::to_string(id) + "::bigint").c_str())); // OK sql-injection
  PQclear(PQexec(db, ("SELECT id FROM ONLY users WHERE name = E'" + name + "'").c_str())); // WARN sql-injection
  PQclear(PQexec(db, ("DO $do$ BEGIN PERFORM f('" + name + "'); END $do$").c_str())); // WARN sql-injection
  PQclear(PQexec(db, ("SET application_name = '" + name + "'").c_str())); // WARN sql-injection
  PQclear(PQexec(db, ("NOTIFY jobs, '" + std::to_string(id) + "'").c_str())); // OK sql-injection
  PQclear(PQexec(db, "INSERT INTO users SELECT * FROM users_old ON CONFLICT (id) DO NOTHING RETURNING id")); // WARN sql-insert-without-columns
  PQclear(PQexec(db, ("EXPLAIN ANALYZE SELECT id FROM users WHERE name = '" + name + "'").c_str())); // WARN sql-injection
  PQclear(PQexec(db, ("DECLARE c CURSOR FOR SELECT id FROM users WHERE id > " + std::to_string(id)).c_str())); // OK sql-injection
}

} // namespace mixed
