// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Transactions by text: the temporary object that a statement is put together in stands for its session.

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

void announce_or_not(soci::session &sql, CURL *curl, bool rehearsal) {
  sql << "START TRANSACTION";
  sql << "UPDATE timetable SET announced = TRUE";
  if (rehearsal)
    sql << "ROLLBACK";
  else
    sql << "COMMIT";
  curl_easy_perform(curl);
}

} // namespace trams
