// RUN: not %clang-sql check --checks='-*,sql-injection' --warnings-as-errors='*' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=error:
//
// Characters by the ranges of a switch, and as the numbers that tolower() makes of them.

#include <cctype>
#include <postgresql/libpq-fe.h>
#include <string>

static bool is_code(const std::string &text) {
  for (const char c : text)
    switch (c) {
    case '0' ... '9':
    case 'A' ... 'Z':
    case '-': break;
    default: return false;
    }
  return !text.empty();
}

static bool is_printed(const std::string &text) {
  for (const char c : text)
    switch (c) {
    case ' ' ... '~': break;
    default: return false;
    }
  return true;
}

static std::string laundered(const char *in) {
  std::string out;
  for (; *in; ++in)
    if (std::isalnum(static_cast<unsigned char>(*in)) || *in == '_')
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(*in)));
  return out.empty() ? "layer" : out;
}

static std::string lowered(const char *in) {
  std::string out;
  for (; *in; ++in)
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(*in)));
  return out;
}

void remove(PGconn *c, const std::string &code) {
  if (is_code(code))
    PQexec(c, ("DELETE FROM parts WHERE code = '" + code + "'").c_str());
  if (is_printed(code))
    PQexec(c, ("DELETE FROM parts WHERE label = '" + code + "'").c_str());
  // CHECK: :[[@LINE-1]]:5: error: 'code' becomes SQL in 'PQexec'
  PQexec(c, ("CREATE TABLE " + laundered(code.c_str()) + " (id integer)").c_str());
  PQexec(c, ("CREATE TABLE " + lowered(code.c_str()) + " (id integer)").c_str());
  // CHECK: :[[@LINE-1]]:3: error: {{.*}} becomes SQL in 'PQexec'
}
