// RUN: %clang-sql dump summary %s -- -std=c++17 %headers | FileCheck %s

#include <absl/strings/ascii.h>
#include <absl/strings/escaping.h>
#include <absl/strings/match.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>
#include <absl/strings/str_replace.h>
#include <absl/strings/str_split.h>
#include <absl/strings/string_view.h>
#include <absl/strings/strip.h>
#include <absl/strings/substitute.h>
#include <string>
#include <vector>

std::string texts(const std::string &name, int n, const std::vector<std::string> &names, absl::string_view view) {
  std::string all = absl::StrCat("a", name, n, view);
  absl::StrAppend(&all, name, 1.5);
  absl::StrAppendFormat(&all, "%s", name);
  absl::SubstituteAndAppend(&all, "$0", name);
  char buffer[100];
  absl::SNPrintF(buffer, sizeof buffer, "%s %d", name, n);
  all += absl::StrFormat("%s %d", name, n) + absl::StrJoin(names, ", ") + absl::StrJoin(names.begin(), names.end(), ", ") +
         absl::Substitute("$0 $1", name, n) + absl::StrReplaceAll(name, {{"a", "b"}}) + absl::AsciiStrToLower(name) +
         absl::BytesToHexString(name) + absl::CEscape(name) + absl::StrCat(absl::Hex(n), absl::StripPrefix(view, "a"));
  std::vector<std::string> parts = absl::StrSplit(name, ',');
  absl::string_view part = view.substr(1), copy(name);
  part.remove_prefix(1);
  absl::AsciiStrToUpper(&all);
  absl::StripAsciiWhitespace(&all);
  return all + std::string(part) + parts[0] + buffer + (copy == "a" || absl::EqualsIgnoreCase(copy, name) || copy.empty() ? "b" : "c");
}

bool classes(unsigned char c) { return absl::ascii_isalnum(c) && absl::ascii_isprint(c) && absl::ascii_tolower(c) == 'a'; }

// Each name that the frontend gives to a function is one that the library's model knows.
// CHECK-DAG: @absl::AlphaNum::AlphaNum(
// CHECK-DAG: @absl::AsciiStrToLower(
// CHECK-DAG: @absl::AsciiStrToUpper(
// CHECK-DAG: @absl::BytesToHexString(
// CHECK-DAG: @absl::CEscape(
// CHECK-DAG: @absl::EqualsIgnoreCase(
// CHECK-DAG: @absl::Hex::Hex(
// CHECK-DAG: @absl::SNPrintF(
// CHECK-DAG: @absl::StrAppend(
// CHECK-DAG: @absl::StrAppendFormat(
// CHECK-DAG: @absl::StrCat(
// CHECK-DAG: @absl::StrFormat(
// CHECK-DAG: @absl::StrJoin(
// CHECK-DAG: @absl::StrReplaceAll(
// CHECK-DAG: @absl::StrSplit(
// CHECK-DAG: @absl::StripAsciiWhitespace(
// CHECK-DAG: @absl::StripPrefix(
// CHECK-DAG: @absl::Substitute(
// CHECK-DAG: @absl::SubstituteAndAppend(
// CHECK-DAG: @absl::operator==(
// CHECK-DAG: @absl::str_format_internal::FormatSpecTemplate::FormatSpecTemplate(
// CHECK-DAG: @absl::string_view::empty(
// CHECK-DAG: @"absl::string_view::operator basic_string"(
// CHECK-DAG: @absl::string_view::remove_prefix(
// CHECK-DAG: @absl::string_view::string_view(
// CHECK-DAG: @absl::string_view::substr(
// CHECK-DAG: @absl::strings_internal::ConvertibleToStringView::ConvertibleToStringView(
// CHECK-DAG: @"absl::strings_internal::Splitter::operator vector"(
// CHECK-DAG: @absl::substitute_internal::Arg::Arg(
// CHECK-DAG: @absl::ascii_isalnum(
// CHECK-DAG: @absl::ascii_isprint(
// CHECK-DAG: @absl::ascii_tolower(
