// What the user chose: rules, their options, and which files' findings are shown. Names and
// meanings are clang-tidy's.
#pragma once

#include "lint/rule.h"

#include <llvm/Support/Error.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clangsql::lint {

/// One entry of --line-filter: files whose path ends with `name`; no lines: the whole file.
struct LineFilter {
  std::string name;
  std::vector<std::pair<unsigned, unsigned>> lines; // first and last, 1-based
};

struct Config {
  std::string checks = "sql-*"; // globs; a further --checks is appended after a comma
  std::string warningsAsErrors; // globs
  std::string headerFilter =
      ".*"; // regular expression on canonical paths, empty: no headers; main files are always shown
  std::string excludeHeaderFilter; // likewise, takes away
  std::vector<LineFilter> lineFilter;
  OptionMap options;                            // "sql-injection.Grades" → "tainted"
  sql::Dialect dialect = sql::Dialect::Generic; // where a client library serves several databases
};

/// clang-tidy's `[{"name":"a.cpp","lines":[[1,3],[5,7]]},{"name":"b.h"}]`.
llvm::Expected<std::vector<LineFilter>> parseLineFilter(std::string_view json);

/// The rules that Config::checks asks for, in the order of `all`.
std::vector<const Rule *> enabledRules(std::span<const Rule *const> all, const Config &);

/// What is wrong with a configuration, a sentence each: unknown checks and options (with the
/// nearest name), values of the wrong form, bad regular expressions, no check left. Empty: all is
/// well.
std::vector<std::string> findProblems(std::span<const Rule *const> all, const Config &);

// The same of one setting.
std::vector<std::string> problemsOfGlobs(std::span<const Rule *const> all, std::string_view globs);
std::vector<std::string> problemsOfOption(std::span<const Rule *const> all, std::string_view key,
                                          std::string_view value);
std::vector<std::string> problemsOfRegex(std::string_view option, const std::string &regex);

} // namespace clangsql::lint
