// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' --config='{CheckOptions: {sql-network-in-transaction.Categories: sleep}}' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <curl/curl.h>
#include <pqxx/pqxx>
#include <unistd.h>

void poll(pqxx::connection &connection, CURL *curl) {
  pqxx::work tx(connection);
  curl_easy_perform(curl);
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' sleeps while the transaction 'tx' is open [sql-network-in-transaction]
  tx.commit();
}
