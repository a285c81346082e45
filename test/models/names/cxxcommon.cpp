// RUN: %clang-sql dump summary %s -- -std=c++20 | FileCheck %s

#include <bitset>
#include <chrono>
#include <cmath>
#include <iostream>
#include <limits>
#include <locale>
#include <random>
#include <regex>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <typeinfo>

std::string common(const std::string &name, std::error_code error) {
  auto start = std::chrono::steady_clock::now();
  std::string text = error.message() + typeid(name).name() + std::bitset<3>(5).to_string();
  try {
    if (std::numeric_limits<int>::max() == std::lround(std::floor(1.5)))
      throw std::runtime_error(name);
    throw std::invalid_argument("not a name: " + name);
  } catch (const std::logic_error &wrong) {
    text += wrong.what();
  } catch (const std::exception &other) {
    text += other.what();
  }
  std::smatch found;
  if (std::regex_search(name, found, std::regex("[a-z]+")))
    text += found[0].str() + found.str(1) + std::string(found.prefix());
  std::random_device seed;
  std::mt19937 random(seed());
  text += std::to_string(random()) + std::tolower('A', std::locale());
  std::cout << error << std::this_thread::get_id();
  auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  return text + std::to_string(passed.count());
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @floor(
// CHECK-DAG: @std::basic_regex::basic_regex(
// CHECK-DAG: @std::basic_string::operator+=(
// CHECK-DAG: @std::basic_string::~basic_string(
// CHECK-DAG: @std::bitset::bitset(
// CHECK-DAG: @std::bitset::to_string(
// CHECK-DAG: @std::chrono::duration::count(
// CHECK-DAG: @std::chrono::duration_cast(
// CHECK-DAG: @std::chrono::operator-(
// CHECK-DAG: @std::chrono::steady_clock::now(
// CHECK-DAG: @std::error_code::message(
// CHECK-DAG: @std::exception::what(
// CHECK-DAG: @std::locale::locale(
// CHECK-DAG: @std::logic_error::what(
// CHECK-DAG: @std::match_results::match_results(
// CHECK-DAG: @std::match_results::operator[](
// CHECK-DAG: @std::match_results::prefix(
// CHECK-DAG: @std::match_results::str(
// CHECK-DAG: @std::match_results::~match_results(
// CHECK-DAG: @std::mersenne_twister_engine::mersenne_twister_engine(
// CHECK-DAG: @std::mersenne_twister_engine::operator()(
// CHECK-DAG: @std::numeric_limits::max(
// CHECK-DAG: @std::operator+(
// CHECK-DAG: @std::operator<<(
// CHECK-DAG: @std::random_device::operator()(
// CHECK-DAG: @std::random_device::random_device(
// CHECK-DAG: @std::regex_search(
// CHECK-DAG: @"std::sub_match::operator basic_string"(
// CHECK-DAG: @std::sub_match::str(
// CHECK-DAG: @std::to_string(
// CHECK-DAG: @std::tolower(
// CHECK-DAG: @std::type_info::name(
