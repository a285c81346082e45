// rules: sql-injection
//
// Vehicles of a fleet: statements and parts of them in containers, structs, tables, statics and globals.

#include <pqxx/pqxx>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace fleet {

struct Query {
  const char *name;
  const char *sql;
};

const Query QUERIES[] = {
    {"all", "SELECT id, plate FROM vehicles"},
    {"moving", "SELECT id, plate FROM vehicles WHERE speed > 0"},
    {"parked", "SELECT id, plate FROM vehicles WHERE speed = 0"},
};

const std::map<std::string, std::string> STATEMENTS = {
    {"lock", "UPDATE vehicles SET locked = true"},
    {"unlock", "UPDATE vehicles SET locked = false"},
};

enum QueryId { ALL, LATE, COUNT };
static constexpr std::array<std::string_view, 3> TEXTS{
    "SELECT id FROM trips", "SELECT id FROM trips WHERE late", "SELECT count(*) FROM trips"};

struct Config {
  std::string schema = "fleet";
  std::string user;
};
static Config g_config;
static std::string g_region;
static int g_shard = 3;
static const std::string g_prefix = "fleet_";

void configure(const std::string &user, const std::string &region) {
  g_config.user = user;
  g_region = region;
}

pqxx::result byIndex(pqxx::work &tx, int index) {
  return tx.exec(QUERIES[index].sql); // OK sql-injection
}

pqxx::result eachOne(pqxx::work &tx) {
  pqxx::result last;
  for (const Query &query : QUERIES)
    last = tx.exec(std::string(query.sql) + " LIMIT 1"); // OK sql-injection
  return last;
}

void byName(pqxx::work &tx, const std::string &name) {
  tx.exec(STATEMENTS.at(name)); // OK sql-injection
  if (auto it = STATEMENTS.find(name); it != STATEMENTS.end())
    tx.exec(it->second + " WHERE NOT deleted"); // OK sql-injection
}

pqxx::result byId(pqxx::work &tx, QueryId id) {
  return tx.exec(std::string(TEXTS[id])); // OK sql-injection
}

pqxx::result inSchema(pqxx::work &tx) {
  return tx.exec("SELECT id FROM " + g_config.schema + ".vehicles"); // OK sql-injection
}

pqxx::result ofUser(pqxx::work &tx) {
  return tx.exec("SELECT id FROM vehicles WHERE owner = '" + g_config.user + "'"); // WARN sql-injection
}

pqxx::result ofRegion(pqxx::work &tx) {
  return tx.exec("SELECT id FROM vehicles WHERE region = '" + g_region + "'"); // WARN sql-injection
}

pqxx::result ofShard(pqxx::work &tx) {
  return tx.exec("SELECT id FROM " + g_prefix + std::to_string(g_shard) + ".vehicles"); // OK sql-injection
}

struct Filter {
  std::vector<std::string> conditions;
  std::string order = "id";
  void add(const std::string &condition) { conditions.push_back(condition); }
  std::string text() const {
    std::string out;
    for (const auto &condition : conditions)
      out += (out.empty() ? " WHERE " : " AND ") + condition;
    return out + " ORDER BY " + order;
  }
};

pqxx::result moving(pqxx::work &tx, int above) {
  Filter filter;
  filter.add("speed > " + std::to_string(above));
  filter.add("NOT locked");
  return tx.exec("SELECT id FROM vehicles" + filter.text()); // OK sql-injection
}

pqxx::result named(pqxx::work &tx, const std::string &plate) {
  Filter filter;
  filter.add("NOT locked");
  filter.add("plate = '" + plate + "'");
  return tx.exec("SELECT id FROM vehicles" + filter.text()); // WARN sql-injection
}

