// rules: sql-injection
//
// A bulk importer: lists of placeholders, tuples of values, joined columns.

#include <boost/algorithm/string/join.hpp>
#include <pqxx/pqxx>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace importer {

struct Row {
  long id;
  double value;
  std::string label;
};

std::string question_marks(std::size_t n) {
  std::string marks;
  for (std::size_t i = 0; i < n; ++i)
    marks += i ? ",?" : "?";
  return marks;
}

int prepare_in(sqlite3 *db, const std::vector<std::string> &names, sqlite3_stmt **stmt) {
  std::string sql = "SELECT id FROM rows WHERE label IN (" + question_marks(names.size()) + ")";
  return sqlite3_prepare_v2(db, sql.c_str(), -1, stmt, nullptr); // OK sql-injection
}

int prepare_in_fill(sqlite3 *db, const std::vector<std::string> &names, sqlite3_stmt **stmt) {
  std::string marks(names.size() * 2 - 1, '?');
  for (std::size_t i = 1; i < marks.size(); i += 2)
    marks[i] = ',';
  std::string sql = "SELECT id FROM rows WHERE label IN (" + marks + ")";
  return sqlite3_prepare_v2(db, sql.c_str(), -1, stmt, nullptr); // OK sql-injection
}

int prepare_in_names(sqlite3 *db, const std::vector<std::string> &names, sqlite3_stmt **stmt) {
  std::string list;
  for (const auto &name : names) {
    if (!list.empty())
      list += ",";
    list += "'" + name + "'";
  }
  std::string sql = "SELECT id FROM rows WHERE label IN (" + list + ")";
  return sqlite3_prepare_v2(db, sql.c_str(), -1, stmt, nullptr); // WARN sql-injection
}

class BulkInsert {
public:
  BulkInsert(pqxx::work &tx, const std::vector<Row> &rows) : tx_(tx), rows_(rows) {}

  void numbers() {
    std::string sql = "INSERT INTO rows (id, value) VALUES ";
    for (auto it = rows_.begin(); it != rows_.end(); ++it) {
      if (it != rows_.begin())
        sql += ", ";
      sql += "(" + std::to_string(it->id) + ", " + std::to_string(it->value) + ")";
    }
    sql += " ON CONFLICT (id) DO NOTHING";
    tx_.exec(sql); // OK sql-injection
  }

  void labelled() {
    std::string sql = "INSERT INTO rows (id, label) VALUES ";
    for (auto it = rows_.begin(); it != rows_.end(); ++it) {
      if (it != rows_.begin())
        sql += ", ";
      sql += "(" + std::to_string(it->id) + ", '" + it->label + "')";
    }
    tx_.exec(sql); // WARN sql-injection
  }

  void labelledQuoted() {
    std::string sql = "INSERT INTO rows (id, label) VALUES ";
    bool first = true;
    for (const Row &row : rows_) {
      if (!first)
        sql += ", ";
      first = false;
      sql += "(" + std::to_string(row.id) + ", " + tx_.quote(row.label) + ")";
    }
    tx_.exec(sql); // OK sql-injection
  }

  void placeholders(pqxx::connection &connection) {
    std::ostringstream sql;
    sql << "INSERT INTO rows (id, value) VALUES ";
    int parameter = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      sql << (i ? ", (" : "(");
      for (int column = 0; column < 2; ++column)
        sql << (column ? ", $" : "$") << ++parameter;
      sql << ")";
    }
    connection.prepare("bulk", sql.str()); // OK sql-injection
  }

  void withTrailingComma() {
    std::stringstream values;
    for (const Row &row : rows_)
      values << "(" << row.id << "," << row.value << "),";
    std::string list = values.str();
    list.erase(list.size() - 1);
    tx_.exec("INSERT INTO rows (id, value) VALUES " + list); // OK sql-injection
  }

private:
  pqxx::work &tx_;
  const std::vector<Row> &rows_;
};

constexpr std::array<const char *, 3> COLUMNS = {"id", "value", "label"};

