// rules: sql-injection
#pragma once

#include <string>

#include <libpq-fe.h>

namespace shipping {

class Database {
public:
  explicit Database(const char *url) : conn_(PQconnectdb(url)) {}
  ~Database() { PQfinish(conn_); }

  bool run(const std::string &sql);
  bool runf(const char *format, ...);
  std::string quote(const std::string &text) const;
  // Glued here, and by the caller too: the caller has let the text in.
  bool drop(const std::string &table) {
    return run("DROP TABLE " + table); // OK sql-injection
  }
  // Glued here, of a name that the caller just passes on.
  bool purge(const std::string &table) {
    return run("DELETE FROM " + table + " WHERE sent"); // WARN sql-injection
  }
  bool truncate(const std::string &table) {
    return run("TRUNCATE " + table); // OK sql-injection
  }

private:
  PGconn *conn_;
};

std::string labelQuery(const std::string &carrier);
std::string pendingQuery(int days);
extern const char *const SELECT_CARRIERS;
bool isCarrier(const std::string &name);

} // namespace shipping
