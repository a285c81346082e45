// rules: sql-injection
//
// Subscribers of a newsletter. What these check is the shape of the text, and any text can have that.

#include <cstring>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

static void run(sqlite3 *db, const std::string &sql) { sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr); }

void has_at(sqlite3 *db, const std::string &n) {
  if (n.find('@') == std::string::npos) throw std::invalid_argument("mail");
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void has_at_and_dot(sqlite3 *db, const std::string &n) {
  if (n.find('@') == std::string::npos || n.find('.') == std::string::npos) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void has_at_in_c(sqlite3 *db, const char *n) {
  if (!strchr(n, '@')) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void after_at(sqlite3 *db, const std::string &n) {
  auto at = n.find('@');
  if (at == std::string::npos) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n.substr(at + 1) + "'"); // WARN sql-injection
}

void before_at(sqlite3 *db, const std::string &n) {
  auto at = n.find('@');
  if (at == std::string::npos) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n.substr(0, at) + "'"); // WARN sql-injection
}

void long_enough(sqlite3 *db, const std::string &n) {
  if (n.size() < 8) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void of_a_length(sqlite3 *db, const std::string &n) {
  if (n.size() != 16) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_with_slash(sqlite3 *db, const std::string &n) {
  if (n.empty() || n[0] != '/') return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_by_rfind(sqlite3 *db, const std::string &n) {
  if (n.rfind("id:", 0) != 0) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_by_compare(sqlite3 *db, const std::string &n) {
  if (n.compare(0, 3, "id:") != 0) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_by_substr(sqlite3 *db, const std::string &n) {
  if (n.substr(0, 3) != "id:") return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void ends_with_slash(sqlite3 *db, const std::string &n) {
  if (n.back() != '/') return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_in_c(sqlite3 *db, const char *n) {
  if (n[0] != 'x') return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void begins_by_strncmp(sqlite3 *db, const char *n) {
  if (strncmp(n, "id:", 3)) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void of_six_groups(sqlite3 *db, const std::string &n) {
  int c = 0; for (char x : n) if (x == ':') ++c; if (c != 5) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // WARN sql-injection
}

void no_quote(sqlite3 *db, const std::string &n) {
  if (n.find('@') == std::string::npos || n.find('\'') != std::string::npos) return;
  run(db, std::string("SELECT id FROM subscribers WHERE mail = '") + n + "'"); // OK sql-injection
}
