// RUN: not %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Functions that do nothing but make the text give it their name; others do not.

#include <pqxx/pqxx>

#include <cstdio>
#include <string>

namespace warehouse {

std::string stock_query() { return "SELECT sku, quantity FROM stock"; }

static std::string stock_of(const std::string &site) {
  std::string text = "SELECT sku FROM ";
  text += site;
  text += "_stock";
  return text;
}

static void move_query(int from, int to, std::string &out) {
  out = "UPDATE stock SET site = " + std::to_string(to) + " WHERE site = " + std::to_string(from);
}

static int forget_query(char *buffer, size_t size, int sku) {
  return snprintf(buffer, size, "DELETE FROM stock WHERE sku = %d", sku);
}

class Report {
public:
  explicit Report(int year) : year_(year) {}
  std::string sql() const { return "SELECT sum(quantity) FROM deliveries WHERE year = " + std::to_string(year_); }

private:
  int year_;
};

void named(pqxx::work &tx) {
  tx.exec(stock_query());
  tx.exec(stock_query() + " ORDER BY sku");
  tx.exec(stock_of("berlin"));
  std::string move;
  move_query(1, 2, move);
  tx.exec(move);
  char forget[80];
  forget_query(forget, sizeof forget, 7);
  tx.exec(forget);
  tx.exec(Report(2024).sql());
}

// It does something else: it asks the database.
static std::string next_query(pqxx::work &tx) {
  bool any = !tx.exec(stock_query()).empty();
  return any ? "SELECT sku FROM stock WHERE quantity = 0" : "SELECT sku FROM catalogue";
  // CHECK: :[[@LINE-1]]:16: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
  // CHECK: :[[@LINE-2]]:61: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
}

// The text stands at the call.
static std::string ordered(const std::string &text) { return text + " ORDER BY sku"; }

void unnamed(pqxx::work &tx) {
  tx.exec(next_query(tx));
  tx.exec(ordered("SELECT sku FROM deliveries"));
  // CHECK: :[[@LINE-1]]:19: warning: SQL written inline at the call of 'exec': no name to search for, log or measure by [sql-unnamed-query]
}

} // namespace warehouse
