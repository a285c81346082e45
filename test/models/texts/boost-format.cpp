// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++17 -isystem /usr/include/postgresql %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// What is fed into a format, one call after the other.

#include <boost/algorithm/string.hpp>
#include <boost/format.hpp>
#include <boost/lexical_cast.hpp>
#include <libpq-fe.h>

#include <string>
#include <vector>

PGresult *by_format(PGconn *db, int id) {
  return PQexec(db, (boost::format("SELECT name FROM fish WHERE id = %1%") % id).str().c_str());
}

PGresult *by_name(PGconn *db, const std::string &name) {
  return PQexec(db, str(boost::format("SELECT id FROM fish WHERE name = '%s' AND id > %d") % name % 3).c_str());
  // CHECK: :[[@LINE-1]]:10: warning: 'name' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}
