#include "reports.h"

#include "queries.h"

namespace shop {

namespace {

pqxx::result run_sales_report(pqxx::transaction_base &tx, const std::string &condition) {
  return tx.exec(queries::SALES + condition + " GROUP BY region ORDER BY region");
}

std::string sort_expression(SortBy sort) {
  switch (sort) {
  case SortBy::revenue: return "sum(total_cents) DESC";
  case SortBy::period: return "1";
  }
  return "1";
}

} // namespace

pqxx::result sales_of_region(pqxx::transaction_base &tx, const std::string &region) {
  return run_sales_report(tx, "region = '" + region + "'");
}

pqxx::result sales_of_year(pqxx::transaction_base &tx, int year) {
  return run_sales_report(tx, "year = " + std::to_string(year));
}

pqxx::result sales_by_period(pqxx::transaction_base &tx, SortBy sort, int months) {
  std::string sql = queries::SALES_BY_PERIOD;
  sql += sort_expression(sort);
  if (months > 0) {
    sql += " LIMIT " + std::to_string(months);
  }
  return tx.exec(sql);
}

long count_rows(pqxx::transaction_base &tx, const std::string &table) {
  return tx.exec1(queries::COUNT_ROWS + tx.quote_name(table))[0].as<long>();
}

} // namespace shop
