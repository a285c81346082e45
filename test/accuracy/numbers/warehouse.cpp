// rules: sql-injection
//
// A warehouse: numbers, identifiers and dates on their way into statements.

#include <boost/lexical_cast.hpp>
#include <pqxx/pqxx>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <string>

namespace warehouse {

using ArticleId = std::uint64_t;
enum class Zone : unsigned char { Dry = 1, Cold = 2, Bulk = 3 };

class Stock {
public:
  explicit Stock(pqxx::work &tx) : tx(tx) {}

  pqxx::result count(ArticleId article, Zone zone) {
    return tx.exec("SELECT pieces FROM stock WHERE article = " + std::to_string(article) + " AND zone = " + // OK sql-injection
                   std::to_string(static_cast<int>(zone)));
  }

  // The argument of the web form is text, but what is used is the number in it.
  pqxx::result countTyped(const std::string &typed) {
    int article = std::stoi(typed);
    return tx.exec("SELECT pieces FROM stock WHERE article = " + std::to_string(article)); // OK sql-injection
  }

  // Here it is only checked that it begins with a number: "1 OR true" does.
  pqxx::result countChecked(const std::string &typed) {
    if (std::stoi(typed) <= 0)
      throw std::invalid_argument("article");
    return tx.exec("SELECT pieces FROM stock WHERE article = " + typed); // WARN sql-injection
  }

  pqxx::result countAtoi(const char *typed) {
    char sql[96];
    std::snprintf(sql, sizeof sql, "SELECT pieces FROM stock WHERE article = %d", std::atoi(typed));
    return tx.exec(sql); // OK sql-injection
  }

  pqxx::result countStrtol(const char *typed) {
    char *end = nullptr;
    long article = std::strtol(typed, &end, 10);
    if (*end != '\0')
      throw std::invalid_argument(typed);
    return tx.exec("SELECT pieces FROM stock WHERE article = " + std::to_string(article)); // OK sql-injection
  }

  // The rest behind the number is glued on.
  pqxx::result countRest(const char *typed) {
    char *rest = nullptr;
    long article = std::strtol(typed, &rest, 10);
    return tx.exec("SELECT pieces FROM stock WHERE article = " + std::to_string(article) + rest); // WARN sql-injection
  }

  pqxx::result lot(unsigned number) {
    char digits[16];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    std::string sql = "SELECT id FROM lots WHERE number = ";
    sql.append(digits, end);
    return tx.exec(sql); // OK sql-injection
  }

  pqxx::result lotCast(long number) {
    return tx.exec("SELECT id FROM lots WHERE number = " + boost::lexical_cast<std::string>(number)); // OK sql-injection
  }

  pqxx::result lotCastText(const std::string &number) {
    auto value = boost::lexical_cast<int>(number);
    return tx.exec("SELECT id FROM lots WHERE number = " + boost::lexical_cast<std::string>(value)); // OK sql-injection
  }

  pqxx::result lotCastBack(const std::string &label) {
    return tx.exec("SELECT id FROM lots WHERE label = '" + boost::lexical_cast<std::string>(label) + "'"); // WARN sql-injection
  }

  void weigh(ArticleId article, double grams, bool checked) {
    tx.exec("UPDATE articles SET grams = " + std::to_string(grams) + ", checked = " + (checked ? "true" : "false") + // OK sql-injection
            " WHERE id = " + std::to_string(article));
  }

  void stamp(ArticleId article, std::time_t when) {
    char text[64];
    std::strftime(text, sizeof text, "%F %T", std::gmtime(&when));
    tx.exec("UPDATE articles SET seen = '" + std::string(text) + "' WHERE id = " + std::to_string(article)); // OK sql-injection
  }

  void stampNow(ArticleId article) {
    auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::ostringstream text;
    text << std::put_time(std::gmtime(&now), "%Y-%m-%d");
    tx.exec("UPDATE articles SET day = '" + text.str() + "' WHERE id = " + std::to_string(article)); // OK sql-injection
  }

  void stampAge(ArticleId article, std::chrono::seconds age) {
    tx.exec("UPDATE articles SET age = interval '" + std::to_string(age.count()) + " s' WHERE id = " + std::to_string(article)); // OK sql-injection
  }

  // The caller's own date text.
  void stampText(ArticleId article, const std::string &date) {
    tx.exec("UPDATE articles SET day = '" + date + "' WHERE id = " + std::to_string(article)); // WARN sql-injection
  }

  // A digest is written as hex digits, two at a time.
  static std::string hex(const std::string &bytes) {
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned char byte : bytes) {
      text += digits[byte >> 4];
      text += digits[byte & 15];
    }
    return text;
  }

  pqxx::result byDigest(const std::string &digest) {
    return tx.exec("SELECT id FROM articles WHERE digest = '\\x" + hex(digest) + "'"); // OK sql-injection
  }

  static std::string hexPrinted(const unsigned char *bytes, int length) {
    std::string text;
    char pair[3];
    for (int i = 0; i < length; ++i) {
      std::snprintf(pair, sizeof pair, "%02X", bytes[i]);
      text += pair;
    }
    return text;
  }

  pqxx::result byKey(const unsigned char *key) {
    return tx.exec("SELECT id FROM articles WHERE key = '" + hexPrinted(key, 16) + "'"); // OK sql-injection
  }

  pqxx::result byPercent(const std::string &share) {
    return tx.exec("SELECT id FROM articles WHERE share > " + share + "::numeric"); // WARN sql-injection
  }

private:
  pqxx::work &tx;
};

} // namespace warehouse
