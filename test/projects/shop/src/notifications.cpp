#include "notifications.h"

#include "queries.h"

namespace shop {

namespace {

std::vector<std::string> digest_subscribers(pqxx::connection &connection) {
  pqxx::work tx(connection);
  std::vector<std::string> emails;
  for (const auto &row : tx.exec(queries::DIGEST_SUBSCRIBERS)) {
    emails.push_back(row[0].as<std::string>());
  }
  return emails;
}

} // namespace

void send_shipping_notice(const std::string &email, int order_id) {
  HttpClient mailer("https://mail.internal");
  mailer.post("/send", "{\"to\": \"" + email + "\", \"order\": " + std::to_string(order_id) + "}");
}

void report_low_stock(pqxx::connection &connection, HttpClient &purchasing, int threshold) {
  pqxx::perform([&] {
    pqxx::work tx(connection);
    for (const auto &row : tx.exec_params(queries::LOW_STOCK, threshold)) {
      purchasing.post("/reorder", "{\"sku\": \"" + row["sku"].as<std::string>() + "\"}");
    }
    tx.exec_params0(queries::MARK_STOCK_REPORTED, threshold);
    tx.commit();
  });
}

void welcome_user(pqxx::connection &connection, HttpClient &mailer, int user_id,
                  const std::string &email) {
  Outbox outbox;
  {
    pqxx::work tx(connection);
    tx.exec_params0(queries::INSERT_NOTIFICATION, user_id, "welcome");
    outbox.add([&mailer, email] {
      mailer.post("/send", "{\"to\": \"" + email + "\", \"template\": \"welcome\"}");
    });
    tx.commit();
  }
  outbox.deliver();
}

void send_digest(pqxx::connection &connection, HttpClient &mailer) {
  for (const std::string &email : digest_subscribers(connection)) {
    mailer.post("/send", "{\"to\": \"" + email + "\", \"template\": \"digest\"}");
  }
}

std::string voucher_instructions(bool has_card) {
  return has_card ? "insert into the slot values of 10, 20 or 50"
                  : "select one of the vouchers from the list";
}

} // namespace shop
