// rules: sql-injection, sql-insert-without-columns
// options: --library=farm_models.yaml
//
// A farm whose database layer is compiled elsewhere: the project's own models say what it does.

#include <string>

namespace farm {

class Db {
public:
  void query(const std::string &sql);
  std::string literal(const std::string &text);
};

std::string sensor_text();

void store(Db &db, int sensor) {
  const std::string text = sensor_text();
  db.query("INSERT INTO readings (sensor, text) VALUES (" + std::to_string(sensor) + ", '" + text + "')"); // WARN sql-injection tainted
  db.query("INSERT INTO readings (sensor, text) VALUES (" + std::to_string(sensor) + ", " + db.literal(text) + ")"); // OK sql-injection; sql-insert-without-columns
  db.query("INSERT INTO readings VALUES (" + std::to_string(sensor) + ", " + db.literal(text) + ")"); // WARN sql-insert-without-columns // OK sql-injection
}

void forget(Db &db, const std::string &barn) {
  db.query("DELETE FROM readings WHERE barn = '" + barn + "'"); // WARN sql-injection unproven
}

} // namespace farm
