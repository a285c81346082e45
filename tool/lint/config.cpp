#include "lint/config.h"

#include "lint/globs.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/Regex.h>

namespace clangsql::lint {

namespace {

using Problems = std::vector<std::string>;

/// "; did you mean 'x'?" with the candidate nearest to `name`, or nothing if none is near.
std::string suggestion(llvm::StringRef name, const std::vector<std::string> &candidates) {
  const std::string *best = nullptr;
  unsigned least = name.size() / 3 + 2;
  for (const std::string &candidate : candidates)
    if (unsigned distance = name.edit_distance_insensitive(candidate, true, least);
        distance < least) {
      least = distance;
      best = &candidate;
    }
  return best ? fmt::format("; did you mean '{}'?", *best) : "";
}

std::vector<std::string> namesOf(std::span<const Rule *const> all) {
  std::vector<std::string> names;
  for (const Rule *rule : all)
    names.emplace_back(rule->name);
  return names;
}

void checkValue(const Option &option, llvm::StringRef key, llvm::StringRef value,
                Problems &problems) {
  unsigned number = 0;
  if (option.type == Option::Number && value.trim().getAsInteger(10, number))
    problems.push_back(fmt::format("{}: '{}' is not a number", key, value));
  if (option.type == Option::Flag && value != "true" && value != "false")
    problems.push_back(fmt::format("{}: '{}' is neither 'true' nor 'false'", key, value));
  if (option.type != Option::Words || option.choices.empty())
    return;
  for (std::string_view word : splitWords(value))
    if (!llvm::is_contained(splitWords(option.choices), word))
      problems.push_back(fmt::format("{}: '{}' is none of {}", key, word, option.choices));
}

} // namespace

llvm::Expected<std::vector<LineFilter>> parseLineFilter(std::string_view json) {
  auto fail = [](const char *what) { return llvm::createStringError("line filter: %s", what); };
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(json);
  if (!value)
    return value.takeError();
  const llvm::json::Array *entries = value->getAsArray();
  if (!entries)
    return fail("expected a list of files");
  std::vector<LineFilter> filters;
  for (const llvm::json::Value &entry : *entries) {
    const llvm::json::Object *object = entry.getAsObject();
    std::optional<llvm::StringRef> name = object ? object->getString("name") : std::nullopt;
    if (!name || name->empty())
      return fail("each file needs a \"name\"");
    LineFilter &filter = filters.emplace_back(LineFilter{name->str(), {}});
    const llvm::json::Array *lines = object->getArray("lines");
    for (const llvm::json::Value &range : lines ? *lines : llvm::json::Array()) {
      const llvm::json::Array *ends = range.getAsArray();
      auto first = ends && ends->size() == 2 ? (*ends)[0].getAsInteger() : std::nullopt;
      auto last = first ? (*ends)[1].getAsInteger() : std::nullopt;
      if (!last || *first < 1 || *last < *first)
        return fail("a range of lines is [first, last]");
      filter.lines.emplace_back(*first, *last);
    }
  }
  return filters;
}

std::vector<const Rule *> enabledRules(std::span<const Rule *const> all, const Config &config) {
  Globs checks(config.checks);
  std::vector<const Rule *> enabled;
  for (const Rule *rule : all)
    if (checks.contains(rule->name))
      enabled.push_back(rule);
  return enabled;
}

std::vector<std::string> problemsOfGlobs(std::span<const Rule *const> all, std::string_view globs) {
  Problems problems;
  std::vector<std::string> known = namesOf(all);
  for (const std::string &name : Globs(globs).plainNames())
    if (!llvm::is_contained(known, name))
      problems.push_back(fmt::format("unknown check '{}'{}", name, suggestion(name, known)));
  return problems;
}

std::vector<std::string> problemsOfRegex(std::string_view option, const std::string &regex) {
  std::string error;
  if (regex.empty() || llvm::Regex(regex).isValid(error))
    return {};
  return {fmt::format("{}: '{}' is not a regular expression: {}", option, regex, error)};
}

std::vector<std::string> problemsOfOption(std::span<const Rule *const> all, std::string_view key,
                                          std::string_view value) {
  Problems problems;
  std::vector<std::string> names;
  for (const Rule *rule : all)
    for (const Option &option : rule->options) {
      names.push_back(fmt::format("{}.{}", rule->name, option.name));
      if (names.back() == key) {
        checkValue(option, key, value, problems);
        return problems;
      }
    }
  problems.push_back(fmt::format("unknown option '{}'{}", key, suggestion(key, names)));
  return problems;
}

std::vector<std::string> findProblems(std::span<const Rule *const> all, const Config &config) {
  Problems problems = problemsOfGlobs(all, config.checks);
  llvm::append_range(problems, problemsOfGlobs(all, config.warningsAsErrors));
  llvm::append_range(problems, problemsOfRegex("header filter", config.headerFilter));
  llvm::append_range(problems,
                     problemsOfRegex("exclude header filter", config.excludeHeaderFilter));
  for (const auto &[key, value] : config.options)
    llvm::append_range(problems, problemsOfOption(all, key, value));
  if (problems.empty() && enabledRules(all, config).empty())
    problems.push_back(fmt::format("no checks enabled by '{}'", config.checks));
  return problems;
}

} // namespace clangsql::lint
