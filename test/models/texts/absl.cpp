// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++17 -isystem /usr/include/postgresql %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:

#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>
#include <absl/strings/substitute.h>
#include <libpq-fe.h>

#include <string>
#include <vector>

PGresult *by_name(PGconn *db, const std::string &name, int limit) {
  return PQexec(db, absl::StrCat("SELECT id FROM birds WHERE name = '", name, "' LIMIT ", limit).c_str());
  // CHECK: :[[@LINE-1]]:10: warning: 'name' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

PGresult *by_number(PGconn *db, int id, int limit) {
  std::string sql = absl::StrFormat("SELECT name FROM birds WHERE id = %d", id);
  absl::StrAppend(&sql, " LIMIT ", limit);
  return PQexec(db, sql.c_str());
}

PGresult *by_format(PGconn *db, const std::string &name, const std::string &order) {
  std::string sql = absl::StrFormat("SELECT id FROM birds WHERE name = '%s'", name);
  absl::StrAppend(&sql, " ORDER BY ", order);
  return PQexec(db, sql.c_str());
  // CHECK: :[[@LINE-1]]:10: warning: 'name' becomes SQL in 'PQexec': it stands unescaped inside a quoted literal, and nothing shows it harmless (1 more like it) [sql-injection]
}

PGresult *columns(PGconn *db, int id) {
  const std::vector<std::string> names = {"name", "size"};
  return PQexec(db, absl::StrCat("SELECT ", absl::StrJoin(names, ", "), " FROM birds WHERE id = ", id).c_str());
}

PGresult *substituted(PGconn *db, int id) { return PQexec(db, absl::Substitute("SELECT name FROM birds WHERE id = $0", id).c_str()); }
