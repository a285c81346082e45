// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../include
// A voucher service on drogon, with its coroutines.
#include <drogon/HttpClient.h>
#include <drogon/orm/DbClient.h>

#include <string>

namespace vouchers {

drogon::Task<> redeem(drogon::orm::DbClientPtr db, drogon::HttpClientPtr http, std::string code) {
  auto request = drogon::HttpRequest::newHttpRequest();
  request->setPath("/check/" + code);
  auto checked = co_await http->sendRequestCoro(request); // OK sql-network-in-transaction
  if (checked->getStatusCode() != 200)
    co_return;
  {
    auto change = co_await db->newTransactionCoro();
    co_await change->execSqlCoro("UPDATE voucher SET redeemed = true WHERE code = $1", code); // OK sql-network-in-transaction
    co_await http->sendRequestCoro(request);                                                  // WARN sql-network-in-transaction
  }
  co_await http->sendRequestCoro(request); // OK sql-network-in-transaction
}

drogon::Task<> expire(drogon::orm::DbClientPtr db) {
  auto change = co_await db->newTransactionCoro();
  co_await change->execSqlCoro("DELETE FROM voucher WHERE expired");
  co_await drogon::sleepCoro(nullptr, 0.5); // WARN sql-network-in-transaction
}

} // namespace vouchers
