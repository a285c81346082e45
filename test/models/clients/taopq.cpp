// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++17 %headers -isystem %S/../Inputs/taopq 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A lake's boats, by taopq.

#include <curl/curl.h>
#include <memory>
#include <string>
#include <tao/pq.hpp>

namespace boats {

std::string owner(const std::shared_ptr<tao::pq::connection> &db, const std::string &boat) {
  return db->execute("SELECT owner FROM boats WHERE name = '" + boat + "'").as<std::string>();
  // CHECK: :[[@LINE-1]]:10: warning: 'boat' becomes SQL in 'execute': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

std::string owner_bound(const std::shared_ptr<tao::pq::connection> &db, const std::string &boat) {
  return db->execute("SELECT owner FROM boats WHERE name = $1", boat).as<std::string>();
}

void rent_inside(const std::shared_ptr<tao::pq::connection> &db, CURL *bank) {
  const auto change = db->transaction();
  change->execute("UPDATE boats SET rented = true");
  curl_easy_perform(bank);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  change->commit();
}

void rent_after(const std::shared_ptr<tao::pq::connection> &db, CURL *bank) {
  const auto change = db->transaction();
  change->execute("UPDATE boats SET rented = true");
  change->commit();
  curl_easy_perform(bank);
}

void rent_directly(const std::shared_ptr<tao::pq::connection> &db, CURL *bank) {
  const auto none = db->direct();
  none->execute("UPDATE boats SET rented = true");
  curl_easy_perform(bank);
}

} // namespace boats
