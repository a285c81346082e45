// rules: sql-injection, sql-dead-placeholder
//
// A phone book, with SOCI: `<<` splices what is not given to use().

#include <soci/soci.h>

#include <string>

namespace phonebook {

int count(soci::session &sql, const std::string &city) {
  int n = 0;
  sql << "SELECT count(*) FROM people WHERE city = :city", soci::into(n), soci::use(city); // OK sql-injection
  return n;
}

int countRaw(soci::session &sql, const std::string &city) {
  int n = 0;
  sql << "SELECT count(*) FROM people WHERE city = '" << city << "'", soci::into(n); // WARN sql-injection
  return n;
}

std::string name(soci::session &session, int id) {
  std::string text;
  session << "SELECT name FROM people WHERE id = " << id, soci::into(text); // OK sql-injection
  return text;
}

void rename(soci::session &session, const std::string &from, const std::string &to) {
  session.once << "UPDATE people SET name = '" << to << "' WHERE name = :from", soci::use(from); // WARN sql-injection
}

void prepared(soci::session &session, const std::string &table, int id) {
  std::string text;
  soci::statement good = (session.prepare << "SELECT name FROM people WHERE id = :id", soci::into(text), soci::use(id)); // OK sql-injection
  good.execute(true);
  soci::statement bad = (session.prepare << "SELECT name FROM " << table << " WHERE id = :id", soci::into(text), soci::use(id)); // WARN sql-injection
  bad.execute(true);
}

void rows(soci::session &session, const std::string &order) {
  soci::rowset<soci::row> sorted = (session.prepare << "SELECT name FROM people ORDER BY " << order); // WARN sql-injection
  soci::rowset<soci::row> fixed = (session.prepare << "SELECT name FROM people ORDER BY name"); // OK sql-injection
}

void quotedPlaceholder(soci::session &sql, const std::string &city) {
  sql << "DELETE FROM people WHERE city = ':city'", soci::use(city); // WARN sql-dead-placeholder
  sql << "DELETE FROM people WHERE city = :city", soci::use(city, "city"); // OK sql-dead-placeholder
}

void once(soci::session &sql, const std::string &table, int limit) {
  sql.once << "DELETE FROM people WHERE id > " << limit; // OK sql-injection
  sql.once << "DELETE FROM " << table; // WARN sql-injection
}

void longOne(soci::session &sql, const std::string &name, int id) {
  soci::indicator there = soci::i_ok;
  std::string city;
  sql << "SELECT city "
         "FROM people "
         "WHERE name = '" // WARN sql-injection
      << name << "' AND id = :id",
      soci::into(city, there), soci::use(id);
}

} // namespace phonebook
