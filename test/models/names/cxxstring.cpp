// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <charconv>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

using namespace std::literals;

std::string built(const std::string &name, std::string_view view, const char *text, size_t n, char c) {
  std::string empty, copy(name), moved(std::move(copy)), fromText(text), fromView(view), bytes(text, n), part(name, 1), middle(name, 1, n),
      filled(3, c), range(name.begin(), name.end()), pointers(text, text + n), list{'a', 'b'}, viewPart(view, 1, n);
  empty = name;
  empty = text;
  empty = view;
  empty = c;
  empty.assign(name).assign(text).assign(view).assign(text, n).assign(name, 1, n).assign(3, c);
  empty.assign(name.begin(), name.end());
  empty.assign(text, text + n);
  return empty + name + text + c + "literal"s + std::string("literal"sv) + moved + fromText + fromView + bytes + part + middle + filled + range + pointers + list + viewPart;
}

void appended(std::string &s, const std::string &name, std::string_view view, const char *text, size_t n, char c) {
  s += name;
  s += text;
  s += view;
  s += c;
  s.append(name).append(text).append(view).append(text, n).append(name, 1, n).append(view, 1, n).append(3, c);
  s.append(name.begin(), name.end());
  s.append(text, text + n);
  s.push_back(c);
}

void changed(std::string &s, const std::string &name, const char *text, size_t n, char c) {
  s.insert(0, name).insert(0, text).insert(0, text, n).insert(0, name, 1, n).insert(0, 3, c);
  s.insert(s.begin(), c);
  s.insert(s.end(), name.begin(), name.end());
  s.replace(0, 1, name).replace(0, 1, text).replace(0, 1, text, n).replace(0, 1, 3, c).replace(s.begin(), s.end(), name);
  s.replace(s.begin(), s.end(), name.begin(), name.end());
  s.erase(s.begin());
  s.erase(s.begin(), s.end());
  s.erase(0).erase(1, 2);
  s.pop_back();
  s.resize(n);
  s.resize(n, c);
  s.clear();
  std::string other;
  s.swap(other);
  std::swap(s, other);
  std::erase(s, c);
}

size_t looked(const std::string &s, std::string_view view, char *buffer) {
  for (char c : s)
    buffer[0] = c;
  for (char c : view)
    buffer[0] = c;
  s.copy(buffer, 3);
  std::string_view cut = view.substr(1);
  cut.remove_prefix(1);
  cut.remove_suffix(1);
  cut = view;
  std::string_view pair(buffer, 3), all(s);
  if (s.empty() || view.empty() || s == view || s == "a" || view != "b" || s.compare("c") == 0 || s.compare(0, 1, "d") == 0 || s < "e")
    return s.find("a") + s.rfind('b') + view.find("c") + s.find_first_not_of("0123456789") + s.find_first_of("ab") + s.find_last_of("x");
  if (s.starts_with("a") || view.ends_with('b') || std::regex_match(s, std::regex("[a-z]+")))
    return s.size() + s.length() + view.size() + s.capacity() + std::stoi(s) + std::stoul(s) + size_t(std::stod(s));
  return s[0] + s.at(1) + s.front() + s.back() + view[0] + view.front() + *s.c_str() + *s.data() + *view.data() + s.substr(1, 2).size();
}

std::string numbers(int i, double d, unsigned long u, char *first, char *last) {
  int back = 0;
  std::from_chars(first, last, back);
  std::to_chars(first, last, i);
  return std::to_string(i) + std::to_string(d) + std::to_string(u) + std::regex_replace(std::string("a"), std::regex("b"), "c");
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @std::basic_string::append(
// CHECK-DAG: @std::basic_string::assign(
// CHECK-DAG: @std::basic_string::at(
// CHECK-DAG: @std::basic_string::back(
// CHECK-DAG: @std::basic_string::basic_string(
// CHECK-DAG: @std::basic_string::begin(
// CHECK-DAG: @std::basic_string::c_str(
// CHECK-DAG: @std::basic_string::capacity(
// CHECK-DAG: @std::basic_string::clear(
// CHECK-DAG: @std::basic_string::compare(
// CHECK-DAG: @std::basic_string::copy(
// CHECK-DAG: @std::basic_string::data(
// CHECK-DAG: @std::basic_string::empty(
// CHECK-DAG: @std::basic_string::end(
// CHECK-DAG: @std::basic_string::erase(
// CHECK-DAG: @std::basic_string::find(
// CHECK-DAG: @std::basic_string::find_first_not_of(
// CHECK-DAG: @std::basic_string::find_first_of(
// CHECK-DAG: @std::basic_string::find_last_of(
// CHECK-DAG: @std::basic_string::front(
// CHECK-DAG: @std::basic_string::insert(
// CHECK-DAG: @std::basic_string::length(
// CHECK-DAG: @"std::basic_string::operator basic_string_view"(
// CHECK-DAG: @std::basic_string::operator+=(
// CHECK-DAG: @std::basic_string::operator=(
// CHECK-DAG: @std::basic_string::operator[](
// CHECK-DAG: @std::basic_string::pop_back(
// CHECK-DAG: @std::basic_string::push_back(
// CHECK-DAG: @std::basic_string::replace(
// CHECK-DAG: @std::basic_string::resize(
// CHECK-DAG: @std::basic_string::rfind(
// CHECK-DAG: @std::basic_string::size(
// CHECK-DAG: @std::basic_string::starts_with(
// CHECK-DAG: @std::basic_string::substr(
// CHECK-DAG: @std::basic_string::swap(
// CHECK-DAG: @std::basic_string::~basic_string(
// CHECK-DAG: @std::basic_string_view::basic_string_view(
// CHECK-DAG: @std::basic_string_view::begin(
// CHECK-DAG: @std::basic_string_view::data(
// CHECK-DAG: @std::basic_string_view::empty(
// CHECK-DAG: @std::basic_string_view::end(
// CHECK-DAG: @std::basic_string_view::ends_with(
// CHECK-DAG: @std::basic_string_view::find(
// CHECK-DAG: @std::basic_string_view::front(
// CHECK-DAG: @std::basic_string_view::operator=(
// CHECK-DAG: @std::basic_string_view::operator[](
// CHECK-DAG: @std::basic_string_view::remove_prefix(
// CHECK-DAG: @std::basic_string_view::remove_suffix(
// CHECK-DAG: @std::basic_string_view::size(
// CHECK-DAG: @std::basic_string_view::substr(
// CHECK-DAG: @std::erase(
// CHECK-DAG: @std::from_chars(
// CHECK-DAG: @"std::operator\"\"s"(
// CHECK-DAG: @"std::operator\"\"sv"(
// CHECK-DAG: @std::operator+(
// CHECK-DAG: @std::operator<(
// CHECK-DAG: @std::operator<=>(
// CHECK-DAG: @std::operator==(
// CHECK-DAG: @std::regex_match(
// CHECK-DAG: @std::regex_replace(
// CHECK-DAG: @std::stod(
// CHECK-DAG: @std::stoi(
// CHECK-DAG: @std::stoul(
// CHECK-DAG: @std::to_chars(
// CHECK-DAG: @std::to_string(
