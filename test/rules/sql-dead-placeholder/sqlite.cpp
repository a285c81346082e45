// RUN: not %clang-sql check --checks='-*,sql-dead-placeholder' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// SQLite prepares first and binds later: what is bound is not known, so the place must leave no doubt.

#include <sqlite3.h>

sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
  return statement;
}

void bookmarks(sqlite3 *db) {
  prepare(db, "SELECT id FROM bookmarks WHERE url = '?'");
  // CHECK: :[[@LINE-1]]:54: warning: '?' stands inside a quoted literal: it is these characters there, and no value is put in its place [sql-dead-placeholder]
  prepare(db, "SELECT id FROM bookmarks WHERE title LIKE '%:title%' AND url = :url");
  // CHECK: :[[@LINE-1]]:60: warning: ':title' stands inside a quoted literal
  prepare(db, "INSERT INTO bookmarks (url, title) VALUES (?, '?')");
  // CHECK: :[[@LINE-1]]:63: warning: '?' stands inside a quoted literal
  prepare(db, "SELECT url FROM bookmarks_? WHERE id = 1");
  // CHECK: :[[@LINE-1]]:42: warning: '?' touches the name 'bookmarks_': a value cannot become a part of a name [sql-dead-placeholder]
  prepare(db, "SELECT url FROM bookmarks_:year");
  // CHECK: :[[@LINE-1]]:42: warning: ':year' touches the name 'bookmarks_'

  // Silence.
  prepare(db, "SELECT id FROM bookmarks WHERE url = ? AND title LIKE '%' || ?2 || '%' LIMIT:rows");
  prepare(db, "SELECT replace(url, '?', ''), strftime('%H:%M:%S', made) FROM bookmarks WHERE made > '12:30:00'");
  prepare(db, "SELECT id FROM bookmarks WHERE title = 'Is it ok?' OR title LIKE 'what ? ever' OR note = 'to :everyone here'");
  prepare(db, "INSERT INTO kinds (mark, meaning) VALUES (instr(?1, '?'), 'a question')");
  sqlite3_exec(db, "INSERT INTO marks (mark) VALUES ('?')", nullptr, nullptr, nullptr); // binds nothing
}
