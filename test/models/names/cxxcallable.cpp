// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <algorithm>
#include <functional>
#include <iterator>
#include <mutex>
#include <numeric>
#include <ranges>
#include <string>
#include <variant>
#include <vector>

int answer(int x) { return x; }
bool isGood(char c) { return c != '\''; }

std::string callables(std::vector<std::string> names, std::string text) {
  std::function<std::string(const std::string &)> quote = [](const std::string &s) { return "'" + s + "'"; };
  std::function<int(int)> plain(answer), none;
  none = plain;
  if (plain)
    text += quote(text);
  std::invoke(quote, text);
  std::apply(answer, std::make_tuple(1));
  std::bind(answer, 1)();
  std::variant<int, std::string> either = 1;
  std::visit([](const auto &) {}, either);
  std::once_flag once;
  std::call_once(once, [&] { text += "once"; });

  std::for_each(names.begin(), names.end(), [&](const std::string &s) { text += s; });
  std::transform(text.begin(), text.end(), text.begin(), ::toupper);
  std::transform(names.begin(), names.end(), names.begin(), quote);
  std::vector<std::string> copies;
  std::copy(names.begin(), names.end(), std::back_inserter(copies));
  std::copy_if(names.begin(), names.end(), std::back_inserter(copies), [](const std::string &s) { return s.empty(); });
  std::sort(names.begin(), names.end());
  std::sort(names.begin(), names.end(), [](const auto &a, const auto &b) { return a < b; });
  if (std::all_of(text.begin(), text.end(), isGood) && std::none_of(text.begin(), text.end(), isGood) &&
      !std::any_of(text.begin(), text.end(), isGood))
    return text;
  if (std::find(names.begin(), names.end(), text) != names.end())
    return *std::find_if(names.begin(), names.end(), [](const std::string &s) { return s.empty(); });
  names.erase(std::remove(names.begin(), names.end(), text), names.end());
  std::replace(text.begin(), text.end(), 'a', 'b');
  std::erase_if(names, [](const std::string &s) { return s.empty(); });
  std::ranges::for_each(names, [&](const std::string &s) { text += s; });
  std::ranges::sort(names);
  if (std::ranges::all_of(text, isGood) && std::ranges::find(names, text) != names.end())
    return *std::ranges::find_if(names, [](const std::string &s) { return s.empty(); });
  return std::accumulate(names.begin(), names.end(), std::string()) +
         std::accumulate(names.begin(), names.end(), text, [](std::string a, const std::string &b) { return a + "," + b; });
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @std::accumulate(
// CHECK-DAG: @std::all_of(
// CHECK-DAG: @std::any_of(
// CHECK-DAG: @std::apply(
// CHECK-DAG: @std::bind(
// CHECK-DAG: @std::call_once(
// CHECK-DAG: @std::copy(
// CHECK-DAG: @std::copy_if(
// CHECK-DAG: @std::find(
// CHECK-DAG: @std::find_if(
// CHECK-DAG: @std::for_each(
// CHECK-DAG: @std::function::function(
// CHECK-DAG: @"std::function::operator bool"(
// CHECK-DAG: @std::function::operator()(
// CHECK-DAG: @std::function::operator=(
// CHECK-DAG: @std::function::~function(
// CHECK-DAG: @std::invoke(
// CHECK-DAG: @std::none_of(
// CHECK-DAG: @std::once_flag::once_flag(
// CHECK-DAG: @std::ranges::__all_of_fn::operator()(
// CHECK-DAG: @std::ranges::__find_fn::operator()(
// CHECK-DAG: @std::ranges::__find_if_fn::operator()(
// CHECK-DAG: @std::ranges::__for_each_fn::operator()(
// CHECK-DAG: @std::ranges::__sort_fn::operator()(
// CHECK-DAG: @std::remove(
// CHECK-DAG: @std::replace(
// CHECK-DAG: @std::sort(
// CHECK-DAG: @std::transform(
// CHECK-DAG: @std::visit(
