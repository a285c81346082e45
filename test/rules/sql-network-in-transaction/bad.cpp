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
  tx.commit();
}

void through_helper(pqxx::connection &connection, Gateway &gateway, int id) {
  pqxx::work tx(connection);
  tx.exec_params("SELECT id FROM payments WHERE id = $1 FOR UPDATE", id);
  if (!gateway.charge(100))
    return;
  tx.commit();
}

// The transaction is a parameter: open when the function is entered.
void received(pqxx::transaction_base &tx, const char *host) {
  addrinfo *addresses = nullptr;
  tx.exec("SELECT 1");
  getaddrinfo(host, "https", nullptr, &addresses);
}

void begun_by_text(pqxx::nontransaction &session) {
  session.exec("BEGIN");
  std::this_thread::sleep_for(std::chrono::seconds(1));
  session.exec("COMMIT");
}

void on_heap(pqxx::connection &connection) {
  auto tx = std::make_unique<pqxx::work>(connection);
  std::system("logger 'payments are being settled'");
  tx->commit();
}

void awaited(pqxx::connection &connection, std::future<long> &rate) {
  pqxx::work tx(connection);
  tx.exec_params("UPDATE payments SET rate = $1", rate.get());
  tx.commit();
}

void asked(pqxx::connection &connection) {
  pqxx::work tx(connection);
  std::string answer;
  std::cout << "really? ";
  std::getline(std::cin, answer);
  if (answer == "yes")
    tx.commit();
}

void in_lambda(pqxx::connection &connection, CURL *curl) {
  pqxx::perform([&] {
    pqxx::work tx(connection);
    curl_easy_perform(curl);
    tx.commit();
  });
}

void retried(pqxx::connection &connection, Gateway &gateway) {
  std::optional<pqxx::work> tx;
  for (int attempt = 0; attempt < 3; ++attempt) {
    tx.emplace(connection);
    if (gateway.charge(100))
      break;
    tx.reset();
  }
  if (tx)
    tx->commit();
}

} // namespace payments
