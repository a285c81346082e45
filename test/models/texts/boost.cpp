// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++17 -isystem /usr/include/postgresql %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <boost/algorithm/string.hpp>
#include <boost/format.hpp>
#include <boost/lexical_cast.hpp>
#include <libpq-fe.h>

#include <string>
#include <vector>

PGresult *by_number(PGconn *db, int id) {
  std::string sql = "SELECT name FROM fish WHERE id = " + boost::lexical_cast<std::string>(id);
  return PQexec(db, sql.c_str());
}

PGresult *by_name(PGconn *db, const std::string &name) {
  return PQexec(db, ("SELECT id FROM fish WHERE name = '" + boost::to_lower_copy(boost::trim_copy(name)) + "'").c_str());
  // CHECK: :[[@LINE-1]]:10: warning: {{.*}} becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

PGresult *columns(PGconn *db) {
  std::vector<std::string> names = {"name", "size"};
  return PQexec(db, ("SELECT " + boost::algorithm::join(names, ", ") + " FROM fish").c_str());
}
