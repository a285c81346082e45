#include "payments.h"

#include "log.h"
#include "queries.h"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace shop {

namespace {

constexpr int max_attempts = 3;

std::string charge_request(long cents, const std::string &card_token) {
  return "{\"amount\": " + std::to_string(cents) + ", \"card\": \"" + card_token + "\"}";
}

bool charge(HttpClient &gateway, long cents, const std::string &card_token) {
  return gateway.post("/charges", charge_request(cents, card_token)) == 200;
}

} // namespace

void capture_payment(pqxx::connection &connection, HttpClient &gateway, int order_id) {
  pqxx::work tx(connection);
  const pqxx::row order = tx.exec_params1(queries::LOCK_ORDER, order_id);
  const long cents = order["total_cents"].as<long>();
  const auto card = order["card_token"].as<std::string>();

  int attempt = 1;
  while (!charge(gateway, cents, card)) {
    if (attempt++ == max_attempts) {
      throw std::runtime_error("the gateway declines the charge");
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
  }

  tx.exec_params0(queries::INSERT_PAYMENT, order_id, cents, "order-" + std::to_string(order_id));
  tx.exec_params0(queries::SET_ORDER_STATUS, order_id, "paid");
  tx.commit();
}

void refund_payment(pqxx::connection &connection, HttpClient &gateway, int payment_id) {
  std::string reference;
  {
    pqxx::work tx(connection);
    const pqxx::row payment = tx.exec_params1(queries::FETCH_PAYMENT, payment_id);
    reference = gateway.escape(payment["gateway_reference"].as<std::string>());
  }
  if (gateway.post("/refunds/" + reference, "{}") != 200) {
    throw std::runtime_error("the gateway refuses the refund");
  }
  pqxx::work tx(connection);
  tx.exec_params0(queries::MARK_REFUNDED, payment_id);
  tx.commit();
}

void settle_payments(pqxx::connection &connection, CURL *gateway) {
  pqxx::nontransaction session(connection);
  session.exec(queries::BEGIN_SETTLEMENT);
  std::string body;
  for (const auto &row : session.exec(queries::PENDING_SETTLEMENTS)) {
    body += row["gateway_reference"].as<std::string>() + "\n";
  }
  curl_easy_setopt(gateway, CURLOPT_POSTFIELDS, body.c_str());
  const CURLcode code = curl_easy_perform(gateway);
  if (code == CURLE_OK) {
    session.exec(queries::MARK_SETTLED);
  }
  session.exec(queries::END_SETTLEMENT);
}

void prepare_settlement(pqxx::connection &connection, CURL *gateway) {
  pqxx::nontransaction session(connection);
  session.exec(queries::ENSURE_SETTLEMENT_INDEX);
  if (curl_easy_perform(gateway) != CURLE_OK) {
    log("the gateway does not answer; insert into the queue and try again tomorrow");
  }
}

void wait_for_gateway(pqxx::connection &connection, HttpClient &gateway) {
  for (int attempt = 0; attempt < max_attempts; ++attempt) {
    bool idle = false;
    {
      pqxx::work tx(connection);
      idle = tx.exec(queries::PENDING_SETTLEMENTS).empty();
      tx.commit();
    }
    if (idle || gateway.post("/ping", "{}") == 200) {
      return;
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
}

std::optional<int> find_payment(pqxx::transaction_base &tx, const std::string &reference) {
  const pqxx::result rows = tx.exec(queries::FIND_PAYMENT_BY_REFERENCE + tx.esc(reference));
  return rows.empty() ? std::nullopt : std::optional(rows[0]["id"].as<int>());
}

long revenue_since(pqxx::transaction_base &tx, const std::string &day) {
  return tx.exec1(queries::SUM_PAYMENTS_SINCE + tx.esc(day) + "'")[0].as<long>();
}

void post_ledger(pqxx::transaction_base &tx) { tx.exec0(queries::POST_LEDGER); }

} // namespace shop
