// rules: sql-injection
//
// A plant nursery, with Poco::Data.

#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Format.h>

#include <string>

using namespace Poco::Data::Keywords;

namespace nursery {

void water(Poco::Data::Session &session, std::string plant, int bed) {
  session << "UPDATE plants SET watered = 1 WHERE name = ?", use(plant), now; // OK sql-injection
  session << "UPDATE plants SET watered = 1 WHERE bed = " << bed, now; // OK sql-injection
  session << "UPDATE plants SET watered = 1 WHERE name = '" << plant << "'", now; // WARN sql-injection
}

void prune(Poco::Data::Session &session, const std::string &kind) {
  Poco::Data::Statement statement(session);
  statement << "DELETE FROM plants WHERE kind = '" << kind << "'";
  statement.execute(); // WARN sql-injection
}

void count(Poco::Data::Session &session, int bed, const std::string &kind) {
  int n = 0;
  session << Poco::format("SELECT count(*) FROM plants WHERE bed = %d", bed), into(n), now; // OK sql-injection
  session << Poco::format("SELECT count(*) FROM plants WHERE kind = '%s'", kind), into(n), now; // WARN sql-injection
}

void list(Poco::Data::Session &session, const std::string &order) {
  Poco::Data::RecordSet rows(session, "SELECT name FROM plants ORDER BY " + order); // WARN sql-injection
  Poco::Data::RecordSet fixed(session, "SELECT name FROM plants ORDER BY name"); // OK sql-injection
}

void fill(Poco::Data::Session &session, std::string plant, int bed, const std::string &table) {
  Poco::Data::Statement insert(session);
  insert << "INSERT INTO plants (name, bed) VALUES (?, ?)", use(plant), use(bed);
  insert.execute(); // OK sql-injection
  Poco::Data::Statement copy = (session << "INSERT INTO " << table << " (name) VALUES (?)", use(plant));
  copy.execute(); // WARN sql-injection
  Poco::Data::Statement later(session);
  later << "DELETE FROM " << table << " WHERE name = ?", use(plant), Poco::Data::Keywords::async; // OK sql-injection
  session << "DELETE FROM " + table, now; // WARN sql-injection
}

} // namespace nursery
