// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <fmt/color.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/printf.h>
#include <fmt/ranges.h>
#include <iterator>
#include <locale>
#include <string>
#include <vector>

using namespace fmt::literals;

std::string formatted(const std::string &name, int id, const std::vector<std::string> &names, char *out) {
  std::string text = fmt::format("SELECT {} {}", name, id) + fmt::format(fmt::runtime(name), id) + fmt::format("{name}", fmt::arg("name", name)) +
                     fmt::format(std::locale(), "{}", id) + fmt::vformat("{}", fmt::make_format_args(name)) + fmt::sprintf("%s %d", name, id) +
                     fmt::format(FMT_STRING("{}"), id) + fmt::format(FMT_COMPILE("{}"), id) + fmt::to_string(id) + fmt::to_string(name) +
                     fmt::format("{}", fmt::join(names, ",")) + fmt::format("{}", fmt::join(names.begin(), names.end(), ",")) +
                     fmt::format(fmt::fg(fmt::color::red), "{}", id) + fmt::format("{}", fmt::streamed(name)) + fmt::format("{name}", "name"_a = name);
  fmt::memory_buffer buffer;
  fmt::format_to(std::back_inserter(buffer), "{}", name);
  fmt::format_to(fmt::appender(buffer), "{}", name);
  fmt::format_to(std::back_inserter(text), "{}", name);
  fmt::format_to(out, "{}", id);
  fmt::format_to_n(out, 10, "{}", id);
  fmt::vformat_to(std::back_inserter(text), "{}", fmt::make_format_args(name));
  buffer.append(name);
  buffer.append(name.data(), name.data() + 3);
  buffer.push_back('c');
  fmt::format_int number(id);
  fmt::print("{}", name);
  return text + fmt::to_string(buffer) + std::string(buffer.data(), buffer.size()) + number.c_str() + number.str();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @fmt::appender::appender(
// CHECK-DAG: @fmt::arg(
// CHECK-DAG: @fmt::basic_format_args::basic_format_args(
// CHECK-DAG: @fmt::basic_format_string::basic_format_string(
// CHECK-DAG: @fmt::basic_memory_buffer::append(
// CHECK-DAG: @fmt::basic_memory_buffer::basic_memory_buffer(
// CHECK-DAG: @fmt::basic_memory_buffer::~basic_memory_buffer(
// CHECK-DAG: @fmt::basic_string_view::basic_string_view(
// CHECK-DAG: @fmt::detail::buffer::append(
// CHECK-DAG: @fmt::detail::buffer::data(
// CHECK-DAG: @fmt::detail::buffer::push_back(
// CHECK-DAG: @fmt::detail::buffer::size(
// CHECK-DAG: @fmt::detail::color_type::color_type(
// CHECK-DAG: @fmt::detail::udl_arg::operator=(
// CHECK-DAG: @fmt::detail_exported::compile_string_to_view(
// CHECK-DAG: @fmt::fg(
// CHECK-DAG: @fmt::format(
// CHECK-DAG: @fmt::format_int::c_str(
// CHECK-DAG: @fmt::format_int::format_int(
// CHECK-DAG: @fmt::format_int::str(
// CHECK-DAG: @fmt::format_to(
// CHECK-DAG: @fmt::format_to_n(
// CHECK-DAG: @fmt::join(
// CHECK-DAG: @fmt::make_format_args(
// CHECK-DAG: @"fmt::operator\"\"_a"(
// CHECK-DAG: @fmt::print(
// CHECK-DAG: @fmt::runtime(
// CHECK-DAG: @fmt::sprintf(
// CHECK-DAG: @fmt::streamed(
// CHECK-DAG: @fmt::to_string(
// CHECK-DAG: @fmt::vformat(
// CHECK-DAG: @fmt::vformat_to(
