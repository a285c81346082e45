// RUN: not %clang-sql check --checks='-*,sql-injection,sql-misplaced-escape,sql-network-in-transaction,sql-insert-without-columns' %s -- -std=c++17 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// A forum's tables, by the C interface of MySQL and MariaDB.

#include <curl/curl.h>
#include <mariadb/mysql.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace forum {

MYSQL_RES *posts_of(MYSQL *db, const std::string &author) {
  std::string sql = "SELECT id, title FROM posts WHERE author = '" + author + "' LIMIT 0, 20";
  if (mysql_query(db, sql.c_str()))
    // CHECK: :[[@LINE-1]]:7: warning: 'author' becomes SQL in 'mysql_query': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
    return nullptr;
  return mysql_store_result(db);
}

int rename(MYSQL *db, unsigned id, const char *title) {
  char sql[512];
  int length = std::snprintf(sql, sizeof sql, "UPDATE `posts` SET title = '%s' WHERE id = %u", title, id);
  return mysql_real_query(db, sql, length);
  // CHECK: :[[@LINE-1]]:10: warning: 'title' becomes SQL in 'mysql_real_query': it stands unescaped inside a quoted literal, and nothing shows it harmless [sql-injection]
}

int rename_escaped(MYSQL *db, unsigned id, const char *title) {
  std::vector<char> quoted(2 * std::strlen(title) + 1);
  char body[1024], sql[2048];
  mysql_real_escape_string(db, body, title, std::strlen(title));
  std::snprintf(sql, sizeof sql, "UPDATE `posts` SET title = '%s' WHERE id = %u", body, id);
  return mysql_query(db, sql);
}

// Escaped for the inside of quotes, but no quotes around it.
int drop(MYSQL *db, const char *id) {
  char body[64], sql[256];
  mysql_real_escape_string(db, body, id, std::strlen(id));
  std::snprintf(sql, sizeof sql, "DELETE FROM posts WHERE id = %s", body);
  return mysql_query(db, sql);
  // CHECK: :[[@LINE-1]]:10: warning: {{.*}} is escaped for the inside of a quoted literal, but stands as a bare value in the SQL of 'mysql_query': {{.*}} [sql-misplaced-escape]
}

int add(MYSQL *db, const char *title, unsigned long length) {
  static const char ADD_POST[] = "INSERT INTO posts VALUES (NULL, ?)";
  MYSQL_STMT *statement = mysql_stmt_init(db);
  mysql_stmt_prepare(statement, ADD_POST, sizeof ADD_POST - 1);
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: warning: {{.*}}[sql-insert-without-columns]
  MYSQL_BIND bind{};
  bind.buffer_type = MYSQL_TYPE_STRING;
  bind.buffer = const_cast<char *>(title);
  bind.length = &length;
  mysql_stmt_bind_param(statement, &bind);
  int failed = mysql_stmt_execute(statement);
  mysql_stmt_close(statement);
  return failed;
}

int copy_tags(MYSQL *db) {
  mysql_query(db, "SELECT tags FROM posts");
  MYSQL_RES *rows = mysql_store_result(db);
  while (MYSQL_ROW row = mysql_fetch_row(rows)) {
    std::string sql = std::string("INSERT INTO tags (name) VALUES ('") + row[0] + "')";
    mysql_query(db, sql.c_str());
    // CHECK: :[[@LINE-1]]:5: warning: 'row[0]' becomes SQL in 'mysql_query': {{.*}}[sql-injection]
  }
  mysql_free_result(rows);
  return 0;
}

void announce_inside(MYSQL *db, CURL *curl) {
  mysql_autocommit(db, 0);
  mysql_query(db, "UPDATE posts SET announced = 1");
  curl_easy_perform(curl);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  mysql_commit(db);
  mysql_autocommit(db, 1);
}

void announce_after(MYSQL *db, CURL *curl) {
  mysql_autocommit(db, 0);
  mysql_query(db, "UPDATE posts SET announced = 1");
  if (mysql_commit(db))
    mysql_rollback(db);
  mysql_autocommit(db, 1);
  curl_easy_perform(curl);
}

void announce_by_text(MYSQL *db, CURL *curl, bool wait) {
  mysql_query(db, "START TRANSACTION");
  mysql_query(db, "UPDATE posts SET announced = 1");
  if (wait)
    curl_easy_perform(curl);
    // CHECK: :[[@LINE-1]]:5: warning: 'curl_easy_perform' waits on the network while {{.*}}[sql-network-in-transaction]
  mysql_query(db, "COMMIT");
}

MYSQL *reconnect() {
  MYSQL *db = mysql_init(nullptr);
  mysql_real_connect(db, "localhost", "forum", "secret", "forum", 0, nullptr, 0);
  mysql_query(db, "SET autocommit = 1");
  return db;
}

} // namespace forum
