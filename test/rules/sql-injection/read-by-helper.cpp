// RUN: not %clang-sql check --checks='-*,sql-injection' --warnings-as-errors='*' %s -- -std=c++20 2>/dev/null | FileCheck %s --implicit-check-not=error:
//
// A text that a helper reads, and its caller checks: also where the helper says by its result whether there is one.

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <postgresql/libpq-fe.h>
#include <string>
#include <sys/socket.h>

namespace {

bool is_name(const char *s) {
  if (!*s)
    return false;
  for (; *s; ++s)
    if (!isalpha(static_cast<unsigned char>(*s)))
      return false;
  return true;
}

bool is_long(const char *s) { return std::strlen(s) > 3; }

int read_word(int socket, char *out, size_t size) {
  ssize_t n = recv(socket, out, size - 1, 0);
  if (n <= 0)
    return -1;
  out[n] = '\0';
  out[strcspn(out, "\r\n")] = '\0';
  return 0;
}

std::string read_code(int socket) {
  std::array<char, 128> buffer{};
  const ssize_t n = recv(socket, buffer.data(), buffer.size(), 0);
  return n > 0 ? std::string(buffer.begin(), buffer.begin() + n) : std::string();
}

std::string letters_of(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](unsigned char c) { return !std::isalnum(c); }), text.end());
  return text;
}

} // namespace

void rename(PGconn *c, int socket) {
  char name[64];
  if (read_word(socket, name, sizeof name) < 0)
    return;
  if (is_name(name))
    PQexec(c, ("UPDATE players SET name = '" + std::string(name) + "'").c_str());
  if (is_long(name))
    PQexec(c, ("UPDATE players SET nick = '" + std::string(name) + "'").c_str());
  // CHECK: :[[@LINE-1]]:5: error: {{.*}}name{{.*}} comes from the network and becomes SQL in 'PQexec'
}

void scan(PGconn *c, int socket) {
  const std::string code = read_code(socket);
  PQexec(c, ("DELETE FROM lots WHERE code = '" + letters_of(code) + "'").c_str());
  std::string number = code;
  if (!std::all_of(number.begin(), number.end(), [](unsigned char d) { return std::isdigit(d); }))
    number = "0";
  PQexec(c, ("DELETE FROM lots WHERE number = " + number + "0").c_str());
  PQexec(c, ("DELETE FROM lots WHERE code = '" + code + "'").c_str());
  // CHECK: :[[@LINE-1]]:3: error: {{.*}} comes from the network and becomes SQL in 'PQexec'
}
