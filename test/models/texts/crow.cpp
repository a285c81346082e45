// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++17 -isystem %S/../Inputs/crow 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// What a request has in its fields comes from outside, unless the program put it there.

#include <crow.h>
#include <sqlite3.h>

#include <string>

namespace bakery {

int order(sqlite3 *db, const crow::request &request) {
  std::string sql = "INSERT INTO orders (note) VALUES ('" + request.body + "')";
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:10: warning: 'request.body' comes from the network and becomes SQL in 'sqlite3_exec': it stands unescaped inside a quoted literal [sql-injection]
}

int visit(sqlite3 *db, crow::request &request) {
  std::string sql = "INSERT INTO visits (page) VALUES ('" + request.url + "')";
  request.url = "/";
  std::string front = "INSERT INTO visits (page) VALUES ('" + request.url + "')";
  sqlite3_exec(db, front.c_str(), nullptr, nullptr, nullptr);
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:10: warning: 'request.url' comes from the network and {{.*}} [sql-injection]
}

} // namespace bakery
