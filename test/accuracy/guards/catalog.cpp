// rules: sql-injection
//
// The catalogue of a shop: what visitors choose is checked in all the ways in which that is done.

#include <pqxx/pqxx>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace catalog {

const std::set<std::string> SORTABLE = {"name", "price", "created_at"};
constexpr std::array<std::string_view, 3> kColumns = {"name", "price", "created_at"};
static const std::unordered_map<std::string, std::string> kAliases = {{"cheap", "price ASC"}, {"dear", "price DESC"}};

bool is_sortable(const std::string &column) { return SORTABLE.count(column) > 0; }
bool is_identifier(const std::string &text) {
  if (text.empty())
    return false;
  for (char c : text)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_')
      return false;
  return true;
}
void require_digits(const std::string &text) {
  for (char c : text)
    if (c < '0' || c > '9')
      throw std::invalid_argument("digits expected");
}
void require(bool condition, const char *what) {
  if (!condition)
    throw std::runtime_error(what);
}

class Catalog {
public:
  explicit Catalog(pqxx::work &tx) : tx(tx) {}

  // What proves.

  pqxx::result equalEarly(const std::string &column) {
    if (!(column == "name" || column == "price"))
      return {};
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result equalYoda(const std::string &column) {
    if ("name" != column && "price" != column)
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result equalBranch(const std::string &column) {
    if (column == "name")
      return tx.exec("SELECT id FROM articles ORDER BY " + column + ", id"); // OK sql-injection
    return tx.exec("SELECT id FROM articles ORDER BY id");
  }

  pqxx::result strcmpGuard(const char *direction) {
    if (std::strcmp(direction, "ASC") != 0 && strcmp(direction, "DESC") != 0)
      direction = "ASC";
    return tx.exec(std::string("SELECT id FROM articles ORDER BY id ") + direction); // OK sql-injection
  }

  pqxx::result compareGuard(const std::string &direction) {
    if (direction.compare("ASC") && direction.compare("DESC"))
      throw std::invalid_argument(direction);
    return tx.exec("SELECT id FROM articles ORDER BY id " + direction); // OK sql-injection
  }

  pqxx::result inSet(const std::string &column) {
    if (SORTABLE.find(column) == SORTABLE.end())
      throw std::invalid_argument("unknown column");
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inSetContains(const std::string &column) {
    static const std::unordered_set<std::string> known{"name", "price"};
    if (!known.contains(column))
      return {};
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inSetCount(const std::string &column) {
    if (!SORTABLE.count(column))
      return {};
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inSetHelper(const std::string &column) {
    if (!is_sortable(column))
      throw std::invalid_argument("unknown column");
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inSetRequire(const std::string &column) {
    require(is_sortable(column), "unknown column");
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inArray(std::string_view column) {
    if (std::find(kColumns.begin(), kColumns.end(), column) == kColumns.end())
      throw std::invalid_argument("unknown column");
    return tx.exec("SELECT id FROM articles ORDER BY " + std::string(column)); // OK sql-injection
  }

  pqxx::result inArrayAny(const std::string &column) {
    bool known = std::any_of(kColumns.begin(), kColumns.end(), [&](std::string_view name) { return name == column; });
    if (!known)
      throw std::invalid_argument("unknown column");
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inVector(const std::string &column) {
    const std::vector<std::string> allowed = {"name", "price"};
    if (std::find(allowed.begin(), allowed.end(), column) == std::end(allowed))
      return {};
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result inMap(const std::string &alias) {
    auto it = kAliases.find(alias);
    if (it == kAliases.end())
      return {};
    return tx.exec("SELECT id FROM articles ORDER BY " + it->second); // OK sql-injection
  }

  pqxx::result loopFlag(const std::string &column) {
    static const char *const allowed[] = {"name", "price", "created_at"};
    bool ok = false;
    for (const char *name : allowed)
      if (column == name)
        ok = true;
    if (!ok)
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // OK sql-injection
  }

  pqxx::result allDigits(const std::string &number) {
    if (!std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); }))
      throw std::invalid_argument(number);
    return tx.exec("SELECT id FROM articles WHERE number = '" + number + "'"); // OK sql-injection
  }

  pqxx::result noneOther(const std::string &ean) {
    if (ean.find_first_not_of("0123456789") != std::string::npos)
      throw std::invalid_argument("EAN");
    return tx.exec("SELECT id FROM articles WHERE ean = '" + ean + "'"); // OK sql-injection
  }

  pqxx::result digitsRequired(const std::string &ean) {
    require_digits(ean);
    return tx.exec("SELECT id FROM articles WHERE ean = '" + ean + "'"); // OK sql-injection
  }

  pqxx::result identifier(const std::string &schema) {
    if (!is_identifier(schema))
      throw std::invalid_argument("schema");
    return tx.exec("SELECT id FROM " + schema + ".articles"); // OK sql-injection
  }

  pqxx::result pattern(const std::string &sku) {
    static const std::regex shape("[A-Z]{3}-[0-9]{4,8}");
    if (!std::regex_match(sku, shape))
      throw std::invalid_argument("SKU");
    return tx.exec("SELECT id FROM articles WHERE sku = '" + sku + "'"); // OK sql-injection
  }

  // What proves nothing.

  pqxx::result notEmpty(const std::string &column) {
    if (column.empty())
      throw std::invalid_argument("column");
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  pqxx::result shortEnough(const std::string &name) {
    if (name.size() > 40 || name.length() < 3)
      throw std::invalid_argument("name");
    return tx.exec("SELECT id FROM articles WHERE name = '" + name + "'"); // WARN sql-injection
  }

  pqxx::result searched(const std::string &sku) {
    static const std::regex shape("[A-Z]{3}-[0-9]{4,8}");
    if (!std::regex_search(sku, shape))
      throw std::invalid_argument("SKU");
    return tx.exec("SELECT id FROM articles WHERE sku = '" + sku + "'"); // WARN sql-injection
  }

  pqxx::result openPattern(const std::string &name) {
    static const std::regex shape("[A-Z].*");
    if (!std::regex_match(name, shape))
      throw std::invalid_argument("name");
    return tx.exec("SELECT id FROM articles WHERE name = '" + name + "'"); // WARN sql-injection
  }

  pqxx::result anyDigit(const std::string &number) {
    if (!std::any_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); }))
      throw std::invalid_argument(number);
    return tx.exec("SELECT id FROM articles WHERE number = '" + number + "'"); // WARN sql-injection
  }

  pqxx::result otherVariable(const std::string &column, const std::string &direction) {
    if (direction != "ASC" && direction != "DESC")
      throw std::invalid_argument(direction);
    return tx.exec("SELECT id FROM articles ORDER BY " + column + " " + direction); // WARN sql-injection
  }

  // The wrong way round: this lets everything else in.
  pqxx::result inverted(const std::string &column) {
    if (column == "password")
      throw std::invalid_argument(column);
    return tx.exec("SELECT " + column + " FROM users"); // WARN sql-injection
  }

  // Checked, and then something else is done with it.
  pqxx::result changedAfter(std::string column, const std::string &suffix) {
    if (!is_sortable(column))
      throw std::invalid_argument(column);
    column += suffix;
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  // Only logged.
  pqxx::result onlyLogged(const std::string &column) {
    if (!is_sortable(column))
      std::fprintf(stderr, "unknown column %s\n", column.c_str());
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  // One of two conditions is enough here.
  pqxx::result either(const std::string &column, bool trusted) {
    if (!trusted && !is_sortable(column))
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  pqxx::result prefixOnly(const std::string &column) {
    if (column.rfind("name", 0) != 0 && column.compare(0, 5, "price") != 0)
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  pqxx::result strncmpGuard(const char *direction) {
    if (strncmp(direction, "ASC", 3) != 0)
      return {};
    return tx.exec(std::string("SELECT id FROM articles ORDER BY id ") + direction); // WARN sql-injection
  }

  pqxx::result noQuotesFound(const std::string &column) {
    // As a bare name anything works without quotes.
    if (column.find('\'') != std::string::npos)
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

  // The set is what the caller says.
  pqxx::result callersSet(const std::string &column, const std::set<std::string> &allowed) {
    if (!allowed.count(column))
      throw std::invalid_argument(column);
    return tx.exec("SELECT id FROM articles ORDER BY " + column); // WARN sql-injection
  }

private:
  pqxx::work &tx;
};

} // namespace catalog
