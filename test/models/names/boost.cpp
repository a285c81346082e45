// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <boost/algorithm/string.hpp>
#include <boost/format.hpp>
#include <boost/lexical_cast.hpp>
#include <boost/optional.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/make_shared.hpp>
#include <boost/utility/string_view.hpp>
#include <sstream>
#include <string>
#include <vector>

std::string texts(const std::string &name, int n, std::vector<std::string> names, boost::string_view view) {
  std::ostringstream out;
  boost::format format("%1% %2%");
  format % name % n;
  out << boost::format("%s") % name;
  std::string all = boost::str(boost::format("%1%") % name) + format.str() + (boost::format("%d") % n).str();
  all += boost::algorithm::join(names, ", ") + boost::replace_all_copy(name, "a", "b") + boost::to_lower_copy(name) + boost::trim_copy(name) +
         boost::lexical_cast<std::string>(n) + boost::erase_all_copy(name, "x");
  boost::replace_all(all, "'", "''");
  boost::algorithm::to_upper(all);
  boost::trim(all);
  boost::erase_all(all, "y");
  boost::split(names, name, boost::is_any_of(","));
  boost::optional<std::string> maybe(name), none;
  boost::shared_ptr<std::string> shared = boost::make_shared<std::string>(name), other(new std::string(name));
  if (boost::iequals(name, "a") && maybe)
    all += *maybe + none.value_or("b") + *shared + *other;
  return all + out.str() + view.to_string() + std::string(view.data(), view.size()) + view.substr(1).to_string();
}

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @boost::algorithm::erase_all(
// CHECK-DAG: @boost::algorithm::erase_all_copy(
// CHECK-DAG: @boost::algorithm::iequals(
// CHECK-DAG: @boost::algorithm::is_any_of(
// CHECK-DAG: @boost::algorithm::join(
// CHECK-DAG: @boost::algorithm::replace_all(
// CHECK-DAG: @boost::algorithm::replace_all_copy(
// CHECK-DAG: @boost::algorithm::split(
// CHECK-DAG: @boost::algorithm::to_lower_copy(
// CHECK-DAG: @boost::algorithm::to_upper(
// CHECK-DAG: @boost::algorithm::trim(
// CHECK-DAG: @boost::algorithm::trim_copy(
// CHECK-DAG: @boost::basic_format::basic_format(
// CHECK-DAG: @boost::basic_format::operator%(
// CHECK-DAG: @boost::basic_format::str(
// CHECK-DAG: @boost::basic_format::~basic_format(
// CHECK-DAG: @boost::basic_string_view::data(
// CHECK-DAG: @boost::basic_string_view::size(
// CHECK-DAG: @boost::basic_string_view::substr(
// CHECK-DAG: @boost::basic_string_view::to_string(
// CHECK-DAG: @boost::lexical_cast(
// CHECK-DAG: @boost::make_shared(
// CHECK-DAG: @boost::operator<<(
// CHECK-DAG: @"boost::optional::operator bool"(
// CHECK-DAG: @boost::optional::operator*(
// CHECK-DAG: @boost::optional::optional(
// CHECK-DAG: @boost::optional::value_or(
// CHECK-DAG: @boost::optional::~optional(
// CHECK-DAG: @boost::shared_ptr::operator*(
// CHECK-DAG: @boost::shared_ptr::shared_ptr(
// CHECK-DAG: @boost::str(
