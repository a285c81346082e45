#include "cli/check_options.h"

#include "cli/command.h"
#include "lint/registry.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <fmt/format.h>

namespace clangsql::cli {
namespace {

llvm::Error error(const std::string &text) { return llvm::createStringError(text); }

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

Option size(llvm::StringRef name, llvm::StringRef help, uint64_t &target) {
  return {name, "SIZE", help, [name, &target](llvm::StringRef value) -> llvm::Error {
            llvm::StringRef digits = value.rtrim("KMGkmg");
            unsigned shift = llvm::StringSwitch<unsigned>(value.drop_front(digits.size()))
                                 .CasesLower({"k"}, 10)
                                 .CasesLower({"m", ""}, 20)
                                 .CasesLower({"g"}, 30)
                                 .Default(64);
            uint64_t number = 0;
            if (shift == 64 || digits.getAsInteger(10, number) || number >> (63 - shift))
              return error(fmt::format("option '--{}' needs a size such as 512M or 4G, not '{}'",
                                       name, value));
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

Option shard(std::optional<batch::Shard> &target) {
  return {"shard", "I/N",
          "analyse the I-th of N shares of the units, and write a part for 'clang-sql merge' to -o",
          [&target](llvm::StringRef value) -> llvm::Error {
            auto [index, count] = value.split('/');
            batch::Shard shard;
            if (index.getAsInteger(10, shard.index) || count.getAsInteger(10, shard.count) ||
                shard.index == 0 || shard.index > shard.count)
              return error(fmt::format(
                  "option '--shard' needs a share such as 1/4, up to 4/4, not '{}'", value));
            target = shard;
            return llvm::Error::success();
          }};
}

std::vector<Option> workOptions(CheckOptions &check) {
  return {
      incidental(number("j", "N", "units to work on at a time (default: one per processor)",
                        check.workers)),
      number("timeout", "SECONDS", "processor time that a unit may take (default: 300; 0: any)",
             check.limits.seconds),
      size("memory-limit", "memory that a unit may take: 512M, 4G (default: 4G; 0: any)",
           check.limits.bytes),
      incidental(text("cache-dir", "DIR", "where results are kept for the next run",
                      check.cacheDirectory)),
      incidental(size("cache-limit", "how large the cache may grow (default: 2G; 0: any)",
                      check.cacheLimit)),
      incidental(flag("no-cache", "analyse all anew, and keep nothing", check.noCache)),
      choice("scan", "auto|always|never",
             "skip units that cannot hold SQL without parsing them (default: auto: in runs of 16 "
             "units or more)",
             check.scan),
      incidental(shard(check.shard)),
      incidental(flag("profile", "tell on standard error where the time went", check.profile)),
  };
}

std::vector<Option> table(CheckOptions &check) {
  std::vector<Option> options = {
      text("p", "BUILD",
           "directory of compile_commands.json (default: looked for above the first file)",
           check.request.buildPath),
      list("extra-arg", "FLAG", "append a flag to every compile command", check.extraArgs),
      list("extra-arg-before", "FLAG", "put a flag in front of every compile command",
           check.extraArgsBefore),
      flag("whole-program", "follow text and transactions across all units", check.wholeProgram),
  };
  std::vector<Option> settings = settingsOptions(check.given);
  options.insert(options.begin() + 1, settings.begin(), settings.end());
  llvm::append_range(options, workOptions(check));
  llvm::append_range(options, reportOptions(check));
  return options;
}

// What can be seen to be wrong before any work; a line each.
std::vector<std::string> findProblems(const CheckOptions &check) {
  lint::Config given; // what a file says comes later, and with its place
  given.checks += check.given.checks;
  given.warningsAsErrors = check.given.warningsAsErrors;
  given.headerFilter = check.given.headerFilter.value_or("");
  given.excludeHeaderFilter = check.given.excludeHeaderFilter.value_or("");
  std::vector<std::string> problems = lint::findProblems(clangsql::rules::all(), given);
  if (check.workers == 0)
    problems.push_back("option '-j' needs at least one worker");
  if (std::string problem = problemOfOutput(check); !problem.empty())
    problems.push_back(std::move(problem));
  if (check.shard && (check.output.empty() || check.output == "-"))
    problems.push_back(
        "option '--shard' writes a part for 'clang-sql merge': name its file with -o");
  for (const std::string &file : check.request.files)
    if (llvm::StringRef(file).ends_with(".sql"))
      problems.push_back(
          fmt::format("{}: SQL files cannot be checked yet, only C++ and C files", file));
  return problems;
}

} // namespace

std::vector<Option> reportOptions(CheckOptions &check) {
  return {
      incidental(format(check.format)),
      incidental(text("o", "FILE", "write the findings to a file", check.output)),
      incidental(flag("exit-zero", "end with 0 even when there are findings", check.exitZero)),
      incidental(flag("quiet", "no progress and no closing line on standard error", check.quiet)),
      incidental(colour("color", "colour the output (default: on a terminal)", true, check.colour)),
      incidental(colour("use-color", "", true, check.colour)),
      incidental(colour("no-color", "do not colour the output", false, check.colour)),
  };
}

std::string problemOfOutput(const CheckOptions &check) {
  llvm::StringRef folder = llvm::sys::path::parent_path(check.output);
  bool there = folder.empty() || llvm::sys::fs::is_directory(folder);
  return there ? "" : fmt::format("{}: no such directory for the output", folder);
}

std::optional<CheckOptions> readCheckOptions(const Command &command,
                                             std::span<const std::string> arguments, int &exit) {
  CheckOptions options;
  std::optional<Arguments> read = readArguments(command, arguments, table(options), exit);
  if (!read)
    return std::nullopt;
  options.substance = read->substance();
  options.decisive = std::move(read->options);
  options.request.files = std::move(read->positional);
  options.request.flags = std::move(read->flags);
  std::vector<std::string> problems = findProblems(options);
  for (const std::string &problem : problems)
    exit = fail(problem);
  if (!problems.empty())
    return std::nullopt;
  return options;
}

} // namespace clangsql::cli
