// RUN: %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 2>/dev/null | count 0

#include <curl/curl.h>
#include <pqxx/pqxx>

// A snapshot of a replica of our own: nobody waits for it.
void export_orders(pqxx::connection &replica, CURL *upload) {
  pqxx::read_transaction snapshot(replica);
  snapshot.exec("SELECT id FROM orders");
  curl_easy_perform(upload); // NOLINT(sql-network-in-transaction)
}
