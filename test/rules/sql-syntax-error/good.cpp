// RUN: %clang-sql check --checks='-*,sql-syntax-error' %s -- -std=c++20 2>/dev/null | count 0
//
// Statements that parse, and those of which it is not certain that they do not.

#include <pqxx/pqxx>
#include <sqlite3.h>

#include <string>

std::string condition();

void not_known(pqxx::work &tx, bool old, const std::string &name) {
  tx.exec("SELECT id FROM WHERE " + condition());
  tx.exec("SELECT id, FROM users WHERE name = " + tx.quote(name));
  tx.exec(old ? "SELECT id, FROM users" : "SELECT id FROM users"); // perhaps it is never the old one
  tx.exec("");
  tx.exec("-- nothing");
}

// SQLite's grammar is another one.
void other_database(sqlite3 *db) {
  sqlite3_exec(db, "SELECT id, FROM users", nullptr, nullptr, nullptr);
  sqlite3_exec(db, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
}

// Newer than the grammar.
void newer(pqxx::work &tx) {
  tx.exec("SELECT 1_000_000, 0xFF, 0b11, 0o17");                                                           // 16
  tx.exec("SELECT * FROM (SELECT 1)");                                                                     // 16
  tx.exec("SELECT id FROM orders WHERE note IS JSON OBJECT");                                              // 16
  tx.exec("SELECT JSON_OBJECT('id' VALUE id ABSENT ON NULL) FROM orders");                                 // 16
  tx.exec("GRANT reader TO app WITH INHERIT TRUE");                                                        // 16
  tx.exec("ALTER TABLE t ADD COLUMN a text STORAGE main COMPRESSION lz4");                                 // 16
  tx.exec("REINDEX (VERBOSE) SYSTEM");                                                                     // 16
  tx.exec("ALTER OPERATOR = (int, int) SET (HASHES, COMMUTATOR = =)");                                     // 17
  tx.exec("CREATE TABLE t (a int NOT NULL NO INHERIT)");                                                   // 18
  tx.exec("MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE RETURNING t.a");                     // 17
  tx.exec("MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED BY SOURCE THEN DELETE");                     // 17
  tx.exec("SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a int PATH '$')) AS j");                         // 17
  tx.exec("SELECT JSON_VALUE(note, '$.a' RETURNING int) FROM orders");                                     // 17
  tx.exec("SELECT made AT LOCAL FROM orders");                                                             // 17
  tx.exec("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)");                            // 18
  tx.exec("CREATE TABLE t (a int4range, UNIQUE (a WITHOUT OVERLAPS))");                                    // 18
  tx.exec("UPDATE t SET a = a + 1 RETURNING WITH (OLD AS o, NEW AS n) o.a, n.a");                          // 18
  tx.exec("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED");                                    // 18
  tx.exec("SELECT a, count(*) FROM t GROUP BY ALL");                                                       // 19
}

// Of this version, or before it.
void fifteen(pqxx::work &tx) {
  tx.exec("CREATE TABLE t (a int, UNIQUE NULLS NOT DISTINCT (a))");
  tx.exec("MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DO NOTHING");
  tx.exec("SELECT any_value(a), tags ? 'x', tags @? '$.a' FROM t");
  tx.exec("GRANT MAINTAIN ON t TO app");
  tx.exec("CREATE RULE r AS ON INSERT TO t DO ALSO (UPDATE s SET n = n + 1; NOTIFY changed)");
  tx.exec("CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END");
  tx.exec("DO $$ BEGIN PERFORM 1; END $$");
}

// Servers that speak the protocol and something else than SQL.
void other_servers(pqxx::nontransaction &tx) {
  tx.exec("IDENTIFY_SYSTEM");
  tx.exec("START_REPLICATION SLOT orders LOGICAL 0/0");
  tx.exec("SHOW POOLS");
  tx.exec("UPSERT INTO t (a) VALUES (1)");
  tx.exec("CREATE TABLE t (a int) DISTRIBUTED BY (a)");
}

// What an escaper makes of bytes is another text than the bytes.
void picture(pqxx::work &tx) {
  const std::string bytes("GIF\0;", 5);
  tx.exec("INSERT INTO pictures (data) VALUES ('" + tx.esc_raw(bytes) + "')");
}
