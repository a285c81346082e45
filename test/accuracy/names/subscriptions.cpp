// rules: sql-unnamed-query
//
// Subscriptions to a newspaper: statements with and without a name.

#include <pqxx/pqxx>

#include <array>
#include <map>
#include <string>
#include <string_view>

#define SELECT_TRIALS "SELECT id FROM subscriptions WHERE trial"

namespace subscriptions {

constexpr auto FETCH_ACTIVE = "SELECT id FROM subscriptions WHERE ends_on > now()";
static const std::string kFetchEnded = "SELECT id FROM subscriptions WHERE ends_on <= now()";
inline constexpr std::string_view fetchAll{"SELECT id FROM subscriptions"};

enum QueryId { BY_CITY, BY_STREET };
static const std::array<const char *, 2> QUERIES = {
    "SELECT id FROM subscriptions WHERE city = $1",
    "SELECT id FROM subscriptions WHERE street = $1",
};

const std::map<std::string, std::string> NAMED = {{"late", "SELECT id FROM payments WHERE due < now()"}};

struct Row {
  const char *name;
  const char *sql;
};
constexpr Row TABLE[] = {{"open", "SELECT id FROM complaints WHERE open"}};

const char *renewals_query() { return "SELECT id FROM renewals"; }
static std::string cancelQuery(int id) { return "UPDATE subscriptions SET cancelled = now() WHERE id = " + std::to_string(id); }

class Subscriptions {
public:
  static constexpr const char *COUNT_BY_PAPER = "SELECT paper, count(*) FROM subscriptions GROUP BY paper";

  explicit Subscriptions(pqxx::connection &connection) : connection(connection) {}

  void named(pqxx::work &tx, const std::string &city) {
    tx.exec(FETCH_ACTIVE); // OK sql-unnamed-query
    tx.exec(kFetchEnded); // OK sql-unnamed-query
    tx.exec(std::string(fetchAll)); // OK sql-unnamed-query
    tx.exec_params(QUERIES[BY_CITY], city); // OK sql-unnamed-query
    tx.exec(NAMED.at("late")); // OK sql-unnamed-query
    tx.exec(TABLE[0].sql); // OK sql-unnamed-query
    tx.exec(renewals_query()); // OK sql-unnamed-query
    tx.exec(COUNT_BY_PAPER); // OK sql-unnamed-query
    tx.exec(SELECT_TRIALS); // OK sql-unnamed-query
    tx.exec(std::string(FETCH_ACTIVE) + " ORDER BY ends_on"); // OK sql-unnamed-query
  }

  void inlineOnes(pqxx::work &tx, const std::string &city, int id) {
    tx.exec("SELECT id FROM subscriptions WHERE paused"); // WARN sql-unnamed-query
    tx.exec_params("SELECT id FROM subscriptions WHERE city = $1", city); // WARN sql-unnamed-query
    tx.exec("UPDATE subscriptions SET paused = true WHERE id = " + std::to_string(id)); // WARN sql-unnamed-query
    tx.exec0("DELETE FROM subscriptions WHERE ends_on < now() - interval '1 year'"); // WARN sql-unnamed-query
    tx.exec(R"( /* WARN sql-unnamed-query */
      SELECT id FROM subscriptions WHERE gift
    )");
  }

  void local(pqxx::work &tx) {
    const char *sql = "SELECT id FROM subscriptions WHERE digital"; // WARN sql-unnamed-query
    tx.exec(sql);
    static constexpr auto fetchPrinted = "SELECT id FROM subscriptions WHERE NOT digital"; // OK sql-unnamed-query
    tx.exec(fetchPrinted);
    std::string query = "SELECT id FROM subscriptions"; // WARN sql-unnamed-query
    query += " WHERE weekend";
    tx.exec(query);
  }

  void prepared() {
    connection.prepare("fetch_weekend", "SELECT id FROM subscriptions WHERE weekend"); // OK sql-unnamed-query
    connection.prepare("SELECT id FROM subscriptions WHERE NOT weekend"); // WARN sql-unnamed-query
  }

