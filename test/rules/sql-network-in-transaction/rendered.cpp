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

// CHECK:{{.*}}rendered.cpp:15:7: warning: 'notify' waits on the network in 'curl_easy_perform' while the transaction 'tx' is open [sql-network-in-transaction]
// CHECK-NEXT:   15 |   if (notify(mailer))
// CHECK-NEXT:      |       ^~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:13:14: note: transaction begun here: it lasts as long as this 'pqxx::transaction'
// CHECK-NEXT:   13 |   pqxx::work tx(connection);
// CHECK-NEXT:      |              ^~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:9:10: note: 'curl_easy_perform' waits here
// CHECK-NEXT:    9 |   return curl_easy_perform(mailer) == CURLE_OK;
// CHECK-NEXT:      |          ^~~~~~~~~~~~~~~~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:16:5: note: transaction ended here
// CHECK-NEXT:   16 |     tx.commit();
// CHECK-NEXT:      |     ^~~~~~~~~~~
// CHECK-NEXT:{{.*}}rendered.cpp:15:7: note: move it before the begin or behind the end: an open transaction keeps its locks, its connection, and dead rows from vacuum
