// RUN: %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 2>/dev/null | count 0
//
// The same payments; they wait before a transaction, after it, or not at all.

#include <curl/curl.h>
#include <pqxx/pqxx>

#include <chrono>
#include <functional>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace payments {

void after_commit(pqxx::connection &connection, CURL *curl) {
  pqxx::work tx(connection);
  tx.exec("UPDATE payments SET status = 'capturing'");
  tx.commit();
  curl_easy_perform(curl);
}

void before_begin(pqxx::connection &connection, CURL *curl) {
  curl_easy_perform(curl);
  pqxx::work tx(connection);
  tx.exec("UPDATE payments SET status = 'paid'");
  tx.commit();
}

// Fixed: two transactions, the wait between them.
void in_scopes(pqxx::connection &connection, CURL *curl) {
  {
    pqxx::work tx(connection);
    tx.exec("UPDATE payments SET status = 'capturing'");
    tx.commit();
  }
  bool paid = curl_easy_perform(curl) == CURLE_OK;
  pqxx::work tx(connection);
  tx.exec(paid ? "UPDATE payments SET status = 'paid'" : "UPDATE payments SET status = 'failed'");
  tx.commit();
}

void without_transaction(pqxx::connection &connection, CURL *curl) {
  pqxx::nontransaction session(connection);
  session.exec("SELECT id FROM payments");
  curl_easy_perform(curl);
}

// In the handler the transaction is gone.
void reported(pqxx::connection &connection, CURL *curl) {
  try {
    pqxx::work tx(connection);
    tx.exec("UPDATE payments SET status = 'paid'");
    tx.commit();
  } catch (const pqxx::sql_error &) {
    curl_easy_perform(curl);
  }
}

// Put aside, and run when the transaction has ended.
void stored(pqxx::connection &connection, CURL *curl) {
  std::vector<std::function<void()>> later;
  {
    pqxx::work tx(connection);
    later.push_back([curl] { curl_easy_perform(curl); });
    tx.commit();
  }
  for (auto &call : later)
    call();
}

// The helper ends the transaction before it waits.
void finish(pqxx::work &tx, CURL *curl) {
  tx.commit();
  curl_easy_perform(curl);
}

void handed_on(pqxx::connection &connection, CURL *curl) {
  pqxx::work tx(connection);
  tx.exec("UPDATE payments SET status = 'paid'");
  finish(tx, curl);
}

// A block of PL/pgSQL, not a transaction.
void block(pqxx::nontransaction &session) {
  session.exec("DO $$ BEGIN PERFORM refresh(); END $$");
  std::this_thread::sleep_for(std::chrono::seconds(1));
}

} // namespace payments
