// RUN: not %clang-sql check --checks='-*,sql-injection,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Notes of an offline reader, kept with SQLiteCpp.

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/VariadicBind.h>
#include <SQLiteCpp/ExecuteMany.h>
#include <curl/curl.h>

#include <string>
#include <tuple>

namespace notes {

int by_title(SQLite::Database &db, const std::string &title) {
  SQLite::Statement query(db, "SELECT id FROM notes WHERE title = '" + title + "'");
  // CHECK: :[[@LINE-1]]:21: warning: 'title' becomes SQL in 'Statement': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  return query.executeStep() ? query.getColumn(0).getInt() : 0;
}

int by_title_bound(SQLite::Database &db, const std::string &title) {
  SQLite::Statement query(db, "SELECT id FROM notes WHERE title = ?");
  query.bind(1, title);
  return query.executeStep() ? query.getColumn(0).getInt() : 0;
}

int count(SQLite::Database &db, int folder, const std::string &owner) {
  int here = db.execAndGet("SELECT count(*) FROM notes WHERE folder = " + std::to_string(folder));
  return here + db.execAndGet("SELECT count(*) FROM notes WHERE owner = " + owner).getInt();
  // CHECK: :[[@LINE-1]]:17: warning: 'owner' becomes SQL in 'execAndGet': it stands unescaped as a bare value, and nothing shows it harmless [sql-injection]
}

void move_all(SQLite::Database &db) {
  SQLite::Statement folders(db, "SELECT name FROM folders");
  while (folders.executeStep()) {
    std::string name = folders.getColumn(0);
    db.exec("UPDATE notes SET folder = NULL WHERE folder = '" + name + "'");
    // CHECK: :[[@LINE-1]]:5: warning: 'name' becomes SQL in 'exec': {{.*}}[sql-injection]
  }
}

void import(SQLite::Database &db) {
  SQLite::execute_many(db, "INSERT INTO notes VALUES (?, ?)", std::make_tuple(1, "a"), std::make_tuple(2, "b"));
  // CHECK: :[[@LINE-1]]:29: warning: {{.*}}[sql-insert-without-columns]
}

void fetch_inside(SQLite::Database &db, CURL *curl) {
  SQLite::Transaction change(db, SQLite::TransactionBehavior::IMMEDIATE);
  db.exec("UPDATE notes SET fetched = 1");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}curl_easy_perform{{.*}}[sql-network-in-transaction]
  change.commit();
}

void fetch_after(SQLite::Database &db, CURL *curl) {
  {
    SQLite::Transaction change(db);
    db.exec("UPDATE notes SET fetched = 1");
    change.commit();
  }
  curl_easy_perform(curl);
}

void fetch_after_commit(SQLite::Database &db, CURL *curl) {
  SQLite::Transaction change(db);
  SQLite::Savepoint point(db, "before");
  db.exec("UPDATE notes SET fetched = 1");
  point.release();
  change.commit();
  curl_easy_perform(curl);
}

void by_text(SQLite::Database &db, CURL *curl) {
  db.exec("BEGIN IMMEDIATE");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}curl_easy_perform{{.*}}[sql-network-in-transaction]
  db.exec("COMMIT");
  curl_easy_perform(curl);
}

} // namespace notes
