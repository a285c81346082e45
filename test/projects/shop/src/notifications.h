#pragma once

#include "http.h"

#include <pqxx/pqxx>

#include <functional>
#include <string>
#include <vector>

namespace shop {

// What is to be sent once the transaction that caused it is committed.
class Outbox {
public:
  void add(std::function<void()> message) { messages_.push_back(std::move(message)); }

  void deliver() {
    for (const auto &message : messages_) {
      message();
    }
    messages_.clear();
  }

private:
  std::vector<std::function<void()>> messages_;
};

void send_shipping_notice(const std::string &email, int order_id);
void report_low_stock(pqxx::connection &connection, HttpClient &purchasing, int threshold);
void welcome_user(pqxx::connection &connection, HttpClient &mailer, int user_id,
                  const std::string &email);
void send_digest(pqxx::connection &connection, HttpClient &mailer);

// The text of the printed card that goes with a voucher.
std::string voucher_instructions(bool has_card);

} // namespace shop