pqxx::result all_columns(pqxx::work &tx) {
  std::string list;
  for (const char *column : COLUMNS) {
    if (!list.empty())
      list += ", ";
    list += column;
  }
  return tx.exec("SELECT " + list + " FROM rows"); // OK sql-injection
}

pqxx::result some_columns(pqxx::work &tx, const std::vector<std::string> &columns) {
  std::string list;
  for (const std::string &column : columns) {
    if (!list.empty())
      list += ", ";
    list += column;
  }
  return tx.exec("SELECT " + list + " FROM rows"); // WARN sql-injection
}

std::string join(const std::vector<std::string> &parts, const std::string &separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      text += separator;
    text += parts[i];
  }
  return text;
}

pqxx::result filtered(pqxx::work &tx, bool positive, bool labelled) {
  std::vector<std::string> conditions;
  conditions.push_back("id > 0");
  if (positive)
    conditions.push_back("value > 0");
  if (labelled)
    conditions.emplace_back("label IS NOT NULL");
  return tx.exec("SELECT id FROM rows WHERE " + join(conditions, " AND ")); // OK sql-injection
}

pqxx::result filtered_by_label(pqxx::work &tx, bool positive, const std::string &label) {
  std::vector<std::string> conditions{"id > 0"};
  if (positive)
    conditions.push_back("value > 0");
  conditions.push_back("label = '" + label + "'");
  return tx.exec("SELECT id FROM rows WHERE " + join(conditions, " AND ")); // WARN sql-injection
}

pqxx::result with_boost(pqxx::work &tx, bool positive, const std::string &label) {
  std::vector<std::string> conditions{"id > 0"};
  if (positive)
    conditions.push_back("value > 0");
  tx.exec("SELECT id FROM rows WHERE " + boost::algorithm::join(conditions, " AND ")); // OK sql-injection
  conditions.push_back("label = '" + label + "'");
  return tx.exec("SELECT id FROM rows WHERE " + boost::algorithm::join(conditions, " AND ")); // WARN sql-injection
}

pqxx::result accumulated(pqxx::work &tx, const std::vector<int> &ids) {
  std::string list = std::accumulate(ids.begin(), ids.end(), std::string("0"),
                                     [](std::string text, int id) { return std::move(text) + "," + std::to_string(id); });
  return tx.exec("SELECT id FROM rows WHERE id IN (" + list + ")"); // OK sql-injection
}

pqxx::result accumulated_names(pqxx::work &tx, const std::vector<std::string> &names) {
  std::string list = std::accumulate(names.begin(), names.end(), std::string("''"),
                                     [](std::string text, const std::string &name) { return std::move(text) + ",'" + name + "'"; });
  return tx.exec("SELECT id FROM rows WHERE label IN (" + list + ")"); // WARN sql-injection
}

pqxx::result transformed(pqxx::work &tx, const std::vector<std::string> &names) {
  std::vector<std::string> quoted;
  std::transform(names.begin(), names.end(), std::back_inserter(quoted), [&](const std::string &name) { return tx.quote(name); });
  return tx.exec("SELECT id FROM rows WHERE label IN (" + join(quoted, ",") + ")"); // OK sql-injection
}

pqxx::result streamed(pqxx::work &tx, const std::vector<int> &ids) {
  std::ostringstream list;
  std::copy(ids.begin(), ids.end(), std::ostream_iterator<int>(list, ","));
  return tx.exec("SELECT id FROM rows WHERE id IN (" + list.str() + "0)"); // OK sql-injection
}

pqxx::result streamed_names(pqxx::work &tx, const std::vector<std::string> &names) {
  std::ostringstream list;
  std::copy(names.begin(), names.end(), std::ostream_iterator<std::string>(list, "','"));
  return tx.exec("SELECT id FROM rows WHERE label IN ('" + list.str() + "')"); // WARN sql-injection
}

pqxx::result listed(pqxx::work &tx, std::initializer_list<long> ids) {
  std::string sql = "SELECT label FROM rows WHERE false";
  for (long id : ids)
    sql += " OR id = " + std::to_string(id);
  return tx.exec(sql); // OK sql-injection
}

} // namespace importer
