// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers -isystem %S/../Inputs/drogon 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A chess club's games, behind drogon.

#include <curl/curl.h>
#include <drogon/HttpRequest.h>
#include <drogon/orm/DbClient.h>

#include <functional>
#include <memory>
#include <string>

namespace chess {

using drogon::HttpRequestPtr;
using drogon::orm::DbClientPtr;
using drogon::orm::Result;

std::string winner(const HttpRequestPtr &request, const DbClientPtr &db) {
  Result rows = db->execSqlSync("SELECT winner FROM games WHERE id = " + request->getParameter("id"));
  // CHECK: :[[@LINE-1]]:17: warning: 'request->getParameter("id")' comes from the network and becomes SQL in 'execSqlSync': it stands unescaped as a bare value [sql-injection]
  return rows[0]["winner"].as<std::string>();
}

std::string winner_bound(const HttpRequestPtr &request, const DbClientPtr &db) {
  Result rows = db->execSqlSync("SELECT winner FROM games WHERE id = $1", request->getParameter("id"));
  return rows[0]["winner"].as<std::string>();
}

void forget(const HttpRequestPtr &request, const DbClientPtr &db) {
  *db << "DELETE FROM games WHERE player = $1" << request->getCookie("player") >> [](const Result &) {};
  *db << "DELETE FROM games WHERE player = '" + request->getCookie("player") + "'";
  // CHECK: :[[@LINE-1]]:3: warning: 'request->getCookie("player")' comes from the network and becomes SQL in 'operator<<': it stands unescaped inside a quoted literal [sql-injection]
}

void copy(const DbClientPtr &db) {
  Result rows = db->execSqlSync("SELECT name FROM players");
  for (unsigned long i = 0; i < rows.size(); ++i)
    db->execSqlAsync("INSERT INTO archive VALUES ('" + rows[i]["name"].as<std::string>() + "')", [](const Result &) {},
    // CHECK-DAG: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[sql-insert-without-columns]
    // CHECK-DAG: :[[@LINE-2]]:5: warning: {{.*}} becomes SQL in 'execSqlAsync': {{.*}}[sql-injection]
                     [](const drogon::orm::DrogonDbException &) {});
}

void announce_inside(const DbClientPtr &db, CURL *curl) {
  std::shared_ptr<drogon::orm::Transaction> change = db->newTransaction();
  change->execSqlSync("UPDATE games SET announced = true");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
}

void announce_after(const DbClientPtr &db, CURL *curl) {
  {
    auto change = db->newTransaction();
    change->execSqlSync("UPDATE games SET announced = true");
  }
  curl_easy_perform(curl);
}

void announce_rolled_back(const DbClientPtr &db, CURL *curl) {
  auto change = db->newTransaction();
  change->rollback();
  curl_easy_perform(curl);
}

} // namespace chess
