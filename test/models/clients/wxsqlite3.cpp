// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction' %s -- -std=c++17 -D__WXGTK__ %headers -isystem %headers/../wx-3.2 -isystem %headers/../../lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A diary, by wxSQLite3.

#include <curl/curl.h>
#include <wx/string.h>
#include <wx/wxsqlite3.h>

namespace diary {

int count(wxSQLite3Database &db, const wxString &day, int year) {
  int all = db.ExecuteScalar(wxString::Format("SELECT count(*) FROM entries WHERE year = %d", year));
  return all - db.ExecuteScalar("SELECT count(*) FROM entries WHERE day = '" + day + "'");
  // CHECK: :[[@LINE-1]]:16: warning: 'day' becomes SQL in 'ExecuteScalar': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

int count_bound(wxSQLite3Database &db, const wxString &day) {
  wxSQLite3Statement statement = db.PrepareStatement("SELECT count(*) FROM entries WHERE day = ?");
  statement.Bind(1, day);
  return statement.ExecuteScalar();
}

void write(wxSQLite3Database &db, const wxString &text) {
  wxString sql;
  sql << "UPDATE entries SET text = '" << text << "' WHERE day = 1";
  db.ExecuteUpdate(sql);
  // CHECK: :[[@LINE-1]]:3: warning: 'text' becomes SQL in 'ExecuteUpdate': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

void send_inside(wxSQLite3Database &db, CURL *curl) {
  wxSQLite3Transaction change(&db);
  db.ExecuteUpdate("UPDATE entries SET sent = 1");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while the transaction 'change' is open [sql-network-in-transaction]
  change.Commit();
}

void send_after(wxSQLite3Database &db, CURL *curl) {
  db.Begin();
  db.ExecuteUpdate("UPDATE entries SET sent = 1");
  db.Commit();
  curl_easy_perform(curl);
}

} // namespace diary
