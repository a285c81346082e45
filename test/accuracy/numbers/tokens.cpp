// rules: sql-injection
//
// Tokens of a login service: identifiers whose characters are known, made by libraries.

#include <Poco/UUID.h>
#include <Poco/UUIDGenerator.h>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_generators.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <pqxx/pqxx>

#include <iomanip>
#include <sstream>
#include <string>

namespace login {

pqxx::result issue_boost(pqxx::work &tx, int user) {
  const boost::uuids::uuid token = boost::uuids::random_generator()();
  return tx.exec("INSERT INTO tokens (user_id, token) VALUES (" + std::to_string(user) + ", '" + to_string(token) + "')"); // OK sql-injection
}

pqxx::result issue_boost_streamed(pqxx::work &tx) {
  std::ostringstream sql;
  sql << "INSERT INTO tokens (token) VALUES ('" << boost::uuids::random_generator()() << "')";
  return tx.exec(sql.str()); // OK sql-injection
}

pqxx::result issue_poco(pqxx::work &tx) {
  const std::string token = Poco::UUIDGenerator::defaultGenerator().createRandom().toString();
  return tx.exec("INSERT INTO tokens (token) VALUES ('" + token + "')"); // OK sql-injection
}

pqxx::result check(pqxx::work &tx, const std::string &token) {
  return tx.exec("SELECT user_id FROM tokens WHERE token = '" + token + "'"); // WARN sql-injection
}

// Parsed, and written again: what is left is a UUID.
pqxx::result check_parsed(pqxx::work &tx, const std::string &token) {
  const boost::uuids::uuid parsed = boost::uuids::string_generator()(token);
  return tx.exec("SELECT user_id FROM tokens WHERE token = '" + boost::uuids::to_string(parsed) + "'"); // OK sql-injection
}

// Parsed, but the text that came is what is sent: string_generator takes several forms, so this is no proof of much.
pqxx::result check_thrown(pqxx::work &tx, const std::string &token, const std::string &device) {
  boost::uuids::string_generator()(token);
  return tx.exec("SELECT user_id FROM tokens WHERE device = '" + device + "'"); // WARN sql-injection
}

std::string base64(const std::string &bytes) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  unsigned value = 0;
  int bits = -6;
  for (unsigned char c : bytes) {
    value = (value << 8) + c;
    bits += 8;
    while (bits >= 0) {
      text.push_back(alphabet[(value >> bits) & 0x3F]);
      bits -= 6;
    }
  }
  while (text.size() % 4)
    text.push_back('=');
  return text;
}

pqxx::result store(pqxx::work &tx, const std::string &blob) {
  return tx.exec("UPDATE tokens SET blob = decode('" + base64(blob) + "', 'base64')"); // OK sql-injection
}

} // namespace login
