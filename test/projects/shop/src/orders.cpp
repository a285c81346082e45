#include "orders.h"

#include "notifications.h"
#include "queries.h"

#include <sstream>
#include <stdexcept>
#include <tuple>

namespace shop {

namespace {

std::vector<Order> to_orders(const pqxx::result &rows) {
  std::vector<Order> orders;
  for (const auto &row : rows) {
    orders.push_back(
        {row["id"].as<int>(), row["status"].as<std::string>(), row["total_cents"].as<long>()});
  }
  return orders;
}

// Asks the warehouse to put the goods aside; false if it has not enough of them.
bool reserve_stock(HttpClient &warehouse, int order_id) {
  const std::string path = "/reservations/" + std::to_string(order_id);
  return warehouse.post(path, "{}") == 201;
}

} // namespace

std::vector<Order> orders_of_user(pqxx::transaction_base &tx, int user_id) {
  return to_orders(tx.exec_params(queries::FETCH_ORDERS_BY_USER, user_id));
}

std::vector<Order> list_orders(pqxx::transaction_base &tx, const std::string &column,
                               bool descending, int limit) {
  if (column != "id" && column != "total_cents" && column != "created_at") {
    throw std::invalid_argument("cannot sort orders by " + column);
  }
  std::string sql = queries::LIST_ORDERS;
  sql += " ORDER BY " + column + (descending ? " DESC" : " ASC");
  sql += " LIMIT " + std::to_string(limit);
  return to_orders(tx.exec(sql));
}

std::vector<Order> search_orders(pqxx::transaction_base &tx, const std::string &status,
                                 const std::string &order_by) {
  std::ostringstream sql;
  sql << queries::SEARCH_ORDERS << tx.quote(status);
  if (!order_by.empty()) {
    sql << " ORDER BY " << order_by;
  }
  return to_orders(tx.exec(sql.str()));
}

std::vector<Order> orders_with_statuses(pqxx::transaction_base &tx,
                                        const std::vector<std::string> &statuses) {
  std::string sql = queries::LIST_ORDERS;
  sql += " WHERE status IN (";
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    sql += (i == 0 ? "" : ", ") + tx.quote(statuses[i]);
  }
  return statuses.empty() ? std::vector<Order>{} : to_orders(tx.exec(sql + ")"));
}

long count_open_orders(pqxx::transaction_base &tx) {
  return tx
      .exec1(R"sql(
    SELECT count(*)
    FROM orders
    WHERE status NOT IN ('closed', 'cancelled')
  )sql")[0]
      .as<long>();
}

int place_order(pqxx::connection &connection, HttpClient &warehouse, const Cart &cart) {
  pqxx::work tx(connection);
  const int id =
      tx.exec_params1(queries::INSERT_ORDER, cart.user_id, cart.total_cents)[0].as<int>();
  for (const OrderLine &line : cart.lines) {
    tx.exec_params0(queries::INSERT_ORDER_LINE, id, line.sku, line.quantity);
  }
  if (!reserve_stock(warehouse, id)) {
    throw std::runtime_error("out of stock");
  }
  record_event(tx, id, "placed");
  tx.commit();
  return id;
}

void cancel_order(pqxx::connection &connection, HttpClient &warehouse, int order_id) {
  pqxx::work tx(connection);
  tx.exec_params0(queries::SET_ORDER_STATUS, order_id, "cancelled");
  tx.commit();
  warehouse.post("/cancellations/" + std::to_string(order_id), "{}");
}

void ship_order(pqxx::connection &connection, int order_id) {
  pqxx::work tx(connection);
  tx.exec_params0(queries::SET_ORDER_STATUS, order_id, "shipped");
  const auto email = tx.exec_params1(queries::FETCH_ORDER_EMAIL, order_id)[0].as<std::string>();
  send_shipping_notice(email, order_id);
  tx.commit();
}

void record_event(pqxx::transaction_base &tx, int order_id, const std::string &kind) {
  tx.exec_params("INSERT INTO order_events VALUES ($1, $2, now())", order_id, kind);
}

void archive_orders(pqxx::transaction_base &tx, const std::string &before) {
  tx.exec_params(queries::ARCHIVE_ORDERS, before);
}

void import_lines(pqxx::transaction_base &tx, int order_id, const std::vector<OrderLine> &lines) {
  pqxx::stream_to stream(tx, "order_lines",
                         std::vector<std::string>{"order_id", "sku", "quantity"});
  for (const OrderLine &line : lines) {
    stream << std::make_tuple(order_id, line.sku, line.quantity);
  }
  stream.complete();
}

void import_stock(pqxx::transaction_base &tx, const std::vector<OrderLine> &counted) {
  pqxx::stream_to stream(tx, "stock_counts");
  for (const OrderLine &line : counted) {
    stream << std::make_tuple(line.sku, line.quantity);
  }
  stream.complete();
}

} // namespace shop
