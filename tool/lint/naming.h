// Names for statements: made of verb, tables and condition, in the style of the code's own
// constants.
#pragma once

#include "sql/parse.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

enum class NameStyle {
  Upper /* FETCH_ORDERS */,
  K /* kFetchOrders */,
  Pascal /* FetchOrders */,
  Camel /* fetchOrders */,
  Snake /* fetch_orders */
};

/// The style of a constant's name (its last part); Upper for one that says nothing ("SQL", "x").
NameStyle styleOf(std::string_view name);
/// The style that most names have; Upper if there are none.
NameStyle commonStyle(std::span<const std::string_view> names);

/// "kFetchOrders", "FETCH_ORDERS" → k, fetch, orders.
std::vector<std::string> wordsOf(std::string_view name);

/// FETCH_ORDERS_BY_USER_ID, COUNT_ORDERS, INSERT_PAYMENTS, UPDATE_ORDERS_BY_ID. `text`: the
/// statement's bytes, for the verbs of statements that are neither read nor written ("CREATE INDEX
/// …").
std::string proposeName(const sql::Statement &, std::string_view text, NameStyle);

} // namespace clangsql::lint
