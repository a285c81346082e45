#include "cli/check_options.h"

#include "cli/command.h"
#include "lint/registry.h"

#include <llvm/ADT/StringSwitch.h>

#include <fmt/format.h>

namespace clangsql::cli {
namespace {

llvm::Error error(const std::string &text) { return llvm::createStringError(text); }

// --checks and --warnings-as-errors: what comes later is appended, as in clang-tidy.
Option globs(llvm::StringRef name, llvm::StringRef help, std::string &target) {
  return {name, "GLOBS", help, [&target](llvm::StringRef value) {
            target += (target.empty() ? "" : ",") + value.str();
            return llvm::Error::success();
          }};
}

Option format(report::Format &target) {
  return {"format", report::formatNames(), "how to print the findings (default: text)",
          [&target](llvm::StringRef value) -> llvm::Error {
            std::optional<report::Format> known = report::formatOf(value);
            if (!known)
              return error(fmt::format("option '--format' is one of {}, not '{}'",
                                       report::formatNames(), value));
            target = *known;
            return llvm::Error::success();
          }};
}

Option lineFilter(std::vector<lint::LineFilter> &target) {
  return {"line-filter", "JSON",
          R"(only these lines: [{"name":"a.cpp","lines":[[1,3],[5,7]]},{"name":"b.h"}])",
          [&target](llvm::StringRef value) -> llvm::Error {
            llvm::Expected<std::vector<lint::LineFilter>> filter = lint::parseLineFilter(value);
            if (!filter)
              return filter.takeError();
            target = std::move(*filter);
            return llvm::Error::success();
          }};
}

Option memory(uint64_t &target) {
  return {"memory-limit", "SIZE", "memory that a unit may take: 512M, 4G (default: 4G; 0: any)",
          [&target](llvm::StringRef value) -> llvm::Error {
            llvm::StringRef digits = value.rtrim("KMGkmg");
            unsigned shift = llvm::StringSwitch<unsigned>(value.drop_front(digits.size()))
                                 .CasesLower({"k"}, 10)
                                 .CasesLower({"m", ""}, 20)
                                 .CasesLower({"g"}, 30)
                                 .Default(64);
            uint64_t number = 0;
            if (shift == 64 || digits.getAsInteger(10, number) || number >> (63 - shift))
              return error(fmt::format(
                  "option '--memory-limit' needs a size such as 512M or 4G, not '{}'", value));
            target = number << shift;
            return llvm::Error::success();
          }};
}

Option colour(llvm::StringRef name, llvm::StringRef help, bool meaning,
              std::optional<bool> &target) {
  return {name, "", help, [meaning, &target](llvm::StringRef value) {
            target = (value == "true") == meaning;
            return llvm::Error::success();
          }};
}

std::vector<Option> table(CheckOptions &check) {
  lint::Config &config = check.config;
  return {
      text("p", "BUILD",
           "directory of compile_commands.json (default: looked for above the first file)",
           check.request.buildPath),
      globs("checks", "rules to run, as globs added to 'sql-*'; '-' in front takes away",
            config.checks),
      globs("warnings-as-errors", "rules whose warnings become errors", config.warningsAsErrors),
      text("header-filter", "REGEX", "headers whose findings are shown (default: .*)",
           config.headerFilter),
      text("exclude-header-filter", "REGEX", "headers whose findings are not shown",
           config.excludeHeaderFilter),
      lineFilter(config.lineFilter),
      list("extra-arg", "FLAG", "append a flag to every compile command", check.extraArgs),
      list("extra-arg-before", "FLAG", "put a flag in front of every compile command",
           check.extraArgsBefore),
      list("library", "FILE.yaml", "further library models", check.libraries),
      flag("whole-program", "follow text and transactions across all units", check.wholeProgram),
      format(check.format),
      text("o", "FILE", "write the findings to a file", check.output),
      number("j", "N", "units to work on at a time (default: one per processor)", check.workers),
      number("timeout", "SECONDS", "processor time that a unit may take (default: 300; 0: any)",
             check.limits.seconds),
      memory(check.limits.bytes),
      flag("exit-zero", "end with 0 even when there are findings", check.exitZero),
      flag("quiet", "no progress and no closing line on standard error", check.quiet),
      colour("color", "colour the output (default: on a terminal)", true, check.colour),
      colour("use-color", "", true, check.colour),
      colour("no-color", "do not colour the output", false, check.colour),
  };
}

// What can be seen to be wrong before any work; a line each.
std::vector<std::string> findProblems(const CheckOptions &check) {
  std::vector<std::string> problems = lint::findProblems(clangsql::rules::all(), check.config);
  if (check.workers == 0)
    problems.push_back("option '-j' needs at least one worker");
  for (const std::string &file : check.request.files)
    if (llvm::StringRef(file).ends_with(".sql"))
      problems.push_back(
          fmt::format("{}: SQL files cannot be checked yet, only C++ and C files", file));
  return problems;
}

} // namespace

std::optional<CheckOptions> readCheckOptions(const Command &command,
                                             std::span<const std::string> arguments, int &exit) {
  CheckOptions options;
  std::optional<Arguments> given = readArguments(command, arguments, table(options), exit);
  if (!given)
    return std::nullopt;
  options.request.files = std::move(given->positional);
  options.request.flags = std::move(given->flags);
  std::vector<std::string> problems = findProblems(options);
  for (const std::string &problem : problems)
    exit = fail(problem);
  if (!problems.empty())
    return std::nullopt;
  return options;
}

} // namespace clangsql::cli