// A batch: texts are collected, and sent one by one.
void batch(pqxx::work &tx, const std::vector<int> &ids) {
  std::deque<std::string> statements;
  for (int id : ids)
    statements.push_back("UPDATE vehicles SET checked = now() WHERE id = " + std::to_string(id));
  statements.push_front("SET LOCAL statement_timeout = '5s'");
  while (!statements.empty()) {
    tx.exec(statements.front()); // OK sql-injection
    statements.pop_front();
  }
}

void batchOfNotes(pqxx::work &tx, const std::vector<std::string> &notes) {
  std::vector<std::string> statements;
  statements.reserve(notes.size());
  for (const auto &note : notes)
    statements.emplace_back("INSERT INTO notes (body) VALUES ('" + note + "')");
  for (const auto &statement : statements)
    tx.exec(statement); // WARN sql-injection
}

// Columns and values of a row, side by side.
void update(pqxx::work &tx, long id, const std::string &plate, int seats) {
  std::map<std::string, std::string> values;
  values["plate"] = tx.quote(plate);
  values["seats"] = std::to_string(seats);
  std::string sql = "UPDATE vehicles SET ";
  bool first = true;
  for (const auto &[column, value] : values) {
    if (!first)
      sql += ", ";
    sql += column + " = " + value;
    first = false;
  }
  tx.exec(sql + " WHERE id = " + std::to_string(id)); // OK sql-injection
}

void updateRaw(pqxx::work &tx, long id, const std::map<std::string, std::string> &values) {
  std::string sql = "UPDATE vehicles SET ";
  for (const auto &[column, value] : values)
    sql += column + " = " + tx.quote(value) + ", ";
  sql += "changed = now()";
  tx.exec(sql + " WHERE id = " + std::to_string(id)); // WARN sql-injection
}

// Pairs, tuples, optionals, variants.
pqxx::result ordered(pqxx::work &tx, bool byPlate) {
  const std::pair<std::string, std::string> order = byPlate ? std::make_pair("plate", "ASC") : std::make_pair("speed", "DESC");
  return tx.exec("SELECT id FROM vehicles ORDER BY " + order.first + " " + order.second); // OK sql-injection
}

std::tuple<std::string, int> depot(const std::string &name) { return {"'" + name + "'", 25}; }

pqxx::result near(pqxx::work &tx, const std::string &name) {
  auto [quoted, limit] = depot(name);
  tx.exec("SELECT id FROM vehicles LIMIT " + std::to_string(limit)); // OK sql-injection
  return tx.exec("SELECT id FROM vehicles WHERE depot = " + quoted); // WARN sql-injection
}

std::optional<std::string> conditionOf(int kind) {
  if (kind == 1)
    return "speed > 0";
  if (kind == 2)
    return "fuel < 10";
  return std::nullopt;
}

pqxx::result ofKind(pqxx::work &tx, int kind) {
  std::string sql = "SELECT id FROM vehicles";
  if (auto condition = conditionOf(kind))
    sql += " WHERE " + *condition;
  return tx.exec(sql); // OK sql-injection
}

pqxx::result cached(pqxx::work &tx) {
  static const std::string sql = [] {
    std::string text = "SELECT ";
    for (const char *column : {"id", "plate", "speed"})
      text.append(column).append(", ");
    text.resize(text.size() - 2);
    return text + " FROM vehicles";
  }();
  return tx.exec(sql); // OK sql-injection
}

// The first caller's plate is kept for all: static, but not constant.
pqxx::result cachedByPlate(pqxx::work &tx, const std::string &plate) {
  static std::string sql = "SELECT id FROM vehicles WHERE plate = '" + plate + "'";
  return tx.exec(sql); // WARN sql-injection
}

class Prepared {
public:
  explicit Prepared(pqxx::connection &connection) : connection_(connection) {}
  void add(const std::string &name, const std::string &sql) { texts_[name] = sql; }
  void all() {
    for (const auto &[name, sql] : texts_)
      connection_.prepare(name, sql); // OK sql-injection
  }

private:
  pqxx::connection &connection_;
  std::unordered_map<std::string, std::string> texts_;
};

} // namespace fleet
