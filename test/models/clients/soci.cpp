// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A town's trams, by SOCI.

#include <curl/curl.h>
#include <soci/soci.h>

#include <string>

namespace trams {

int line_of(soci::session &sql, const std::string &stop) {
  int line = 0;
  sql << "SELECT line FROM stops WHERE name = '" << stop << "'", soci::into(line);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stop' becomes SQL in {{.*}}: it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  return line;
}

int line_of_bound(soci::session &sql, const std::string &stop) {
  int line = 0;
  sql << "SELECT line FROM stops WHERE name = :stop", soci::use(stop), soci::into(line);
  return line;
}

int count(soci::session &sql, int line, const std::string &table) {
  int all = 0;
  soci::statement query = (sql.prepare << "SELECT count(*) FROM stops WHERE line = " << line, soci::into(all));
  query.execute(true);
  soci::statement other = (sql.prepare << "SELECT count(*) FROM " << table, soci::into(all));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' becomes SQL in 'statement': it stands unescaped in the place of a name, and nothing shows it harmless [sql-injection]
  other.execute(true);
  return all;
}

std::string all(soci::session &sql) {
  std::string text;
  soci::rowset<soci::row> rows = (sql.prepare << "SELECT name FROM stops");
  for (const soci::row &row : rows)
    sql << "DELETE FROM stops WHERE name = '" + row.get<std::string>(0) + "'";
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'row.get<std::string>(0)' becomes SQL in {{.*}}[sql-injection]
    // CHECK: note: {{.*}}(a value from the database)
  return text;
}

void add(soci::session &sql) {
  sql << "INSERT INTO stops VALUES (1, 'Harbour')";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[sql-insert-without-columns]
}

void announce_inside(soci::session &sql, CURL *curl) {
  soci::transaction change(sql);
  sql << "UPDATE lines SET open = 1";
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while the transaction 'change' is open [sql-network-in-transaction]
  change.commit();
}

void announce_after(soci::session &sql, CURL *curl) {
  sql.begin();
  sql << "UPDATE lines SET open = 1";
  sql.commit();
  curl_easy_perform(curl);
}

} // namespace trams
