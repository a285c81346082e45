// RUN: %clang-sql check --checks='-*,sql-misplaced-escape,sql-injection' %s -- -std=c++20 2>/dev/null | count 0
//
// Every escaper where it belongs, in statements of all kinds.

#include <pqxx/pqxx>

#include <string>

void values(pqxx::work &tx, const std::string &name, const std::string &zone, int id) {
  tx.exec("SELECT id FROM products WHERE name = '" + tx.esc(name) + "'");
  tx.exec("SELECT id FROM products WHERE name = " + tx.quote(name));
  tx.exec("SELECT id FROM products WHERE name ILIKE " + tx.quote("%" + name + "%"));
  tx.exec("SELECT id FROM products WHERE name LIKE '%" + tx.esc(name) + "%' AND colour IN (" + tx.quote(zone) + ")");
  tx.exec("SELECT id FROM products WHERE id = " + tx.quote(id));
  tx.exec("INSERT INTO products (name, colour) VALUES (" + tx.quote(name) + ", '" + tx.esc(zone) + "'), ('x', 'y')");
  tx.exec("SELECT made AT TIME ZONE " + tx.quote(zone) + " FROM products ORDER BY name = " + tx.quote(name) + " DESC");
  tx.exec("SELECT " + tx.quote(name) + "::regclass, INTERVAL " + tx.quote(zone));
  tx.exec("SELECT * FROM search(" + tx.quote(name) + ") WHERE a BETWEEN " + tx.quote(name) + " AND " + tx.quote(zone));
}

void names(pqxx::work &tx, const std::string &table, const std::string &column, const std::string &value) {
  tx.exec("SELECT " + tx.quote_name(column) + " FROM " + tx.quote_name(table) + " AS t ORDER BY " + tx.quote_name(column));
  tx.exec("UPDATE " + tx.quote_name(table) + " SET " + tx.quote_name(column) + " = " + tx.quote(value) + " WHERE id = 1");
  tx.exec("LISTEN " + tx.quote_name(table));
}

void commands(pqxx::nontransaction &tx, const std::string &name, const std::string &value) {
  tx.exec("COMMENT ON TABLE products IS " + tx.quote(value));
  tx.exec("CREATE USER app WITH PASSWORD " + tx.quote(value) + " VALID UNTIL " + tx.quote(name));
  tx.exec("SET search_path TO " + tx.quote(name));
  tx.exec("SET TIME ZONE " + tx.quote(name));
  tx.exec("NOTIFY changes, " + tx.quote(value));
  tx.exec("CREATE TYPE size AS ENUM (" + tx.quote(value) + ")");
  tx.exec("CREATE TABLE copies (a text DEFAULT " + tx.quote(value) + ", CHECK (a <> " + tx.quote(name) + "))");
  tx.exec("CREATE DATABASE " + tx.quote_name(name) + " ENCODING " + tx.quote(value));
  tx.exec("CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host " + tx.quote(value) + ")");
  tx.exec("COPY products (name) FROM " + tx.quote(name) + " WITH (DELIMITER " + tx.quote(value) + ")");
}

// What comes before is not known: neither is where the value stands.
void continued(pqxx::work &tx, const std::string &begin, const std::string &value) {
  tx.exec(begin + " " + tx.quote(value) + ")"); // NOLINT(sql-injection): not the subject here
}
