// RUN: not %clang-sql check --checks='-*,sql-injection' %s -- -std=c++20 %headers 2>/dev/null | FileCheck %s --implicit-check-not=warning:
//
// Checks that stand for something else: of another element, another piece of a line, any one of many; and copies and escapers by places.

#include <algorithm>
#include <cctype>
#include <postgresql/libpq-fe.h>
#include <regex>
#include <string>
#include <vector>

void options(PGconn *db, int argc, char **argv) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string key = argv[i];
    const char *value = argv[i + 1];
    if (key == "--site")
      PQexec(db, ("UPDATE sites SET live = true WHERE name = '" + std::string(value) + "'").c_str());
    // CHECK: :[[@LINE-1]]:7: warning: {{.*}}[sql-injection]
  }
}

void line_of(PGconn *db, const std::string &line) {
  auto tab = line.find('\t');
  if (tab == std::string::npos)
    return;
  const std::string id = line.substr(0, tab), title = line.substr(tab + 1);
  if (id.empty() || id.find_first_not_of("0123456789") != std::string::npos)
    return;
  PQexec(db, ("UPDATE notes SET title = '" + title + "' WHERE id = " + id).c_str());
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}[sql-injection]
}

void any_column(PGconn *db, const std::vector<std::string> &columns) {
  if (!std::any_of(columns.begin(), columns.end(), [](const std::string &c) { return c == "total"; }))
    return;
  std::string list;
  for (const auto &c : columns)
    list += "," + c;
  PQexec(db, ("SELECT id" + list + " FROM sales").c_str());
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}[sql-injection]
}

void lower_into(char *out, const char *in) {
  while (*in)
    *out++ = static_cast<char>(std::tolower(static_cast<unsigned char>(*in++)));
  *out = '\0';
}

void lowered(PGconn *db, const char *name) {
  std::vector<char> copy(100);
  lower_into(copy.data(), name);
  PQexec(db, (std::string("DELETE FROM queues WHERE name = '") + copy.data() + "'").c_str());
  // CHECK: :[[@LINE-1]]:3: warning: {{.*}}[sql-injection]
}

std::string doubled(const std::string &text) {
  std::string made;
  std::size_t from = 0, at;
  while ((at = text.find('\'', from)) != std::string::npos) {
    made += text.substr(from, at - from);
    made += "''";
    from = at + 1;
  }
  return made + text.substr(from);
}

std::string by_regex(const std::string &text) {
  static const std::regex quote("'");
  return std::regex_replace(text, quote, "''");
}

void escaped(PGconn *db, const std::string &name) {
  PQexec(db, ("DELETE FROM queues WHERE name = '" + doubled(name) + "'").c_str());
  PQexec(db, ("DELETE FROM queues WHERE name = '" + by_regex(name) + "'").c_str());
}
