// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++11 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A band's songs, by CppDB.

#include <cppdb/frontend.h>
#include <curl/curl.h>
#include <string>

namespace songs {

void forget(cppdb::session &sql, const std::string &title) {
  sql << "DELETE FROM songs WHERE title = '" + title + "'" << cppdb::exec;
  // CHECK: :[[@LINE-1]]:3: warning: 'title' becomes SQL in 'operator<<': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  sql << "DELETE FROM songs WHERE title = ?" << title << cppdb::exec;
  sql << "DELETE FROM songs WHERE title = '" + sql.escape(title) + "'" << cppdb::exec;
}

void archive(cppdb::session &sql) {
  cppdb::result rows = sql << "SELECT title FROM songs";
  std::string title;
  while (rows.next()) {
    rows >> title;
    sql << "INSERT INTO archive (title) VALUES ('" + title + "')" << cppdb::exec;
    // CHECK: :[[@LINE-1]]:5: warning: 'title' becomes SQL in 'operator<<': {{.*}}[sql-injection]
  }
}

void publish_inside(cppdb::session &sql, CURL *curl) {
  cppdb::transaction change(sql);
  sql << "UPDATE songs SET published = 1" << cppdb::exec;
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while the transaction 'change' is open [sql-network-in-transaction]
  change.commit();
}

void publish_after(cppdb::session &sql, CURL *curl) {
  sql.begin();
  sql << "UPDATE songs SET published = 1" << cppdb::exec;
  sql.commit();
  curl_easy_perform(curl);
}

} // namespace songs
