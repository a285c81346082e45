// rules: sql-injection
//
// Macros as database code uses them: names, formats, statements that are put together by the preprocessor.

#include <pqxx/pqxx>
#include <sqlite3.h>

#include <cstdio>
#include <string>

#define SCHEMA "stats."
#define TABLE(name) SCHEMA #name
#define COLUMNS "id, day, visits"
#define STRINGIFY(x) #x
#define TO_STRING(x) STRINGIFY(x)
#define MAX_ROWS 500
#define SQL(...) #__VA_ARGS__
#define SELECT_FROM(table) "SELECT " COLUMNS " FROM " #table
#define EXEC(tx, sql) (tx).exec(sql)
#define WHERE_EQ(column, value) std::string(" WHERE " #column " = '") + (value) + "'"
#define EXEC_PRINTF(db, format, ...)                                                                                   \
  do {                                                                                                                 \
    char buffer_[512];                                                                                                 \
    std::snprintf(buffer_, sizeof buffer_, format, __VA_ARGS__);                                                       \
    sqlite3_exec(db, buffer_, nullptr, nullptr, nullptr);                                                              \
  } while (0)
#define UPDATE_FORMAT "UPDATE counters SET value = value + %d WHERE name = '%s'"
#define CHECK_COLUMN(column) if (column != "day" && column != "visits") throw std::invalid_argument(column)

namespace stats {

pqxx::result all(pqxx::work &tx) {
  return tx.exec("SELECT " COLUMNS " FROM " TABLE(visits)); // OK sql-injection
}

pqxx::result capped(pqxx::work &tx) {
  return tx.exec("SELECT " COLUMNS " FROM " TABLE(visits) " LIMIT " TO_STRING(MAX_ROWS)); // OK sql-injection
}

pqxx::result stringised(pqxx::work &tx) {
  return tx.exec(SQL(SELECT page, count(*) FROM visits WHERE day > now() - interval '7 days' GROUP BY page)); // OK sql-injection
}

pqxx::result stringisedWith(pqxx::work &tx, const std::string &page) {
  return tx.exec(SQL(SELECT day, count(*) FROM visits WHERE page =) " '" + page + "'"); // WARN sql-injection
}

pqxx::result fromTable(pqxx::work &tx) {
  return EXEC(tx, SELECT_FROM(visits)); // OK sql-injection
}

pqxx::result ofPage(pqxx::work &tx, const std::string &page) {
  return EXEC(tx, SELECT_FROM(visits) + WHERE_EQ(page, page)); // WARN sql-injection
}

pqxx::result ofHome(pqxx::work &tx) {
  return EXEC(tx, SELECT_FROM(visits) + WHERE_EQ(page, "home")); // OK sql-injection
}

void count(sqlite3 *db, int by, const char *name) {
  EXEC_PRINTF(db, "UPDATE totals SET value = value + %d", by); // OK sql-injection
  EXEC_PRINTF(db, UPDATE_FORMAT, by, "visits"); // OK sql-injection
  EXEC_PRINTF(db, UPDATE_FORMAT, by, name); // WARN sql-injection
}

pqxx::result sorted(pqxx::work &tx, const std::string &column) {
  CHECK_COLUMN(column);
  return tx.exec(SELECT_FROM(visits) " ORDER BY " + column); // OK sql-injection
}

// Enumerators and their names from one list.
#define METRICS(X) X(visits) X(visitors) X(bounces)
enum class Metric {
#define X(name) name,
  METRICS(X)
#undef X
};

const char *name_of(Metric metric) {
  switch (metric) {
#define X(name)                                                                                                        \
  case Metric::name: return #name;
    METRICS(X)
#undef X
  }
  return "visits";
}

pqxx::result metric(pqxx::work &tx, Metric which) {
  return tx.exec(std::string("SELECT sum(") + name_of(which) + ") FROM days"); // OK sql-injection
}

} // namespace stats
