// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Bookmarks of a desktop program in SQLite.

#include <sqlite3.h>

#include <string>

class Bookmarks {
public:
  explicit Bookmarks(sqlite3 *db) : db_(db) {}

  bool remove(const std::string &url) {
    std::string sql = "DELETE FROM bookmarks WHERE url = '" + url + "'";
    return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    // CHECK: :[[@LINE-1]]:12: warning: 'url' becomes SQL in 'sqlite3_exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
  }

  bool remove_quoted(const char *url) {
    char *sql = sqlite3_mprintf("DELETE FROM bookmarks WHERE url = %Q", url);
    int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
    sqlite3_free(sql);
    return code == SQLITE_OK;
  }

  bool remove_unquoted(const char *url) {
    char *sql = sqlite3_mprintf("DELETE FROM bookmarks WHERE url = '%s'", url);
    int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:16: warning: 'url' becomes SQL in 'sqlite3_exec': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
    sqlite3_free(sql);
    return code == SQLITE_OK;
  }

  sqlite3_stmt *tagged(const std::string &tag) {
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db_, "SELECT url FROM bookmarks WHERE tag = ?1", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, tag.c_str(), -1, SQLITE_TRANSIENT);
    return statement;
  }

private:
  sqlite3 *db_;
};
