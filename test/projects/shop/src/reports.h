#pragma once

#include <pqxx/pqxx>

#include <string>

namespace shop {

enum class SortBy { period, revenue };

pqxx::result sales_of_region(pqxx::transaction_base &tx, const std::string &region);
pqxx::result sales_of_year(pqxx::transaction_base &tx, int year);
pqxx::result sales_by_period(pqxx::transaction_base &tx, SortBy sort, int months);
long count_rows(pqxx::transaction_base &tx, const std::string &table);

} // namespace shop
