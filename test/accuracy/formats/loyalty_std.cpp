// rules: sql-injection
//
// Loyalty points, with std::format.

#include <format>
#include <pqxx/pqxx>

#include <cstdint>
#include <string>
#include <string_view>

namespace loyalty {

struct Member {
  std::int64_t id;
  std::string card;
};

pqxx::result balance(pqxx::work &tx, const Member &member) {
  return tx.exec(std::format("SELECT sum(points) FROM bookings WHERE member_id = {}", member.id)); // OK sql-injection
}

pqxx::result balance_of_card(pqxx::work &tx, const Member &member) {
  return tx.exec(std::format("SELECT sum(points) FROM bookings WHERE card = '{}'", member.card)); // WARN sql-injection
}

pqxx::result balance_quoted(pqxx::work &tx, const Member &member) {
  return tx.exec(std::format("SELECT sum(points) FROM bookings WHERE card = {}", tx.quote(member.card))); // OK sql-injection
}

pqxx::result ranking(pqxx::work &tx, int limit, bool monthly) {
  auto sql = std::format("SELECT member_id, sum(points) FROM bookings{1} GROUP BY 1 ORDER BY 2 DESC LIMIT {0:d}", limit,
                         monthly ? " WHERE booked_at > now() - interval '1 month'" : "");
  return tx.exec(sql); // OK sql-injection
}

pqxx::result ranking_by(pqxx::work &tx, int limit, std::string_view column) {
  auto sql = std::format("SELECT member_id FROM bookings ORDER BY {1} LIMIT {0}", limit, column);
  return tx.exec(sql); // WARN sql-injection
}

void book(pqxx::work &tx, const Member &member, int points, std::string_view reason) {
  std::string sql;
  std::format_to(std::back_inserter(sql), "INSERT INTO bookings (member_id, points) VALUES ({}, {});", member.id, points);
  tx.exec(sql); // OK sql-injection
  std::format_to(std::back_inserter(sql), "INSERT INTO reasons (member_id, text) VALUES ({}, '{}')", member.id, reason);
  tx.exec(sql); // WARN sql-injection
}

void expire(pqxx::work &tx, const std::string &rule) {
  const auto table = std::format("{}_{}", "bookings", 2024);
  tx.exec(std::format("DELETE FROM {} WHERE points = 0", table)); // OK sql-injection
  tx.exec(std::vformat("DELETE FROM bookings WHERE {}", std::make_format_args(rule))); // WARN sql-injection
}

// Doubled braces are braces.
void settings(pqxx::work &tx, int level) {
  tx.exec(std::format("UPDATE settings SET value = '{{\"level\": {}}}'", level)); // OK sql-injection
}

} // namespace loyalty
