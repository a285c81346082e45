// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../include
// A wallet on drogon: a transaction commits where its last owner lets it go, and has no commit of its own.
#include <drogon/HttpClient.h>
#include <drogon/orm/DbClient.h>

#include <memory>
#include <string>

using drogon::orm::DbClientPtr;
using drogon::orm::Transaction;

namespace wallet {

bool notify(const drogon::HttpClientPtr &http, const std::string &path) {
  auto request = drogon::HttpRequest::newHttpRequest();
  request->setPath(path);
  return http->sendRequest(request, 2.0).first == drogon::ReqResult::Ok;
}

void deposit(const DbClientPtr &db, const drogon::HttpClientPtr &http, long account, long cents) {
  auto change = db->newTransaction();
  change->execSqlSync("UPDATE wallet SET cents = cents + $1 WHERE id = $2", cents, account);
  notify(http, "/deposited"); // WARN sql-network-in-transaction
}

void withdraw(const DbClientPtr &db, const drogon::HttpClientPtr &http, long account, long cents) {
  {
    auto change = db->newTransaction();
    change->execSqlSync("UPDATE wallet SET cents = cents - $1 WHERE id = $2", cents, account);
  }
  notify(http, "/withdrawn"); // OK sql-network-in-transaction
}

void transfer(const DbClientPtr &db, const drogon::HttpClientPtr &http, long from, long to) {
  std::shared_ptr<Transaction> change = db->newTransaction();
  try {
    change->execSqlSync("UPDATE wallet SET cents = cents - 100 WHERE id = $1", from);
    change->execSqlSync("UPDATE wallet SET cents = cents + 100 WHERE id = $1", to);
  } catch (const drogon::orm::DrogonDbException &) {
    change->rollback();
    notify(http, "/failed"); // OK sql-network-in-transaction
    return;
  }
  change.reset();
  notify(http, "/transferred"); // OK sql-network-in-transaction
}

void shared(const DbClientPtr &db, const drogon::HttpClientPtr &http) {
  auto change = db->newTransaction();
  std::shared_ptr<Transaction> second = change;
  second->execSqlSync("DELETE FROM wallet WHERE cents = 0");
  change.reset();
  notify(http, "/cleaned"); // WARN sql-network-in-transaction
  second.reset();
  notify(http, "/cleaned"); // OK sql-network-in-transaction
}

void told_later(const DbClientPtr &db, const drogon::HttpClientPtr &http, long account) {
  auto change = db->newTransaction([http](bool committed) {
    if (committed)
      notify(http, "/committed"); // OK sql-network-in-transaction
  });
  change->execSqlSync("UPDATE wallet SET frozen = true WHERE id = $1", account);
  auto request = drogon::HttpRequest::newHttpRequest();
  http->sendRequest(request, [](drogon::ReqResult, const drogon::HttpResponsePtr &) {}); // OK sql-network-in-transaction
}

void audit(const std::shared_ptr<Transaction> &change, const drogon::HttpClientPtr &http) {
  change->execSqlSync("INSERT INTO audit (what) VALUES ('seen')");
  notify(http, "/audit"); // WARN sql-network-in-transaction
}

} // namespace wallet
