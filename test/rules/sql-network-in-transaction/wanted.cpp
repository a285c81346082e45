// XFAIL: *
// RUN: not %clang-sql check --checks='-*,sql-network-in-transaction' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Not found yet, and one false alarm.

#include <curl/curl.h>
#include <netdb.h>
#include <pqxx/pqxx>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

namespace payments {

class Gateway {
public:
  explicit Gateway(CURL *handle) : handle_(handle) {}
  bool charge(long cents) {
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE, cents);
    return curl_easy_perform(handle_) == CURLE_OK;
  }

private:
  CURL *handle_;
};

// The transaction is a parameter: open when the function is entered.
void received(pqxx::transaction_base &tx, const char *host) {
  addrinfo *addresses = nullptr;
  tx.exec("SELECT 1");
  getaddrinfo(host, "https", nullptr, &addresses);
  // CHECK: :[[@LINE-1]]:3: warning: 'getaddrinfo' waits for name resolution while the transaction 'tx' is open [sql-network-in-transaction]
}

void on_heap(pqxx::connection &connection) {
  auto tx = std::make_unique<pqxx::work>(connection);
  std::system("logger 'payments are being settled'");
  // CHECK: :[[@LINE-1]]:3: warning: 'system' waits for another process while the transaction 'tx' is open [sql-network-in-transaction]
  tx->commit();
}

void asked(pqxx::connection &connection) {
  pqxx::work tx(connection);
  std::string answer;
  std::cout << "really? ";
  std::getline(std::cin, answer);
  // CHECK: :[[@LINE-1]]:3: warning: 'getline' waits for input while the transaction 'tx' is open [sql-network-in-transaction]
  if (answer == "yes")
    tx.commit();
}

void retried(pqxx::connection &connection, Gateway &gateway) {
  std::optional<pqxx::work> tx;
  for (int attempt = 0; attempt < 3; ++attempt) {
    tx.emplace(connection);
    if (gateway.charge(100))
    // CHECK: :[[@LINE-1]]:9: warning: 'charge' waits on the network in 'curl_easy_perform' while the transaction 'tx' is open [sql-network-in-transaction]
      break;
    tx.reset();
  }
  if (tx)
    tx->commit();
}

// On no path is the transaction open at the wait.
void correlated(pqxx::nontransaction &session, CURL *curl, bool persist) {
  if (persist)
    session.exec("BEGIN");
  session.exec("UPDATE payments SET seen = true");
  if (persist)
    session.exec("COMMIT");
  curl_easy_perform(curl);
}

} // namespace payments
