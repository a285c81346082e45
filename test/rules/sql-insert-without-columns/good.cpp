// RUN: %clang-sql check --checks='-*,sql-insert-without-columns' %s -- -std=c++20 2>/dev/null | count 0
//
// The same ledger with its columns named, and what only looks like an INSERT.

#include <pqxx/pqxx>

#include <string>
#include <tuple>
#include <vector>

namespace ledger {

// Fixed.
constexpr const char *POST = "INSERT INTO ledger (account, cents, posted_at) VALUES ($1, $2, now())";

void post(pqxx::work &tx, int account, long cents) { tx.exec_params(POST, account, cents); }

// Fixed: the library is told the columns.
void import(pqxx::work &tx, const std::vector<std::tuple<int, long>> &rows) {
  pqxx::stream_to stream(tx, "ledger", std::vector<std::string>{"account", "cents"});
  for (const auto &row : rows)
    stream << row;
  stream.complete();
}

// There are no columns to name.
void open_batch(pqxx::work &tx) { tx.exec("INSERT INTO batches DEFAULT VALUES"); }

// Out of the table, not into it.
void export_text(pqxx::work &tx) { tx.exec("COPY ledger TO '/srv/ledger.csv' CSV"); }

// SQL inside a literal of another statement is data.
void remember(pqxx::work &tx) {
  tx.exec("INSERT INTO scripts (name, body) VALUES ('reset', 'INSERT INTO ledger VALUES (1, 2)')");
}

// Prose.
std::string hint(bool card) {
  return card ? "insert into the slot values of your choice" : "Insert into ledger: see the manual";
}

} // namespace ledger
