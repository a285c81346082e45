// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Payments that keep rows locked while they wait for others.

#include <curl/curl.h>
#include <netdb.h>
#include <pqxx/pqxx>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace payments {

class Gateway {
public:
  explicit Gateway(CURL *handle) : handle_(handle) {}
  virtual ~Gateway() = default;
  virtual bool charge(long cents) {
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE, cents);
    return curl_easy_perform(handle_) == CURLE_OK;
  }

private:
  CURL *handle_;
};

void direct(pqxx::connection &connection, CURL *curl) {
  pqxx::work tx(connection);
  tx.exec("SELECT id FROM payments FOR UPDATE");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while the transaction 'tx' is open [sql-network-in-transaction]
  tx.commit();
}

void through_helper(pqxx::connection &connection, Gateway &gateway, int id) {
  pqxx::work tx(connection);
  tx.exec_params("SELECT id FROM payments WHERE id = $1 FOR UPDATE", id);
  if (!gateway.charge(100))
  // CHECK: :[[@LINE-1]]:8: warning: 'charge' waits on the network in 'curl_easy_perform' while the transaction 'tx' is open [sql-network-in-transaction]
    return;
  tx.commit();
}

void begun_by_text(pqxx::nontransaction &session) {
  session.exec("BEGIN");
  std::this_thread::sleep_for(std::chrono::seconds(1));
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep_for' sleeps while a transaction on 'session' is open [sql-network-in-transaction]
  session.exec("COMMIT");
}

void awaited(pqxx::connection &connection, std::future<long> &rate) {
  pqxx::work tx(connection);
  tx.exec_params("UPDATE payments SET rate = $1", rate.get());
  // CHECK: :[[@LINE-1]]:51: warning: 'get' waits for another thread while the transaction 'tx' is open [sql-network-in-transaction]
  tx.commit();
}

void in_lambda(pqxx::connection &connection, CURL *curl) {
  pqxx::perform([&] {
    pqxx::work tx(connection);
    curl_easy_perform(curl);
    // CHECK: :[[@LINE-1]]:5: warning: 'curl_easy_perform' waits on the network while the transaction 'tx' is open [sql-network-in-transaction]
    tx.commit();
  });
}

} // namespace payments
