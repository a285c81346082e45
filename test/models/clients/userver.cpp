// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++17 %headers -isystem %S/../Inputs/userver 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A bakery's orders, by userver.

#include <curl/curl.h>
#include <string>
#include <userver/storages/postgres/cluster.hpp>

namespace bakery {

using storages::postgres::Cluster;
using storages::postgres::TransactionOptions;

std::string price(Cluster &cluster, const std::string &cake) {
  return cluster.Execute(1, "SELECT price FROM cakes WHERE name = '" + cake + "'").AsSingleRow<std::string>();
  // CHECK: :[[@LINE-1]]:10: warning: 'cake' becomes SQL in 'Execute': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

std::string price_bound(Cluster &cluster, const std::string &cake) {
  return cluster.Execute(1, "SELECT price FROM cakes WHERE name = $1", cake).AsSingleRow<std::string>();
}

void order(Cluster &cluster, const std::string &cake, const std::string &column) {
  storages::postgres::Transaction change = cluster.Begin(TransactionOptions{});
  change.Execute("UPDATE cakes SET ordered = ordered + 1 WHERE name = $1", cake);
  change.Execute("UPDATE cakes SET " + column + " = 1");
  // CHECK: :[[@LINE-1]]:3: warning: 'column' becomes SQL in 'Execute': it stands unescaped in the place of a name, and nothing shows it harmless [sql-injection]
  change.Commit();
}

void bake_inside(Cluster &cluster, CURL *oven) {
  auto change = cluster.Begin(TransactionOptions{});
  change.Execute("UPDATE cakes SET baked = true");
  curl_easy_perform(oven);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  change.Commit();
}

void bake_after(Cluster &cluster, CURL *oven) {
  auto change = cluster.Begin(TransactionOptions{});
  change.Execute("UPDATE cakes SET baked = true");
  change.Commit();
  curl_easy_perform(oven);
}

void bake_after_scope(Cluster &cluster, CURL *oven) {
  {
    auto change = cluster.Begin(TransactionOptions{});
    change.Execute("UPDATE cakes SET baked = true");
  }
  curl_easy_perform(oven);
}

} // namespace bakery
