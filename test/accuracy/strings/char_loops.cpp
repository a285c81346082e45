// rules: sql-injection
//
// Text that is copied or changed character by character is still the same text.

#include <pqxx/pqxx>

#include <algorithm>
#include <cctype>
#include <string>

namespace directory {

std::string lower(const std::string &text) {
  std::string out;
  for (char c : text)
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string without_blanks(const std::string &text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != ' ')
      out.push_back(text[i]);
  return out;
}

// Keeps what cannot hurt, and nothing else.
std::string letters_only(const std::string &text) {
  std::string out;
  for (char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)))
      out += c;
  return out;
}

std::string doubled_quotes(const std::string &text) {
  std::string out;
  for (char c : text) {
    if (c == '\'')
      out += "''";
    else
      out += c;
  }
  return out;
}

void upper_in_place(std::string &text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
}

pqxx::result by_mail(pqxx::work &tx, const std::string &mail) {
  return tx.exec("SELECT id FROM people WHERE lower(mail) = '" + lower(mail) + "'"); // WARN sql-injection
}

pqxx::result by_phone(pqxx::work &tx, const std::string &phone) {
  return tx.exec("SELECT id FROM people WHERE phone = '" + without_blanks(phone) + "'"); // WARN sql-injection
}

pqxx::result by_code(pqxx::work &tx, const std::string &code) {
  return tx.exec("SELECT id FROM people WHERE code = '" + letters_only(code) + "'"); // OK sql-injection
}

pqxx::result by_name(pqxx::work &tx, const std::string &name) {
  return tx.exec("SELECT id FROM people WHERE name = '" + doubled_quotes(name) + "'"); // OK sql-injection
}

pqxx::result by_room(pqxx::work &tx, std::string room) {
  upper_in_place(room);
  return tx.exec("SELECT id FROM people WHERE room = '" + room + "'"); // WARN sql-injection
}

pqxx::result by_initial(pqxx::work &tx, bool vowels) {
  const char initial = vowels ? 'A' : 'B';
  return tx.exec(std::string("SELECT id FROM people WHERE name LIKE '") + initial + "%'"); // OK sql-injection
}

} // namespace directory
