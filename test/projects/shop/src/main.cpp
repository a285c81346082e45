#include "notifications.h"
#include "orders.h"
#include "payments.h"
#include "queries.h"
#include "reports.h"
#include "users.h"

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

constexpr std::string_view usage =
    "usage: shop whois EMAIL | orders STATUS [ORDER-BY] | capture ID | settle | digest\n"
    "  whois    select a user from the database by address\n"
    "  settle   update the gateway, set all pending payments final\n";

// Each branch of the company has a schema of its own.
void choose_schema(pqxx::connection &connection) {
  const char *schema = std::getenv("SHOP_SCHEMA");
  if (!schema) {
    return;
  }
  pqxx::nontransaction session(connection);
  session.exec(shop::queries::SET_SEARCH_PATH + std::string(schema));
}

int run(int argc, char **argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  const std::string argument = argc > 2 ? argv[2] : "";
  pqxx::connection connection("dbname=shop");
  choose_schema(connection);

  if (command == "whois") {
    pqxx::work tx(connection);
    if (const auto user = shop::find_user_by_email(tx, argument)) {
      std::cout << user->name << '\n' << shop::profile_hint(*user) << '\n';
    }
  } else if (command == "orders") {
    pqxx::work tx(connection);
    for (const shop::Order &order : shop::search_orders(tx, argument, argc > 3 ? argv[3] : "")) {
      std::cout << order.id << ' ' << order.status << ' ' << order.total_cents << '\n';
    }
  } else if (command == "capture") {
    shop::HttpClient gateway("https://pay.example");
    shop::capture_payment(connection, gateway, std::stoi(argument));
  } else if (command == "settle") {
    CURL *gateway = curl_easy_init();
    curl_easy_setopt(gateway, CURLOPT_URL, "https://pay.example/settlements");
    shop::settle_payments(connection, gateway);
    curl_easy_cleanup(gateway);
  } else if (command == "digest") {
    shop::HttpClient mailer("https://mail.internal");
    shop::send_digest(connection, mailer);
  } else {
    std::cerr << usage;
    return 2;
  }
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception &error) {
    std::cerr << "shop: " << error.what() << '\n';
    return 1;
  }
}
