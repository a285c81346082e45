// rules: sql-injection, sql-misplaced-escape
// packages: libmariadb
// Escapers that fill a string of the caller's, the ways that C++ programs get at its buffer.
#include <mysql.h>

#include <string>

namespace guestbook {

static MYSQL *db;

static void escape(const std::string &in, std::string *out) {
  out->resize(in.size() * 2 + 1);
  out->resize(mysql_real_escape_string(db, &(*out)[0], in.data(), in.size()));
}

static void escape(const std::string &in, std::string &out) {
  out.resize(in.size() * 2 + 1);
  out.resize(mysql_real_escape_string(db, &out[0], in.data(), in.size()));
}

static bool escape_front(const std::string &in, std::string *out) {
  if (in.empty())
    return false;
  out->assign(in.size() * 2 + 1, '\0');
  unsigned long length = mysql_real_escape_string(db, &out->front(), in.data(), in.size());
  out->resize(length);
  return true;
}

static void copy(const std::string &in, std::string *out) {
  out->resize(in.size());
  in.copy(&(*out)[0], in.size());
}

static void run(const std::string &sql) { mysql_real_query(db, sql.data(), sql.size()); }

void sign(const std::string &name, const std::string &words) {
  std::string safe_name, safe_words;
  escape(name, &safe_name);
  escape(words, safe_words);
  run("INSERT INTO entry (name, words) VALUES ('" + safe_name + "', '" + safe_words + "')"); // OK sql-injection; OK sql-misplaced-escape
}

void page(const std::string &count) {
  std::string safe;
  escape(count, &safe);
  run("SELECT name, words FROM entry LIMIT " + safe); // WARN sql-misplaced-escape
}

void find(const std::string &name) {
  std::string safe;
  if (escape_front(name, &safe))
    run("SELECT words FROM entry WHERE name = '" + safe + "'"); // OK sql-injection; OK sql-misplaced-escape
  if (escape_front(name, &safe))
    run("SELECT words FROM entry ORDER BY " + safe); // WARN sql-misplaced-escape
}

void forget(const std::string &name) {
  std::string same;
  copy(name, &same);
  run("DELETE FROM entry WHERE name = '" + same + "'"); // WARN sql-injection unproven
}

} // namespace guestbook
