// rules: sql-injection
// flags: -std=c++17
//
// A parcel tracker that uses Abseil and Boost for its text.

#include <absl/strings/numbers.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>
#include <absl/strings/str_replace.h>
#include <absl/strings/substitute.h>
#include <boost/algorithm/string.hpp>
#include <boost/format.hpp>
#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace tracker {

pqxx::result parcel(pqxx::work &tx, long id) {
  return tx.exec(absl::StrCat("SELECT place FROM parcels WHERE id = ", id)); // OK sql-injection
}

pqxx::result parcelOf(pqxx::work &tx, absl::string_view owner) {
  return tx.exec(absl::StrCat("SELECT place FROM parcels WHERE owner = '", owner, "'")); // WARN sql-injection
}

pqxx::result appended(pqxx::work &tx, const std::string &owner, bool open) {
  std::string sql = "SELECT place FROM parcels WHERE true";
  if (open)
    absl::StrAppend(&sql, " AND open");
  tx.exec(sql); // OK sql-injection
  absl::StrAppend(&sql, " AND owner = '", owner, "'");
  return tx.exec(sql); // WARN sql-injection
}

pqxx::result formatted(pqxx::work &tx, int id, const std::string &owner) {
  tx.exec(absl::StrFormat("SELECT place FROM parcels WHERE id = %d", id)); // OK sql-injection
  return tx.exec(absl::StrFormat("SELECT place FROM parcels WHERE id = %d OR owner = '%s'", id, owner)); // WARN sql-injection
}

pqxx::result substituted(pqxx::work &tx, int id, const std::string &column) {
  tx.exec(absl::Substitute("SELECT place FROM parcels WHERE id = $0", id)); // OK sql-injection
  return tx.exec(absl::Substitute("SELECT $1 FROM parcels WHERE id = $0", id, column)); // WARN sql-injection
}

pqxx::result joined(pqxx::work &tx, const std::vector<int> &ids, const std::vector<std::string> &owners) {
  tx.exec(absl::StrCat("SELECT place FROM parcels WHERE id IN (", absl::StrJoin(ids, ","), ")")); // OK sql-injection
  return tx.exec(absl::StrCat("SELECT place FROM parcels WHERE owner IN ('", absl::StrJoin(owners, "','"), "')")); // WARN sql-injection
}

pqxx::result parsed(pqxx::work &tx, absl::string_view typed) {
  int id = 0;
  if (!absl::SimpleAtoi(typed, &id))
    return {};
  return tx.exec(absl::StrCat("SELECT place FROM parcels WHERE id = ", id)); // OK sql-injection
}

pqxx::result boosted(pqxx::work &tx, int id, const std::string &owner) {
  tx.exec((boost::format("SELECT place FROM parcels WHERE id = %1%") % id).str()); // OK sql-injection
  tx.exec(boost::str(boost::format("SELECT place FROM parcels WHERE id = %d") % id)); // OK sql-injection
  return tx.exec((boost::format("SELECT place FROM parcels WHERE owner = '%1%'") % owner).str()); // WARN sql-injection
}

pqxx::result boostedTwice(pqxx::work &tx, int id, const std::string &owner, bool open) {
  boost::format sql("SELECT place FROM parcels WHERE id = %1% AND owner = '%2%'");
  sql % id;
  sql % owner;
  tx.exec(sql.str()); // WARN sql-injection
  tx.exec((boost::format("SELECT %s FROM parcels WHERE id = %d") % (open ? "place" : "owner") % id).str()); // OK sql-injection
  return tx.exec(boost::str(boost::format("SELECT place FROM parcels WHERE id = %d AND owner = %s") % id % tx.quote(owner))); // OK sql-injection
}

pqxx::result substitutedTwice(pqxx::work &tx, const std::string &owner) {
  tx.exec(absl::Substitute("SELECT $0 FROM parcels WHERE $0 = $1", "place", 3)); // OK sql-injection
  return tx.exec(absl::Substitute("SELECT $0 FROM parcels WHERE owner = '$1' AND $$1 = 1", "place", owner)); // WARN sql-injection
}

pqxx::result trimmed(pqxx::work &tx, std::string owner) {
  boost::trim(owner);
  boost::to_lower(owner);
  return tx.exec("SELECT place FROM parcels WHERE lower(owner) = '" + owner + "'"); // WARN sql-injection
}

pqxx::result doubled(pqxx::work &tx, std::string owner) {
  boost::replace_all(owner, "'", "''");
  return tx.exec("SELECT place FROM parcels WHERE owner = '" + owner + "'"); // OK sql-injection
}

pqxx::result doubledCopy(pqxx::work &tx, const std::string &owner) {
  return tx.exec("SELECT place FROM parcels WHERE owner = '" + absl::StrReplaceAll(owner, {{"'", "''"}}) + "'"); // OK sql-injection
}

pqxx::result doubledWrong(pqxx::work &tx, std::string owner) {
  boost::replace_all(owner, "\"", "\"\"");
  return tx.exec("SELECT place FROM parcels WHERE owner = '" + owner + "'"); // WARN sql-injection
}

} // namespace tracker
