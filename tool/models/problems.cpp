#include "models/problems.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <tuple>

namespace clangsql::models {

void Problems::add(const Mark &at, std::string_view what, std::string_view expected) {
  std::string line = fmt::format("{}:{}:{}: error: {}", at.file, at.line, at.column, what);
  if (!expected.empty())
    line += fmt::format("; expected {}", expected);
  problems_.push_back({at, std::move(line)});
}

std::string Problems::text() const {
  auto place = [](const Problem &problem) {
    return std::tie(problem.at.file, problem.at.line, problem.at.column, problem.text);
  };
  std::vector<Problem> sorted = problems_;
  std::ranges::sort(sorted, {}, place);
  auto repeated = std::ranges::unique(
      sorted, {}, &Problem::text); // a name that stands for several says each thing several times
  sorted.erase(repeated.begin(), repeated.end());
  return llvm::join(llvm::map_range(sorted, [](const Problem &problem) { return problem.text; }),
                    "\n");
}

} // namespace clangsql::models
