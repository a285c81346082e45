#pragma once

#include "http.h"

#include <pqxx/pqxx>

#include <optional>
#include <string>

namespace shop {

// Charges the order's card and records the payment. Throws if the gateway declines it.
void capture_payment(pqxx::connection &connection, HttpClient &gateway, int order_id);

void refund_payment(pqxx::connection &connection, HttpClient &gateway, int payment_id);

// Tells the gateway which payments of the day are final, and marks them so.
void settle_payments(pqxx::connection &connection, CURL *gateway);

void prepare_settlement(pqxx::connection &connection, CURL *gateway);
void wait_for_gateway(pqxx::connection &connection, HttpClient &gateway);

std::optional<int> find_payment(pqxx::transaction_base &tx, const std::string &reference);
long revenue_since(pqxx::transaction_base &tx, const std::string &day);
void post_ledger(pqxx::transaction_base &tx);

} // namespace shop
