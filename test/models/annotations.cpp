// What functions say of themselves where they are declared, in the words of the models.
// RUN: not %clang-sql check --checks=-*,sql-injection,sql-insert-without-columns %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s --check-prefix=SUMMARY
// RUN: %clang-sql dump program %s -- -std=c++20 | FileCheck %s --check-prefix=PROGRAM

#include <string>
#include <vector>

namespace shop {

class Session {
public:
  // The body would say nothing.
  [[clang::annotate("sql:execute: {sql: 1, bind: 2.., placeholders: dollar}")]]
  int find(const std::string &sql, int id);

  virtual int run([[clang::annotate("sql:execute")]] const char *what, const char *sql);
  virtual ~Session();
};

class Pool : public Session {
public:
  int run(const char *what, const char *sql) override;
};

void store([[clang::annotate("sql:connection")]] Session &session, [[clang::annotate("sql:execute")]] const std::string &sql,
           [[clang::annotate("sql:bind")]] const std::vector<std::string> &values);
// SUMMARY: function @shop::store({{.*}} annotated param 0 "connection", param 1 "execute", param 2 "bind"

void read(int socket, [[clang::annotate("sql:source: network")]] char *buffer, unsigned size);

[[clang::annotate("sql:source: {kind: network, what: an HTTP header}")]] std::string header(const char *name);

[[clang::annotate("sql:text: {escape: 1, as: literal}")]] std::string quote(const std::string &value);

[[clang::annotate("sql:execute")]] void send(int times, const std::string &sql);

void name([[clang::annotate("sql:prepare")]] const char *sql, [[clang::annotate("sql:name")]] const char *name);

[[clang::annotate("sql:exec: 1")]] void misspelt(const std::string &sql);
// PROGRAM-DAG: note: shop::misspelt: {{.*}}unknown key 'exec' in a function

[[clang::annotate("other:execute")]] void notForUs(const std::string &sql);

void shop(Session &session, Pool &pool, const std::string &city) {
  session.find("SELECT id FROM orders WHERE city = '" + city + "'", 1);
  // CHECK: :[[@LINE-1]]:3: warning: 'city' becomes SQL in 'find'
  session.find("SELECT id FROM orders WHERE city = " + quote(city), 1);
  session.run(("DELETE FROM " + city).c_str(), "x");
  // CHECK: :[[@LINE-1]]:3: warning: 'city' becomes SQL in 'run'
  pool.run(("DELETE FROM " + city).c_str(), "x");
  // CHECK: :[[@LINE-1]]:3: warning: 'city' becomes SQL in 'run'
  store(session, "INSERT INTO orders VALUES ($1)", {city});
  // CHECK: :[[@LINE-1]]:19: warning: INSERT into 'orders' does not name its columns
  char buffer[100];
  read(1, buffer, sizeof buffer);
  send(3, std::string("SELECT id FROM orders WHERE city = '") + buffer + "'");
  // CHECK: :[[@LINE-1]]:3: warning: 'buffer' comes from the network and becomes SQL in 'send'
  send(3, "SELECT id FROM orders WHERE city = '" + header("City") + "'");
  // CHECK: :[[@LINE-1]]:3: warning: 'header("City")' comes from the network and becomes SQL in 'send'
  name("SELECT id FROM orders", "fetch_orders");
  // PROGRAM-DAG: prepare {{.*}}shop::name
  // PROGRAM-DAG: named "fetch_orders"
  misspelt("DELETE FROM " + city);
  notForUs("DELETE FROM " + city);
}

} // namespace shop
