// rules: sql-injection
//
// The order list of a shop's back office: filters are glued together as they are filled in.

#include <pqxx/pqxx>

#include <string>
#include <string_view>
#include <vector>

namespace backoffice {

struct OrderFilter {
  std::string customer;
  std::string status;
  std::string city;
  int minCents = 0;
  bool onlyOpen = false;
};

class OrderSearch {
public:
  explicit OrderSearch(pqxx::connection &connection) : connection_(connection) {}

  pqxx::result byStatus(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string sql("SELECT id, total_cents FROM orders");
    sql.append(" WHERE status = '").append(filter.status).append("'");
    return tx.exec(sql); // WARN sql-injection
  }

  pqxx::result byMinimum(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string sql("SELECT id, total_cents FROM orders");
    sql.append(" WHERE total_cents >= ").append(std::to_string(filter.minCents));
    if (filter.onlyOpen)
      sql.append(" AND closed_at IS NULL");
    return tx.exec(sql); // OK sql-injection
  }

  pqxx::result byCity(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string sql = "SELECT o.id FROM orders o JOIN addresses a ON a.order_id = o.id WHERE a.city = ''";
    sql.insert(sql.size() - 1, filter.city);
    return tx.exec(sql); // WARN sql-injection
  }

  pqxx::result byCityEscaped(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string sql = "SELECT o.id FROM orders o JOIN addresses a ON a.order_id = o.id WHERE a.city = ''";
    sql.insert(sql.size() - 1, tx.esc(filter.city));
    return tx.exec(sql); // OK sql-injection
  }

  // The template's marks are replaced one by one.
  pqxx::result report(const std::string &schema, long shopId) {
    pqxx::work tx(connection_);
    std::string sql = "SELECT day, sum(total_cents) FROM {schema}.orders WHERE shop_id = {shop} GROUP BY day";
    sql.replace(sql.find("{schema}"), 8, schema);
    sql.replace(sql.find("{shop}"), 6, std::to_string(shopId));
    return tx.exec(sql); // WARN sql-injection
  }

  pqxx::result reportOfShop(long shopId) {
    pqxx::work tx(connection_);
    std::string sql = "SELECT day, sum(total_cents) FROM orders WHERE shop_id = {shop} GROUP BY day";
    sql.replace(sql.find("{shop}"), 6, std::to_string(shopId));
    return tx.exec(sql); // OK sql-injection
  }

  // An exclusive or an open interval.
  pqxx::result newerThan(int days, bool inclusive) {
    pqxx::work tx(connection_);
    std::string sql = "SELECT id FROM orders WHERE created_at >";
    if (inclusive)
      sql.push_back('=');
    sql += " now() - interval '";
    sql += std::to_string(days);
    sql += " days'";
    return tx.exec(sql); // OK sql-injection
  }

  pqxx::result forget(std::string customer) {
    pqxx::work tx(connection_);
    std::string where = "customer = '" + customer + "'";
    std::string sql = "DELETE FROM order_drafts WHERE ";
    sql += std::move(where);
    return tx.exec(sql); // WARN sql-injection
  }

  // Conditions are collected first, and joined by cutting the first " AND ".
  pqxx::result any(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string where;
    if (filter.minCents > 0)
      where += " AND total_cents >= " + std::to_string(filter.minCents);
    if (filter.onlyOpen)
      where += " AND closed_at IS NULL";
    std::string sql = "SELECT id FROM orders";
    if (!where.empty())
      sql += " WHERE " + where.substr(5);
    return tx.exec(sql); // OK sql-injection
  }

  pqxx::result anyWithCustomer(const OrderFilter &filter) {
    pqxx::work tx(connection_);
    std::string where;
    if (filter.minCents > 0)
      where += " AND total_cents >= " + std::to_string(filter.minCents);
    if (!filter.customer.empty())
      where += " AND customer = '" + filter.customer + "'";
    std::string sql = "SELECT id FROM orders";
    if (!where.empty())
      sql += " WHERE " + where.substr(5);
    return tx.exec(sql); // WARN sql-injection
  }

  // The pager swaps the count in for the list.
  pqxx::result page(const std::string &note, int limit) {
    pqxx::work tx(connection_);
    std::string list = "SELECT id, total_cents FROM orders ORDER BY id LIMIT " + std::to_string(limit);
    std::string comment = "SELECT id FROM order_notes WHERE body LIKE '%" + note + "%'";
    std::swap(list, comment);
    tx.exec(comment);      // OK sql-injection
    return tx.exec(list);  // WARN sql-injection
  }

  pqxx::result pageBySwap(const std::string &note) {
    pqxx::work tx(connection_);
    std::string text = "SELECT id FROM order_notes WHERE body LIKE '%" + note + "%'";
    std::string fixed = "SELECT count(*) FROM order_notes";
    text.swap(fixed);
    return tx.exec(text); // OK sql-injection
  }

  void reuse(const std::string &reason) {
    pqxx::work tx(connection_);
    std::string sql = "INSERT INTO order_audit (reason) VALUES ('" + reason + "')";
    tx.exec(sql); // WARN sql-injection
    sql.clear();
    sql += "UPDATE order_stats SET stale = true";
    tx.exec(sql); // OK sql-injection
    sql.assign("ANALYZE order_stats");
    tx.exec(sql); // OK sql-injection
    tx.commit();
  }

  void close(const std::vector<long> &ids) {
    pqxx::work tx(connection_);
    std::string sql = "UPDATE orders SET closed_at = now() WHERE id IN (";
    for (long id : ids) {
      sql += std::to_string(id);
      sql += ",";
    }
    sql.pop_back();
    sql += ")";
    tx.exec(sql); // OK sql-injection
    tx.commit();
  }

private:
  pqxx::connection &connection_;
};

} // namespace backoffice
