// RUN: not %clang-sql check --checks='-*,sql-misplaced-escape,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A shop's catalogue, where somebody escaped everything, and much of it for the wrong place.

#include <pqxx/pqxx>

#include <cstdlib>
#include <string>

namespace catalogue {

pqxx::result by_id(pqxx::work &tx, const std::string &id) {
  return tx.exec("SELECT name FROM products WHERE id = " + tx.esc(id));
  // CHECK: :[[@LINE-1]]:10: warning: 'tx.esc(id)' is escaped for the inside of a quoted literal, but stands as a bare value in the SQL of 'exec': without quotes around it, '0 OR true' passes unchanged [sql-misplaced-escape]
}

pqxx::result by_name(pqxx::work &tx, const std::string &name) {
  return tx.exec("SELECT id FROM products WHERE name = '" + tx.quote(name) + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'tx.quote(name)' is quoted as a whole literal, but stands inside a quoted literal in the SQL of 'exec': its own quotes end the literal, and its text stands outside as SQL [sql-misplaced-escape]
}

pqxx::result search(pqxx::work &tx, const std::string &word) {
  const std::string pattern = "%" + tx.quote(word) + "%";
  return tx.exec("SELECT id FROM products WHERE name ILIKE '" + pattern + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'tx.quote(word)' is quoted as a whole literal, but stands inside a quoted LIKE pattern in the SQL of 'exec': its own quotes end the literal, and its text stands outside as SQL [sql-misplaced-escape]
}

pqxx::result in_table(pqxx::work &tx, const std::string &table, const std::string &column) {
  tx.exec("SELECT id FROM " + tx.quote(table));
  // CHECK: :[[@LINE-1]]:3: warning: 'tx.quote(table)' is quoted as a whole literal, but stands in the place of a name in the SQL of 'exec': a literal is no name [sql-misplaced-escape]
  tx.exec("SELECT id FROM " + tx.esc(table));
  // CHECK: :[[@LINE-1]]:3: warning: 'tx.esc(table)' is escaped for the inside of a quoted literal, but stands in the place of a name in the SQL of 'exec': without quotes around it, any SQL passes unchanged [sql-misplaced-escape]
  tx.exec("SELECT id FROM \"" + tx.quote_name(table) + "\"");
  // CHECK: :[[@LINE-1]]:3: warning: 'tx.quote_name(table)' is quoted as a name, but stands inside a quoted name in the SQL of 'exec': its own quotes end the name, and its text stands outside as SQL [sql-misplaced-escape]
  tx.exec("SELECT \"" + tx.esc(column) + "\" FROM products");
  // CHECK: :[[@LINE-1]]:3: warning: 'tx.esc(column)' is escaped for the inside of a quoted literal, but stands inside a quoted name in the SQL of 'exec': the quote that ends the name is not escaped [sql-misplaced-escape]
  return tx.exec("SELECT id FROM products WHERE colour = '" + tx.quote_name(column) + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'tx.quote_name(column)' is quoted as a name, but stands inside a quoted literal in the SQL of 'exec': the quote that ends the literal is not escaped [sql-misplaced-escape]
}

pqxx::result sorted(pqxx::work &tx, const std::string &direction, const std::string &limit) {
  return tx.exec("SELECT id FROM products ORDER BY name " + tx.esc(direction) + " LIMIT " + tx.esc(limit));
  // CHECK: :[[@LINE-1]]:10: warning: 'tx.esc(direction)' is escaped for the inside of a quoted literal, but stands in the place of a keyword in the SQL of 'exec': any SQL without quotes passes unchanged (1 more like it) [sql-misplaced-escape]
}

// One call, two rules: each reports its own.
pqxx::result both(pqxx::work &tx, const std::string &id, const std::string &name) {
  return tx.exec("SELECT id FROM products WHERE id = " + tx.esc(id) + " OR name = '" + name + "'");
  // CHECK: :[[@LINE-1]]:10: warning: 'name' becomes SQL in 'exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  // CHECK: :[[@LINE-2]]:10: warning: 'tx.esc(id)' is escaped for the inside of a quoted literal, but stands as a bare value in the SQL of 'exec': without quotes around it, '0 OR true' passes unchanged [sql-misplaced-escape]
}

// The helper is right about what it does, and wrong about where it is used.
static std::string safe(pqxx::work &tx, const std::string &text) { return tx.esc(text); }

pqxx::result by_category(pqxx::work &tx) {
  const char *category = std::getenv("CATEGORY");
  return tx.exec("SELECT id FROM products WHERE category IN (" + safe(tx, category) + ")");
  // CHECK: :[[@LINE-1]]:10: warning: 'category' is escaped for the inside of a quoted literal, but stands in a list of values in the SQL of 'exec': without quotes around it, '0 OR true' passes unchanged [sql-misplaced-escape]
}

} // namespace catalogue
