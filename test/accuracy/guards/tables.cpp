// rules: sql-injection
// Sort columns and reports that a table allows, looked up with algorithms.
#include <pqxx/pqxx>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace museum {

struct SortColumn {
  const char *shown;
  const char *column;
  bool numeric;
};

static const SortColumn kSortColumns[] = {
    {"Title", "title", false},
    {"Year", "year_made", true},
    {"Lender", "lender", false},
};

constexpr std::array<std::string_view, 3> kReports = {"loans", "visitors", "insurance"};

class Catalogue {
public:
  explicit Catalogue(pqxx::connection &c) : connection_(c) {}

  pqxx::result sorted(const std::string &column) {
    auto known = std::find_if(std::begin(kSortColumns), std::end(kSortColumns),
                              [&](const SortColumn &c) { return column == c.column; });
    if (known == std::end(kSortColumns))
      throw std::invalid_argument("cannot sort by " + column);
    pqxx::work tx(connection_);
    return tx.exec("SELECT id, title FROM exhibit ORDER BY " + column); // OK sql-injection
  }

  pqxx::result sortedOrNot(const std::string &column) {
    pqxx::work tx(connection_);
    auto known = std::find_if(std::begin(kSortColumns), std::end(kSortColumns),
                              [&](const SortColumn &c) { return column == c.column; });
    if (known != std::end(kSortColumns))
      return tx.exec("SELECT id FROM exhibit ORDER BY " + column); // OK sql-injection
    return tx.exec("SELECT id FROM exhibit ORDER BY lower(" + column + ")"); // WARN sql-injection
  }

  pqxx::result numeric(const std::string &column) {
    if (std::ranges::none_of(kSortColumns, [&](const SortColumn &c) { return c.numeric && column == c.column; }))
      throw std::invalid_argument("no number: " + column);
    pqxx::work tx(connection_);
    return tx.exec("SELECT avg(" + column + ") FROM exhibit"); // OK sql-injection
  }

  pqxx::result report(const std::string &name) {
    bool known = std::any_of(kReports.begin(), kReports.end(), [&](std::string_view r) { return r == name; });
    if (!known)
      return {};
    pqxx::work tx(connection_);
    return tx.exec("SELECT * FROM report_" + name); // OK sql-injection
  }

  pqxx::result reports(const std::string &name) {
    const std::vector<std::string> hidden = {"salaries", "audits"};
    if (std::any_of(hidden.begin(), hidden.end(), [&](const std::string &h) { return h == name; }))
      return {};
    pqxx::work tx(connection_);
    return tx.exec("SELECT * FROM report_" + name); // WARN sql-injection
  }

  // What is asked of one text proves nothing of another, nor does how it begins.
  pqxx::result other(const std::string &column, const std::string &order) {
    if (std::ranges::none_of(kSortColumns, [&](const SortColumn &c) { return column == c.column; }))
      throw std::invalid_argument("cannot sort by " + column);
    pqxx::work tx(connection_);
    return tx.exec("SELECT id FROM exhibit ORDER BY " + order); // WARN sql-injection
  }

  pqxx::result begins(const std::string &column) {
    if (std::ranges::none_of(kSortColumns, [&](const SortColumn &c) { return column.starts_with(c.column); }))
      throw std::invalid_argument("cannot sort by " + column);
    pqxx::work tx(connection_);
    return tx.exec("SELECT title FROM exhibit ORDER BY " + column); // WARN sql-injection
  }

  pqxx::result counted(const std::string &name) {
    if (std::count_if(kReports.begin(), kReports.end(), [&](std::string_view r) { return r == name; }) == 0)
      throw std::out_of_range(name);
    pqxx::work tx(connection_);
    return tx.exec("SELECT count(*) FROM report_" + name); // OK sql-injection
  }

private:
  pqxx::connection &connection_;
};

} // namespace museum
