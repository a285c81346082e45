// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Customers of a shop: text in each position of a statement, put together in the ways people do it.

#include <pqxx/pqxx>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace customers {

pqxx::result by_email(pqxx::work &tx, const std::string &email) {
  return tx.exec("SELECT id, name FROM customers WHERE email = '" + email + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'email' comes from the command line and becomes SQL in 'exec': it stands unescaped inside a quoted literal [sql-injection]
}

pqxx::result search(pqxx::work &tx, const std::string &name) {
  std::string sql = "SELECT id, name FROM customers WHERE active";
  if (!name.empty())
    sql += " AND name ILIKE '%" + name + "%'";
  return tx.exec(sql);
  // CHECK: :[[@LINE-1]]:10: warning: 'name' comes from the command line and becomes SQL in 'exec': it stands unescaped inside a quoted LIKE pattern [sql-injection]
}

pqxx::result by_id(pqxx::work &tx, const std::string &id) {
  std::ostringstream sql;
  sql << "SELECT name FROM customers WHERE id = " << id << " AND active";
  return tx.exec(sql.str());
  // CHECK: :[[@LINE-1]]:10: warning: 'id' becomes SQL in 'exec': it stands unescaped as a bare value, and nothing shows it harmless [sql-injection]
}

pqxx::result in_groups(pqxx::work &tx, const std::vector<std::string> &groups) {
  std::string list;
  for (const std::string &group : groups)
    list += (list.empty() ? "'" : ", '") + group + "'";
  return tx.exec("SELECT id FROM customers WHERE grp IN (" + list + ")");
  // CHECK: :[[@LINE-1]]:10: warning: 'group' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

pqxx::result sorted(pqxx::work &tx, const std::string &column, const std::string &direction) {
  return tx.exec("SELECT id FROM customers ORDER BY " + column + " " + direction);
  // CHECK: :[[@LINE-1]]:10: warning: 'column' becomes SQL in 'exec': it stands unescaped in the place of a name, and nothing shows it harmless (1 more like it) [sql-injection]
}

pqxx::result page(pqxx::work &tx, const std::string &limit) {
  return tx.exec("SELECT id FROM customers LIMIT " + limit);
  // CHECK: :[[@LINE-1]]:10: warning: 'limit' becomes SQL in 'exec': it stands unescaped as a row count, and nothing shows it harmless [sql-injection]
}

void rename(pqxx::work &tx, const char *name, int id) {
  char sql[256];
  std::snprintf(sql, sizeof sql, "UPDATE customers SET name = '%s' WHERE id = %d", name, id);
  tx.exec(sql);
  // CHECK: :[[@LINE-1]]:3: warning: 'name' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

void drop_copy(pqxx::work &tx, const std::string &table) { tx.exec("DROP TABLE copies." + table); }
// CHECK: :[[@LINE-1]]:60: warning: 'table' becomes SQL in 'exec': it stands unescaped in the place of a name, and nothing shows it harmless [sql-injection]

// What is escaped for another place is sql-misplaced-escape's, and not reported here a second time.
pqxx::result misplaced(pqxx::work &tx, const std::string &id) {
  return tx.exec("SELECT name FROM customers WHERE id = " + tx.esc(id));
}

} // namespace customers

int main(int argc, char **argv) {
  pqxx::connection connection;
  pqxx::work tx(connection);
  if (const char *schema = std::getenv("SHOP_SCHEMA"))
    tx.exec(std::string("SET search_path TO ") + schema);
    // CHECK: :[[@LINE-1]]:5: warning: 'schema' comes from the environment and becomes SQL in 'exec': it stands unescaped as a bare value [sql-injection]
  if (argc > 1)
    customers::by_email(tx, argv[1]);
  if (argc > 2)
    customers::search(tx, argv[2]);
  return 0;
}
