// RUN: not %clang-sql check --checks='-*,sql-injection' --warnings-as-errors='*' %s -- -std=c++17 -isystem /usr/include/postgresql %headers 2>/dev/null | FileCheck %s --implicit-check-not=error:
//
// Each library has its own names for the classes of characters.

#include <Poco/Ascii.h>
#include <absl/strings/ascii.h>
#include <algorithm>
#include <libpq-fe.h>
#include <locale>
#include <string>

namespace {

bool is_word(const std::string &text) {
  for (char c : text)
    if (!Poco::Ascii::isAlphaNumeric(c))
      return false;
  return true;
}

bool is_printed(const std::string &text) {
  for (char c : text)
    if (!Poco::Ascii::isPrintable(c))
      return false;
  return true;
}

} // namespace

void by_poco(PGconn *db, const std::string &name) {
  if (is_word(name))
    PQexec(db, ("DELETE FROM birds WHERE name = '" + name + "'").c_str());
  if (is_printed(name))
    PQexec(db, ("DELETE FROM birds WHERE label = '" + name + "'").c_str());
  // CHECK: :[[@LINE-1]]:5: error: 'name' becomes SQL in 'PQexec'
}

void by_abseil(PGconn *db, const std::string &name) {
  if (std::all_of(name.begin(), name.end(), absl::ascii_isalnum))
    PQexec(db, ("DELETE FROM birds WHERE name = '" + name + "'").c_str());
  if (std::any_of(name.begin(), name.end(), absl::ascii_isalnum))
    PQexec(db, ("DELETE FROM birds WHERE label = '" + name + "'").c_str());
  // CHECK: :[[@LINE-1]]:5: error: 'name' becomes SQL in 'PQexec'
}

void by_locale(PGconn *db, const std::string &name) {
  const std::locale &here = std::locale::classic();
  if (std::all_of(name.begin(), name.end(), [&](char c) { return std::isalnum(c, here); }))
    PQexec(db, ("DELETE FROM birds WHERE name = '" + name + "'").c_str());
  if (std::all_of(name.begin(), name.end(), [&](char c) { return std::ispunct(c, here); }))
    PQexec(db, ("DELETE FROM birds WHERE label = '" + name + "'").c_str());
  // CHECK: :[[@LINE-1]]:5: error: 'name' becomes SQL in 'PQexec'
}
