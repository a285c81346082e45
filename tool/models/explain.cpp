#include "models/explain.h"

#include "models/facts_in_words.h"
#include "models/names.h"
#include "models/print.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace clangsql::models {

using llvm::StringRef;

namespace {

template <class Known>
std::string entry(std::string_view what, std::string_view name, const Known &known) {
  std::string text = fmt::format("{} {} (library '{}', {}:{})\n", what, name, known.library,
                                 known.file, known.line);
  for (const std::string &line : inWords(known))
    text += fmt::format("  {}\n", line);
  return text + fmt::format("  model: {}\n", print(known));
}

StringRef lastPart(StringRef name) {
  size_t colons = name.rfind("::");
  return colons == StringRef::npos ? name : name.drop_front(colons + 2);
}

std::set<std::string_view> allNames(const Library &library) {
  std::set<std::string_view> names;
  for (const Function &function : library.functions())
    names.insert(function.name);
  for (const Class &described : library.classes())
    names.insert(described.name);
  for (const Variable &variable : library.variables())
    names.insert(variable.name);
  return names;
}

} // namespace

std::string explain(const Library &library, std::string_view name) {
  std::string text;
  for (const Class &described : library.classes())
    if (described.name == name)
      text += entry("class", described.name, described);
  for (const Function &function : library.functions())
    if (function.name == name)
      text += entry("function", printSignature(function.name, function.params), function);
  for (const Variable &variable : library.variables())
    if (variable.name == name)
      text += entry("variable", variable.name, variable);
  return text;
}

std::vector<std::string> namesLike(const Library &library, std::string_view name, size_t most) {
  std::vector<std::tuple<bool, bool, unsigned, std::string>> ranked; // best first
  StringRef wanted = name;
  unsigned limit = unsigned(name.size()) / 3 + 2;
  for (std::string_view known : allNames(library)) {
    bool sameEnd = lastPart(known) == lastPart(wanted);
    bool elsewhere = StringRef(known).split("::").first != wanted.split("::").first;
    unsigned distance = wanted.edit_distance(known, true, sameEnd ? 0 : limit);
    if (sameEnd || distance < limit)
      ranked.emplace_back(!sameEnd, elsewhere, distance, known);
  }
  std::ranges::sort(ranked);
  std::vector<std::string> names;
  for (const auto &[otherEnd, elsewhere, distance, known] : ranked)
    if (names.size() < most)
      names.push_back(known);
  return names;
}

std::string listLibraries(const Library &library) {
  struct Counts {
    std::set<std::string_view> functions;
    unsigned classes = 0, variables = 0;
  };
  std::map<std::pair<std::string_view, std::string_view>, Counts> counts; // library, file
  for (const Function &function : library.functions())
    counts[{function.library, function.file}].functions.insert(function.name);
  for (const Class &described : library.classes())
    ++counts[{described.library, described.file}].classes;
  for (const Variable &variable : library.variables())
    ++counts[{variable.library, variable.file}].variables;
  std::string text;
  for (const auto &[name, count] : counts)
    text += fmt::format("{}: {} functions, {} classes, {} variables ({})\n", name.first,
                        count.functions.size(), count.classes, count.variables, name.second);
  return text;
}

} // namespace clangsql::models
