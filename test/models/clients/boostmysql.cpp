// RUN: not %clang-sql check --checks='-*,sql-injection,sql-misplaced-escape,sql-network-in-transaction' %s -- -std=c++17 %headers -isystem %S/../Inputs/boostmysql 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A hotel's rooms, by Boost.MySQL.

#include <curl/curl.h>
#include <mysql.hpp>
#include <string>

namespace rooms {

void of_guest(boost::mysql::any_connection &db, const std::string &guest, boost::mysql::results &rows) {
  db.execute("SELECT id FROM rooms WHERE guest = '" + guest + "'", rows);
  // CHECK: :[[@LINE-1]]:3: warning: 'guest' becomes SQL in 'execute': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

void of_guest_bound(boost::mysql::any_connection &db, const std::string &guest, boost::mysql::results &rows) {
  boost::mysql::statement query = db.prepare_statement("SELECT id FROM rooms WHERE guest = ?");
  db.execute(query.bind(guest), rows);
}

void of_guest_escaped(boost::mysql::any_connection &db, const std::string &guest, const boost::mysql::format_options &options,
                      boost::mysql::results &rows) {
  std::string escaped;
  (void)boost::mysql::escape_string(guest, options, boost::mysql::quoting_context::single_quote, escaped);
  db.execute("SELECT id FROM rooms WHERE guest = '" + escaped + "'", rows);
  db.execute("SELECT guest FROM rooms WHERE id = " + escaped, rows);
  // CHECK: :[[@LINE-1]]:3: warning: 'escaped' is escaped for the inside of a quoted literal, but stands as a bare value {{.*}}[sql-misplaced-escape]
}

void book_inside(boost::mysql::any_connection &db, CURL *bank, boost::mysql::results &rows) {
  db.execute("START TRANSACTION", rows);
  curl_easy_perform(bank);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  db.execute("COMMIT", rows);
  curl_easy_perform(bank);
}

} // namespace rooms
