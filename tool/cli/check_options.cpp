#include "cli/check_options.h"

#include "cli/command.h"
#include "lint/config_file.h"
#include "lint/registry.h"

#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

namespace clangsql::cli {
namespace {

llvm::Error error(const std::string &text) { return llvm::createStringError(text); }

// What the command line says of the configuration; it has the last word after the file.
struct Given {
  std::string config, configFile;
  std::string checks, warningsAsErrors;
  std::optional<std::string> headerFilter, excludeHeaderFilter;
};

// May stand several times: what comes later is appended, as in clang-tidy.
Option globs(llvm::StringRef name, llvm::StringRef help, std::string &target) {
  return {name, "GLOBS", help, [&target](llvm::StringRef value) {
            target += "," + value.str();
            return llvm::Error::success();
          }};
}

Option regex(llvm::StringRef name, llvm::StringRef help, std::optional<std::string> &target) {
  return {name, "REGEX", help, [&target](llvm::StringRef value) {
            target = value.str();
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

std::vector<Option> table(CheckOptions &check, Given &given) {
  return {
      text("p", "BUILD",
           "directory of compile_commands.json (default: looked for above the first file)",
           check.request.buildPath),
      globs("checks", "rules to run, as globs added to 'sql-*'; '-' in front takes away",
            given.checks),
      globs("warnings-as-errors", "rules whose warnings become errors", given.warningsAsErrors),
      text("config-file", "FILE", "read the configuration from a YAML file", given.configFile),
      text("config", "YAML",
           "the configuration itself: '{CheckOptions: {sql-injection.Grades: tainted}}'",
           given.config),
      regex("header-filter", "headers whose findings are shown (default: .*)", given.headerFilter),
      regex("exclude-header-filter", "headers whose findings are not shown",
            given.excludeHeaderFilter),
      lineFilter(check.config.lineFilter),
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

llvm::Error configure(const Given &given, lint::Config &config) {
  if (!given.config.empty() && !given.configFile.empty())
    return error("--config and --config-file exclude each other");
  if (!given.config.empty())
    if (llvm::Error problem = lint::readConfig(given.config, "--config", config))
      return problem;
  if (!given.configFile.empty()) {
    auto buffer = llvm::MemoryBuffer::getFile(given.configFile, /*IsText=*/true);
    if (!buffer)
      return error(fmt::format("{}: {}", given.configFile, buffer.getError().message()));
    if (llvm::Error problem = lint::readConfig((*buffer)->getBuffer(), given.configFile, config))
      return problem;
  }
  config.checks += given.checks;
  config.warningsAsErrors =
      llvm::StringRef(config.warningsAsErrors + given.warningsAsErrors).ltrim(',').str();
  config.headerFilter = given.headerFilter.value_or(config.headerFilter);
  config.excludeHeaderFilter = given.excludeHeaderFilter.value_or(config.excludeHeaderFilter);
  return llvm::Error::success();
}

// What can be seen to be wrong before any work; a line each.
std::vector<std::string> findProblems(const CheckOptions &check) {
  std::vector<std::string> problems = lint::findProblems(clangsql::rules::all(), check.config);
  if (check.workers == 0)
    problems.push_back("option '-j' needs at least one worker");
  llvm::StringRef folder = llvm::sys::path::parent_path(check.output);
  if (!folder.empty() && !llvm::sys::fs::is_directory(folder))
    problems.push_back(fmt::format("{}: no such directory for the output", folder));
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
  Given given;
  std::optional<Arguments> read = readArguments(command, arguments, table(options, given), exit);
  if (!read)
    return std::nullopt;
  options.request.files = std::move(read->positional);
  options.request.flags = std::move(read->flags);
  if (llvm::Error problem = configure(given, options.config)) {
    exit = fail(std::move(problem));
    return std::nullopt;
  }
  std::vector<std::string> problems = findProblems(options);
  for (const std::string &problem : problems)
    exit = fail(problem);
  if (!problems.empty())
    return std::nullopt;
  return options;
}

} // namespace clangsql::cli
