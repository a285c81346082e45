// RUN: %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | count 0
//
// The same shop as in bad.cpp, written so that nothing from outside becomes SQL.

#include <pqxx/pqxx>

#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace customers {

enum class Sort { name, city };

// Fixed: bound.
pqxx::result by_email(pqxx::work &tx, const std::string &email) {
  return tx.exec_params("SELECT id, name FROM customers WHERE email = $1", email);
}

// Fixed: prepared.
pqxx::result prepared(pqxx::connection &connection, pqxx::work &tx, const std::string &city) {
  connection.prepare("customers_by_city", "SELECT id FROM customers WHERE city = $1");
  return tx.exec_prepared("customers_by_city", city);
}

// Fixed: escaped for the place where it stands.
pqxx::result search(pqxx::work &tx, const std::string &name, const std::string &view) {
  tx.exec("SELECT id FROM customers WHERE name ILIKE '%" + tx.esc_like(tx.esc(name)) + "%'");
  tx.exec("SELECT id FROM customers WHERE name = '" + tx.esc(name) + "'");
  tx.exec("SELECT id FROM customers WHERE name = " + tx.quote(name));
  return tx.exec("SELECT count(*) FROM " + tx.quote_name(view));
}

// Numbers, booleans and enumerations cannot carry SQL.
pqxx::result page(pqxx::work &tx, int limit, long offset, bool active) {
  std::ostringstream sql;
  sql << "SELECT id FROM customers WHERE active = " << (active ? "true" : "false") << " LIMIT " << limit << " OFFSET "
      << offset;
  return tx.exec(sql.str());
}

// A choice between constants.
const char *column_of(Sort sort) {
  switch (sort) {
  case Sort::name: return "name";
  case Sort::city: return "city";
  }
  return "id";
}

pqxx::result sorted(pqxx::work &tx, Sort sort, bool descending) {
  return tx.exec(std::string("SELECT id FROM customers ORDER BY ") + column_of(sort) + (descending ? " DESC" : " ASC"));
}

// Compared with constants before.
pqxx::result sorted_by(pqxx::work &tx, const std::string &column) {
  if (column != "name" && column != "city")
    throw std::invalid_argument(column);
  return tx.exec("SELECT id FROM customers ORDER BY " + column);
}

// A list of placeholders, as long as needed.
std::string placeholders(std::size_t count) {
  std::string list;
  for (std::size_t i = 1; i <= count; ++i)
    list += (i == 1 ? "$" : ", $") + std::to_string(i);
  return list;
}

void prepare_lookup(pqxx::connection &connection, std::size_t count) {
  connection.prepare("lookup", "SELECT id FROM customers WHERE id IN (" + placeholders(count) + ")");
}

// Formatted, but a number.
void touch(pqxx::work &tx, int id) {
  char sql[128];
  std::snprintf(sql, sizeof sql, "UPDATE customers SET seen = now() WHERE id = %d", id);
  tx.exec(sql);
}

// What was outside text is gone when the statement is sent.
pqxx::result overwritten(pqxx::work &tx, std::string text) {
  text = "SELECT count(*) FROM customers";
  return tx.exec(text);
}

// Looks like SQL, but goes to a log.
void log_search(const std::string &name) { std::fputs(("SELECT ... WHERE name = '" + name + "'\n").c_str(), stderr); }

// A wrapper: its callers are judged.
pqxx::result run(pqxx::work &tx, const std::string &sql) { return tx.exec(sql); }

pqxx::result all(pqxx::work &tx) { return run(tx, "SELECT id FROM customers"); }

} // namespace customers
