// rules: sql-injection
//
// The ticket list of a help desk: names of columns, states and directions are chosen.

#include <pqxx/pqxx>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace helpdesk {

enum class TicketState { Open, Waiting, Solved, Closed };
enum class SortKey { Id, Opened, Priority };

std::string ToString(TicketState state) {
  switch (state) {
  case TicketState::Open: return "open";
  case TicketState::Waiting: return "waiting";
  case TicketState::Solved: return "solved";
  case TicketState::Closed: return "closed";
  }
  throw std::logic_error("state");
}

const char *ColumnName(SortKey key) {
  static const char *const names[] = {"id", "opened_at", "priority"};
  return names[static_cast<int>(key)];
}

constexpr std::array<std::string_view, 4> kStateNames{"open", "waiting", "solved", "closed"};

std::string_view StateName(TicketState state) { return kStateNames[static_cast<std::size_t>(state)]; }

const std::map<TicketState, std::string> kStateColors = {
    {TicketState::Open, "red"}, {TicketState::Waiting, "amber"}, {TicketState::Solved, "green"}};

class TicketList {
public:
  TicketList(pqxx::work &tx) : tx_(tx) {}

  pqxx::result InState(TicketState state) {
    return tx_.exec("SELECT id, title FROM tickets WHERE state = '" + ToString(state) + "'"); // OK sql-injection
  }

  pqxx::result InStateText(const std::string &state) {
    return tx_.exec("SELECT id, title FROM tickets WHERE state = '" + state + "'"); // WARN sql-injection
  }

  pqxx::result Sorted(SortKey key, bool descending) {
    std::string sql = std::string("SELECT id, title FROM tickets ORDER BY ") + ColumnName(key);
    sql += descending ? " DESC" : " ASC";
    return tx_.exec(sql); // OK sql-injection
  }

  pqxx::result Named(TicketState state) {
    std::string sql = "SELECT id FROM tickets WHERE state = '";
    sql += StateName(state);
    sql += "'";
    return tx_.exec(sql); // OK sql-injection
  }

  pqxx::result Colored(TicketState state) {
    return tx_.exec("SELECT id FROM tickets WHERE color = '" + kStateColors.at(state) + "'"); // OK sql-injection
  }

  // What is not in the table is passed on.
  pqxx::result SortedByAlias(const std::string &alias) {
    static const std::unordered_map<std::string, std::string> columns = {
        {"newest", "opened_at"}, {"urgent", "priority"}, {"who", "assignee"}};
    auto found = columns.find(alias);
    const std::string column = found != columns.end() ? found->second : alias;
    return tx_.exec("SELECT id FROM tickets ORDER BY " + column); // WARN sql-injection
  }

  pqxx::result SortedByAliasOrId(const std::string &alias) {
    static const std::unordered_map<std::string, std::string> columns = {
        {"newest", "opened_at"}, {"urgent", "priority"}, {"who", "assignee"}};
    auto found = columns.find(alias);
    const std::string column = found != columns.end() ? found->second : "id";
    return tx_.exec("SELECT id FROM tickets ORDER BY " + column); // OK sql-injection
  }

  pqxx::result Direction(std::string direction) {
    if (direction == "down")
      direction = "DESC";
    else
      direction = "ASC";
    return tx_.exec("SELECT id FROM tickets ORDER BY opened_at " + direction); // OK sql-injection
  }

  pqxx::result DirectionOrGiven(std::string direction) {
    if (direction == "down")
      direction = "DESC";
    return tx_.exec("SELECT id FROM tickets ORDER BY opened_at " + direction); // WARN sql-injection
  }

  pqxx::result Owned(std::optional<int> owner) {
    std::string condition = owner ? "owner = " + std::to_string(*owner) : "owner IS NULL";
    return tx_.exec("SELECT id FROM tickets WHERE " + condition); // OK sql-injection
  }

  pqxx::result OwnedByName(const std::optional<std::string> &owner) {
    std::string condition = owner ? "owner = '" + *owner + "'" : "owner IS NULL";
    return tx_.exec("SELECT id FROM tickets WHERE " + condition); // WARN sql-injection
  }

  pqxx::result Since(const char *when) {
    const char *limit = "now() - interval '1 day'";
    switch (when[0]) {
    case 'w': limit = "now() - interval '7 days'"; break;
    case 'm': limit = "now() - interval '1 month'"; break;
    default: break;
    }
    return tx_.exec(std::string("SELECT id FROM tickets WHERE opened_at > ") + limit); // OK sql-injection
  }

  pqxx::result SinceText(const char *when) {
    const char *limit = when && *when ? when : "now()";
    return tx_.exec(std::string("SELECT id FROM tickets WHERE opened_at > ") + limit); // WARN sql-injection
  }

  // One table, two names for its rows.
  pqxx::result Export(bool archived, int year) {
    static constexpr std::pair<std::string_view, std::string_view> tables[] = {{"tickets", "opened_at"}, {"tickets_archive", "closed_at"}};
    const auto &[table, column] = tables[archived ? 1 : 0];
    std::string sql = "SELECT * FROM ";
    sql.append(table).append(" WHERE extract(year FROM ").append(column).append(") = ").append(std::to_string(year));
    return tx_.exec(sql); // OK sql-injection
  }

  pqxx::result Statistic(int kind) {
    const std::string group = [&]() -> std::string {
      if (kind == 0)
        return "state";
      if (kind == 1)
        return "priority";
      return "assignee";
    }();
    return tx_.exec("SELECT " + group + ", count(*) FROM tickets GROUP BY " + group); // OK sql-injection
  }

private:
  pqxx::work &tx_;
};

} // namespace helpdesk
