// RUN: %clang-sql check --checks='-*,sql-dead-placeholder' %s -- -std=c++20 2>/dev/null | count 0
//
// What looks like a placeholder and is meant as it is; and numbers that match or are not known.

#include <pqxx/pqxx>

#include <string>
#include <vector>

void values(pqxx::work &tx, const std::string &name, const std::vector<std::string> &many) {
  tx.exec_params("SELECT id FROM products WHERE name = $1 AND tags ? 'new' AND made::time > '12:30:00'", name);
  tx.exec_params("SELECT regexp_replace(name, '(x)', '$1') FROM products WHERE name = $1", name);
  tx.exec_params("SELECT id FROM products WHERE name = $1 OR maker = $1", name);
  tx.exec_params("SELECT $$ $2 $$, 'costs $2', 'ok?', tags -> 'a:b' FROM products WHERE name = $1 -- not $3", name);
  tx.exec_params("SELECT id FROM products WHERE name IN ($1, $2)", pqxx::prepare::make_dynamic_params(many));
  tx.exec_params("SELECT id FROM products WHERE id = $1 AND name IN ($2, $3)", 1, pqxx::prepare::make_dynamic_params(many));
  tx.exec("SELECT '$1', '?', ':name'"); // binds nothing, and is no template for values
}

// Not instantiated here: how many values there are is not known.
template <class... Values> void later(pqxx::work &tx, Values &&...values) {
  tx.exec_params("SELECT id FROM products WHERE id = $1 AND name = $2", std::forward<Values>(values)...);
}

// The other placeholder comes with the text that is not known.
void filtered(pqxx::work &tx, const std::string &filter, int id) {
  tx.exec_params("SELECT id FROM products WHERE id = $1 AND " + filter, id, "blue");
}
