// XFAIL: *
// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Transactions by text: which session a statement's temporary object belongs to is not known yet, and so COMMIT ends nothing.

#include <curl/curl.h>
#include <soci/soci.h>

namespace trams {

void announce_by_text(soci::session &sql, CURL *curl) {
  sql << "BEGIN";
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  sql << "COMMIT";
  curl_easy_perform(curl);
}

} // namespace trams
