// XFAIL: *
// RUN: %clang-sql check --checks='-*,sql-unnamed-query' %s -- -std=c++20 2>/dev/null | count 0
//
// A name that is not known as one yet.

#include <pqxx/pqxx>

#include <string>

// A function that only returns the text.
std::string stock_query() { return "SELECT sku, quantity FROM stock"; }
pqxx::result stock(pqxx::work &tx) { return tx.exec(stock_query()); }
