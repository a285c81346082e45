// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

std::string written(const std::string &name, std::string_view view, const char *text, int i, double d, char c, bool b, const void *p) {
  std::ostringstream out, started("SELECT "), atEnd("SELECT ", std::ios::ate);
  out << name << view << text << i << d << c << b << p << 1u << 2l << std::endl << std::ends << std::flush;
  out << std::setw(3) << std::setfill('0') << std::setprecision(2) << std::hex << std::dec << std::fixed << std::boolalpha;
  out << std::quoted(name) << std::quoted(text);
  out.put(c).write(text, i).flush();
  out.str("");
  out.str(name);
  out.clear();
  std::stringstream both;
  both << "a" << name;
  std::stringstream copy(name);
  std::ostringstream() << "a" << i << name;
  std::cout << out.view();
  std::cerr << "error" << std::endl;
  std::ostream &any = out;
  any << copy.rdbuf();
  std::ostreambuf_iterator<char> it(out);
  *it++ = c;
  return out.str() + both.str() + std::move(copy).str() + started.rdbuf()->str() + atEnd.str();
}

std::string read(std::istream &in, const std::string &path) {
  std::string word, line, all;
  int number = 0;
  char buffer[10];
  in >> word >> number;
  std::getline(in, line);
  std::getline(in, line, ';');
  std::getline(std::cin, line);
  std::cin >> word >> buffer[0];
  std::ifstream file(path), closed;
  closed.open("name.txt");
  file.read(buffer, 10).get(buffer[0]);
  in.getline(buffer, 10);
  in.ignore(10);
  number = in.get();
  std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::stringstream copied;
  copied << file.rdbuf();
  std::istringstream parts(line);
  while (parts >> word)
    all += word;
  if (!in || in.eof() || !file.is_open() || in.good() || file.fail())
    all += content;
  return all + copied.str();
}

std::string paths(const std::filesystem::path &base, const std::string &name) {
  std::filesystem::path full = base / name;
  full /= "x";
  full += ".txt";
  for (const auto &entry : std::filesystem::directory_iterator(base))
    full = entry.path();
  return full.string() + full.c_str() + full.filename().string() + full.extension().native();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @std::__detail::operator<<(
// CHECK-DAG: @std::basic_ifstream::basic_ifstream(
// CHECK-DAG: @std::basic_ifstream::is_open(
// CHECK-DAG: @std::basic_ifstream::open(
// CHECK-DAG: @std::basic_ifstream::rdbuf(
// CHECK-DAG: @std::basic_ifstream::~basic_ifstream(
// CHECK-DAG: @std::basic_ios::clear(
// CHECK-DAG: @std::basic_ios::eof(
// CHECK-DAG: @std::basic_ios::fail(
// CHECK-DAG: @std::basic_ios::good(
// CHECK-DAG: @"std::basic_ios::operator bool"(
// CHECK-DAG: @std::basic_ios::operator!(
// CHECK-DAG: @std::basic_istream::get(
// CHECK-DAG: @std::basic_istream::getline(
// CHECK-DAG: @std::basic_istream::ignore(
// CHECK-DAG: @std::basic_istream::operator>>(
// CHECK-DAG: @std::basic_istream::read(
// CHECK-DAG: @std::basic_istringstream::basic_istringstream(
// CHECK-DAG: @std::basic_istringstream::~basic_istringstream(
// CHECK-DAG: @std::basic_ostream::flush(
// CHECK-DAG: @std::basic_ostream::operator<<(
// CHECK-DAG: @std::basic_ostream::put(
// CHECK-DAG: @std::basic_ostream::write(
// CHECK-DAG: @std::basic_ostringstream::basic_ostringstream(
// CHECK-DAG: @std::basic_ostringstream::rdbuf(
// CHECK-DAG: @std::basic_ostringstream::str(
// CHECK-DAG: @std::basic_ostringstream::view(
// CHECK-DAG: @std::basic_ostringstream::~basic_ostringstream(
// CHECK-DAG: @std::basic_stringbuf::str(
// CHECK-DAG: @std::basic_stringstream::basic_stringstream(
// CHECK-DAG: @std::basic_stringstream::rdbuf(
// CHECK-DAG: @std::basic_stringstream::str(
// CHECK-DAG: @std::basic_stringstream::~basic_stringstream(
// CHECK-DAG: @std::filesystem::begin(
// CHECK-DAG: @std::filesystem::directory_entry::path(
// CHECK-DAG: @std::filesystem::directory_iterator::directory_iterator(
// CHECK-DAG: @std::filesystem::directory_iterator::operator*(
// CHECK-DAG: @std::filesystem::directory_iterator::operator++(
// CHECK-DAG: @std::filesystem::directory_iterator::~directory_iterator(
// CHECK-DAG: @std::filesystem::end(
// CHECK-DAG: @std::filesystem::operator!=(
// CHECK-DAG: @std::filesystem::operator/(
// CHECK-DAG: @std::filesystem::path::c_str(
// CHECK-DAG: @std::filesystem::path::extension(
// CHECK-DAG: @std::filesystem::path::filename(
// CHECK-DAG: @std::filesystem::path::native(
// CHECK-DAG: @std::filesystem::path::operator+=(
// CHECK-DAG: @std::filesystem::path::operator/=(
// CHECK-DAG: @std::filesystem::path::operator=(
// CHECK-DAG: @std::filesystem::path::path(
// CHECK-DAG: @std::filesystem::path::string(
// CHECK-DAG: @std::filesystem::path::~path(
// CHECK-DAG: @std::getline(
// CHECK-DAG: @std::istreambuf_iterator::istreambuf_iterator(
// CHECK-DAG: @std::operator<<(
// CHECK-DAG: @std::operator>>(
// CHECK-DAG: @std::ostreambuf_iterator::operator*(
// CHECK-DAG: @std::ostreambuf_iterator::operator++(
// CHECK-DAG: @std::ostreambuf_iterator::operator=(
// CHECK-DAG: @std::ostreambuf_iterator::ostreambuf_iterator(
// CHECK-DAG: @std::quoted(
// CHECK-DAG: @std::setfill(
// CHECK-DAG: @std::setprecision(
// CHECK-DAG: @std::setw(
