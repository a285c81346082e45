// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Customers of a shop: text in each position of a statement, put together in the ways people do it.

#include <pqxx/pqxx>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace customers {

pqxx::result by_email(pqxx::work &tx, const std::string &email) {
  return tx.exec("SELECT id, name FROM customers WHERE email = '" + email + "'");
}

pqxx::result search(pqxx::work &tx, const std::string &name) {
  std::string sql = "SELECT id, name FROM customers WHERE active";
  if (!name.empty())
    sql += " AND name ILIKE '%" + name + "%'";
  return tx.exec(sql);
}

pqxx::result by_id(pqxx::work &tx, const std::string &id) {
  std::ostringstream sql;
  sql << "SELECT name FROM customers WHERE id = " << id << " AND active";
  return tx.exec(sql.str());
}

pqxx::result in_groups(pqxx::work &tx, const std::vector<std::string> &groups) {
  std::string list;
  for (const std::string &group : groups)
    list += (list.empty() ? "'" : ", '") + group + "'";
  return tx.exec("SELECT id FROM customers WHERE grp IN (" + list + ")");
}

pqxx::result sorted(pqxx::work &tx, const std::string &column, const std::string &direction) {
  return tx.exec("SELECT id FROM customers ORDER BY " + column + " " + direction);
}

pqxx::result page(pqxx::work &tx, const std::string &limit) {
  return tx.exec("SELECT id FROM customers LIMIT " + limit);
}

void rename(pqxx::work &tx, const char *name, int id) {
  char sql[256];
  std::snprintf(sql, sizeof sql, "UPDATE customers SET name = '%s' WHERE id = %d", name, id);
  tx.exec(sql);
}

void drop_copy(pqxx::work &tx, const std::string &table) { tx.exec("DROP TABLE copies." + table); }

// Escaped for another place than the one where they stand.
pqxx::result misplaced(pqxx::work &tx, const std::string &id, const std::string &name) {
  tx.exec("SELECT name FROM customers WHERE id = " + tx.esc(id));
  return tx.exec("SELECT id FROM customers WHERE name = '" + tx.quote(name) + "'");
}

} // namespace customers

int main(int argc, char **argv) {
  pqxx::connection connection;
  pqxx::work tx(connection);
  if (const char *schema = std::getenv("SHOP_SCHEMA"))
    tx.exec(std::string("SET search_path TO ") + schema);
  if (argc > 1)
    customers::by_email(tx, argv[1]);
  std::string name;
  std::getline(std::cin, name);
  customers::search(tx, name);
  return 0;
}
