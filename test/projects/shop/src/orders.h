#pragma once

#include "http.h"

#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace shop {

struct OrderLine {
  std::string sku;
  int quantity = 0;
};

struct Cart {
  int user_id = 0;
  long total_cents = 0;
  std::vector<OrderLine> lines;
};

struct Order {
  int id = 0;
  std::string status;
  long total_cents = 0;
};

std::vector<Order> orders_of_user(pqxx::transaction_base &tx, int user_id);

// `column` is one of id, total_cents, created_at; anything else throws std::invalid_argument.
std::vector<Order> list_orders(pqxx::transaction_base &tx, const std::string &column,
                               bool descending, int limit);

std::vector<Order> search_orders(pqxx::transaction_base &tx, const std::string &status,
                                 const std::string &order_by);
std::vector<Order> orders_with_statuses(pqxx::transaction_base &tx,
                                        const std::vector<std::string> &statuses);
long count_open_orders(pqxx::transaction_base &tx);

int place_order(pqxx::connection &connection, HttpClient &warehouse, const Cart &cart);
void cancel_order(pqxx::connection &connection, HttpClient &warehouse, int order_id);
void ship_order(pqxx::connection &connection, int order_id);

void record_event(pqxx::transaction_base &tx, int order_id, const std::string &kind);
void archive_orders(pqxx::transaction_base &tx, const std::string &before);
void import_lines(pqxx::transaction_base &tx, int order_id, const std::vector<OrderLine> &lines);
void import_stock(pqxx::transaction_base &tx, const std::vector<OrderLine> &counted);

} // namespace shop
