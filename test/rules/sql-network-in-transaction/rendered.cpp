// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 2>/dev/null | FileCheck %s --match-full-lines --strict-whitespace
//
// All that a user sees of one finding.

#include <curl/curl.h>
#include <pqxx/pqxx>

static bool notify(CURL *mailer) {
  return curl_easy_perform(mailer) == CURLE_OK;
}

void ship(pqxx::connection &connection, CURL *mailer, int order) {
  pqxx::work tx(connection);
  tx.exec_params("UPDATE orders SET status = 'shipped' WHERE id = $1", order);
  if (notify(mailer))
    tx.commit();
}
