// rules: sql-injection, sql-misplaced-escape
//
// Names of the columns and values of a stock list, cleaned by hand in the many ways that people have for it.

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

static void run(sqlite3 *db, const std::string &sql) { sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr); }

void no_specials(sqlite3 *db, const char *n) {
  if (strpbrk(n, "'\\;\"")) return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void no_quote_nor_backslash(sqlite3 *db, const char *n) {
  if (strchr(n, '\'') != NULL || strchr(n, '\\')) throw std::runtime_error("x");
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void none_of(sqlite3 *db, const std::string &n) {
  if (n.find_first_of("'\"\\") != std::string::npos) return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void doubled(sqlite3 *db, std::string n) {
  size_t pos = 0; while ((pos = n.find("'", pos)) != std::string::npos) { n.replace(pos, 1, "''"); pos += 2; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void underscores(sqlite3 *db, std::string n) {
  for (char &c : n) if (!isalnum(static_cast<unsigned char>(c))) c = '_';
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void quotes_to_blanks(sqlite3 *db, std::string n) {
  std::replace(n.begin(), n.end(), '\'', ' ');
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void quotes_removed(sqlite3 *db, std::string n) {
  n.erase(std::remove(n.begin(), n.end(), '\''), n.end());
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void mapped(sqlite3 *db, std::string n) {
  std::transform(n.begin(), n.end(), n.begin(), [](unsigned char c) { return std::isalnum(c) ? c : '_'; });
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void spans_all(sqlite3 *db, const char *n) {
  if (strspn(n, "0123456789") != strlen(n)) return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void ends_after_digits(sqlite3 *db, const char *n) {
  if (n[strspn(n, "0123456789")] != '\0') return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void doubled_by_insert(sqlite3 *db, std::string n) {
  for (size_t i = 0; i < n.size(); i++) { if (n[i] == '\'') { n.insert(i, "'"); i++; } }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void doubled_in_a_copy(sqlite3 *db, const std::string &n) { std::string o; for (char c : n) {
  if (c == '\'') o += '\''; o += c; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // OK sql-injection
}

void others_removed(sqlite3 *db, std::string n) {
  n.erase(std::remove_if(n.begin(), n.end(), [](char c) { return !isalnum((unsigned char)c); }), n.end());
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // OK sql-injection
}

void letters_copied(sqlite3 *db, const std::string &n) {
  std::string o; std::copy_if(n.begin(), n.end(), std::back_inserter(o), [](char c) { return isalnum((unsigned char)c); });
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // OK sql-injection
}

void no_semicolon(sqlite3 *db, const char *n) {
  if (strchr(n, ';')) return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // WARN sql-injection
}

void lower(sqlite3 *db, const std::string &n) {
  std::string o; for (char c : n) o += tolower(c);
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

void lower_in_place(sqlite3 *db, std::string n) {
  std::transform(n.begin(), n.end(), n.begin(), ::tolower);
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // WARN sql-injection
}

void double_quotes_only(sqlite3 *db, std::string n) {
  std::replace(n.begin(), n.end(), '"', ' ');
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // WARN sql-injection
}

void copy_cleaned(sqlite3 *db, std::string n) {
  std::string m = n; m.erase(std::remove(m.begin(), m.end(), '\''), m.end());
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // WARN sql-injection
}

void begins_with_digit(sqlite3 *db, const char *n) {
  if (strspn(n, "0123456789") == 0) return;
  run(db, std::string("SELECT id FROM stock WHERE name = '") + n + "'"); // WARN sql-injection
}

void copied(sqlite3 *db, const std::string &n) {
  std::string o; for (size_t i = 0; i < n.size(); ++i) o.push_back(n[i]);
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

void blanks_to_underscores(sqlite3 *db, const std::string &n) { std::string o; for (char c : n) {
  if (c == ' ') o += '_'; else o += c; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

void underscore_before_blank(sqlite3 *db, const std::string &n) { std::string o; for (char c : n) {
  if (c == ' ') o += '_'; o += c; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

void without_blanks(sqlite3 *db, const std::string &n) { std::string o; for (char c : n) {
  if (c == ' ') continue; o += c; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

void blanks_chosen(sqlite3 *db, const std::string &n) { std::string o; for (char c : n) {
  o += c == ' ' ? '_' : c; }
  run(db, std::string("SELECT id FROM stock WHERE name = '") + o + "'"); // WARN sql-injection
}

