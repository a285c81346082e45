// rules: sql-injection
//
// Values of the program's own types are streamed by the program's own operators.

#include <sqlite3.h>

#include <ostream>
#include <sstream>
#include <string>

namespace map {

struct Point {
  double lon, lat;
};

std::ostream &operator<<(std::ostream &out, const Point &point) {
  return out << "POINT(" << point.lon << ' ' << point.lat << ')';
}

struct Tag {
  std::string key, value;
};

std::ostream &operator<<(std::ostream &out, const Tag &tag) { return out << tag.key << '=' << tag.value; }

class PoiTable {
public:
  explicit PoiTable(sqlite3 *db) : db(db) {}

  int move(long id, const Point &to) {
    std::ostringstream sql;
    sql << "UPDATE poi SET geom = GeomFromText('" << to << "', 4326) WHERE id = " << id;
    return sqlite3_exec(db, sql.str().c_str(), nullptr, nullptr, nullptr); // OK sql-injection
  }

  int label(long id, const Tag &tag) {
    std::ostringstream sql;
    sql << "UPDATE poi SET label = '" << tag << "' WHERE id = " << id;
    return sqlite3_exec(db, sql.str().c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  }

  // A stream that is handed on: the caller writes the head, the helper the condition.
  int select(const Tag &tag) {
    std::ostringstream sql;
    sql << "SELECT id FROM poi";
    appendCondition(sql, tag);
    return sqlite3_exec(db, sql.str().c_str(), nullptr, nullptr, nullptr); // WARN sql-injection
  }

  int selectInside(const Point &low, const Point &high) {
    std::ostringstream sql;
    sql << "SELECT id FROM poi";
    appendBox(sql, low, high);
    return sqlite3_exec(db, sql.str().c_str(), nullptr, nullptr, nullptr); // OK sql-injection
  }

private:
  static void appendCondition(std::ostream &out, const Tag &tag) { out << " WHERE key = '" << tag.key << "'"; }

  static void appendBox(std::ostream &out, const Point &low, const Point &high) {
    out << " WHERE lon BETWEEN " << low.lon << " AND " << high.lon << " AND lat BETWEEN " << low.lat << " AND " << high.lat;
  }

  sqlite3 *db;
};

} // namespace map