  void execPrepared(pqxx::work &tx) {
    tx.exec_prepared("fetch_weekend"); // OK sql-unnamed-query
  }

  void exempt(pqxx::work &tx) {
    tx.exec("SET LOCAL statement_timeout = '5s'"); // OK sql-unnamed-query
    tx.exec("SAVEPOINT before_bonus"); // OK sql-unnamed-query
    tx.exec("ROLLBACK TO before_bonus"); // OK sql-unnamed-query
    tx.exec("SELECT 1"); // OK sql-unnamed-query
    tx.exec("SELECT now()"); // OK sql-unnamed-query
    tx.exec("LISTEN renewals"); // OK sql-unnamed-query
    tx.exec("SHOW server_version"); // OK sql-unnamed-query
  }

  void cancel(pqxx::work &tx, int id) {
    tx.exec(cancelQuery(id)); // OK sql-unnamed-query
  }

  void passed(pqxx::work &tx, const std::string &text) {
    tx.exec(text); // OK sql-unnamed-query
  }

private:
  pqxx::connection &connection;
};

// Through a wrapper, the literal stands at the wrapper's call.
static pqxx::result run(pqxx::work &tx, const std::string &sql) { return tx.exec(sql); }

void wrapped(pqxx::work &tx) {
  run(tx, "SELECT id FROM papers WHERE daily"); // WARN sql-unnamed-query
  run(tx, FETCH_ACTIVE); // OK sql-unnamed-query
}

// No SQL.
void logged(const char *what);
void texts() {
  logged("SELECT a paper from the list"); // OK sql-unnamed-query
  logged("update your subscription"); // OK sql-unnamed-query
}

} // namespace subscriptions

// Constants of functions, and functions that only make text.
namespace subscriptions {

std::string city_filter(pqxx::work &tx, const std::string &city) { return " WHERE city = " + tx.quote(city); }

static void orders_text(std::string &out, int month) {
  out = "SELECT id FROM orders WHERE month = " + std::to_string(month); // OK sql-unnamed-query
}

// Asks the database itself: its text stands inline in it.
static std::string latest_text(pqxx::work &tx) {
  auto month = tx.exec1(FETCH_ACTIVE)[0].as<int>();
  return "SELECT id FROM orders WHERE month > " + std::to_string(month); // WARN sql-unnamed-query
}

void constants(pqxx::work &tx, const std::string &city, bool late) {
  const std::string by_city = "SELECT id FROM subscriptions WHERE city = " + tx.quote(city); // OK sql-unnamed-query
  const auto overdue = late ? "SELECT id FROM reminders" : "SELECT id FROM first_reminders"; // OK sql-unnamed-query
  static const std::string FETCH_REFUNDS = "SELECT id FROM refunds"; // OK sql-unnamed-query
  const char *expired = "SELECT id FROM subscriptions WHERE ends_on < now()"; // OK sql-unnamed-query
  const std::string query_text = "SELECT id FROM bundles"; // WARN sql-unnamed-query
  const std::string sqlStatement2 = "SELECT id FROM gifts"; // WARN sql-unnamed-query
  std::string couriers = "SELECT id FROM couriers"; // WARN sql-unnamed-query
  couriers += city_filter(tx, city);
  const pqxx::result papers = tx.exec("SELECT id FROM papers"); // WARN sql-unnamed-query
  tx.exec(by_city);
  tx.exec(overdue);
  tx.exec(FETCH_REFUNDS);
  tx.exec(expired);
  tx.exec(query_text);
  tx.exec(sqlStatement2);
  tx.exec(couriers);
  std::string orders;
  orders_text(orders, 11);
  tx.exec(orders);
  tx.exec(latest_text(tx));
  tx.exec("NOTIFY renewals"); // OK sql-unnamed-query
  tx.exec("-- keep-alive"); // OK sql-unnamed-query
}

} // namespace subscriptions
