// clang-sql check: findings to standard output or a file, everything else to standard error.

#include "cli/analysis.h"
#include "cli/check_options.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/roads.h"
#include "lint/registry.h"
#include "models/uses.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileUtilities.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/raw_ostream.h>

#include <set>
#include <tuple>

namespace clangsql::cli {
namespace {

int exitCode(const CheckOptions &options, const Analysis &analysis) {
  bool findings = llvm::any_of(analysis.result.lint.findings, [](const lint::Finding &f) {
    return f.severity >= lint::Severity::Warning;
  });
  if (analysis.lost)
    return Incomplete;
  if (findings)
    return options.exitZero ? Clean : Findings;
  // Clean is said only of what was seen as a whole.
  return analysis.result.program.statistics.unitsWithErrors ? Incomplete : Clean;
}

llvm::Error writeReport(const CheckOptions &options, const report::Report &report) {
  if (options.output.empty() || options.output == "-") {
    report::write(options.format, llvm::outs(), report);
    llvm::outs().flush();
    return llvm::Error::success();
  }
  // To a temporary file first: an interrupted run leaves the old output whole.
  llvm::Error problem = llvm::writeToOutput(options.output, [&](llvm::raw_ostream &os) {
    report::write(options.format, os, report);
    return llvm::Error::success();
  });
  if (problem)
    return llvm::createStringError("cannot write the output: " +
                                   llvm::toString(std::move(problem)));
  return llvm::Error::success();
}

int tell(const CheckOptions &options, report::Report report, const Analysis &analysis,
         size_t units) {
  report.colour = options.colour.value_or(options.output.empty() && llvm::outs().has_colors());
  if (llvm::Error problem = writeReport(options, report))
    return fail(std::move(problem));
  report.colour = options.colour.value_or(llvm::errs().has_colors());
  report::writeProblems(llvm::errs(), report);
  if (!options.quiet) {
    if (analysis.lost)
      llvm::errs() << fmt::format("{} of {} units could not be analysed\n", analysis.lost, units);
    llvm::errs() << report::summaryLine(report);
  }
  return report.exitCode;
}

/// The road of each entry. A whole program goes down one: that of the directory that holds all.
llvm::Expected<std::vector<const Road *>> roadsOf(const CheckOptions &options, Roads &roads,
                                                  std::span<const batch::Entry> entries) {
  std::vector<std::string> files;
  for (const batch::Entry &entry : entries)
    files.push_back(entry.command.file);
  std::vector<const Road *> result;
  std::string common = commonDirectory(files);
  for (llvm::StringRef file : files) {
    llvm::Expected<const Road *> road = roads.in(
        options.wholeProgram ? llvm::StringRef(common) : llvm::sys::path::parent_path(file));
    if (!road)
      return road.takeError();
    result.push_back(*road);
  }
  return result;
}

/// The rules that run for some file, in their order.
std::vector<const lint::Rule *> rulesOf(const Roads &roads) {
  std::vector<const lint::Rule *> rules = clangsql::rules::all();
  llvm::erase_if(rules, [&](const lint::Rule *rule) {
    return llvm::none_of(roads.all(),
                         [&](const Road *road) { return llvm::is_contained(road->rules, rule); });
  });
  return rules;
}

/// What the project declares and no unit of the run has.
void tellUnmatched(const Roads &roads, const std::vector<std::string> &met) {
  std::set<std::tuple<std::string, unsigned, std::string>> notes;
  for (const Road *road : roads.all())
    for (const models::Declaration &declared : road->library->declared())
      if (std::string key = models::keyOf(declared); !llvm::is_contained(met, key))
        notes.emplace(declared.file, declared.line, key);
  for (const auto &[file, line, key] : notes)
    llvm::errs() << fmt::format(
        "{}:{}: note: nothing in this run is the {} that is declared here\n", file, line, key);
}

void tellInferred(std::span<const batch::Entry> entries) {
  for (const batch::Entry &entry : entries)
    if (!entry.inferred.empty())
      llvm::errs() << entry.command.file << ": not in the compilation database; its command is "
                   << entry.inferred << '\n';
}

int analyzeAndTell(const CheckOptions &options, Roads &roads, std::span<const batch::Entry> entries,
                   std::string commandLine) {
  llvm::Expected<std::vector<const Road *>> each = roadsOf(options, roads, entries);
  if (!each)
    return fail(each.takeError());
  Plan plan{entries, *each, options.wholeProgram, options.workers, options.limits, {}};
  std::optional<batch::UnitCache> cache;
  if (!options.noCache && !options.cacheDirectory.empty())
    plan.cache = &cache.emplace(options.cacheDirectory, options.cacheLimit);
  if (!options.quiet)
    plan.progress = showProgress("analysed");
  Analysis analysis = analyze(plan);
  if (analysis.signal) {
    bool midLine = !options.quiet && llvm::sys::Process::StandardErrIsDisplayed();
    llvm::errs() << (midLine ? "\n" : "") << "clang-sql: interrupted\n";
    return 128 + analysis.signal;
  }
  if (!analysis.broken.empty())
    return fail(analysis.broken);
  std::vector<const lint::Rule *> rules = rulesOf(roads);
  report::Report report{
      .program = analysis.result.program, .result = analysis.result.lint, .rules = rules};
  report.root = options.format == report::Format::Text ? workingDirectory() : projectRoot();
  report.commandLine = std::move(commandLine);
  report.exitCode = exitCode(options, analysis);
  if (cache && !cache->store.problem().empty() && !options.quiet)
    llvm::errs() << fmt::format("{}; nothing is kept for the next run\n", cache->store.problem());
  if (!options.quiet)
    tellUnmatched(roads, analysis.result.declared);
  return tell(options, std::move(report), analysis, entries.size());
}

int runCheck(const Command &command, std::span<const std::string> arguments) {
  int exit = Clean;
  std::optional<CheckOptions> options = readCheckOptions(command, arguments, exit);
  if (!options)
    return exit;
  Roads roads(options->given, options->extraArgs, options->extraArgsBefore);
  if (!options->given.config.empty() || !options->given.configFile.empty())
    if (llvm::Expected<const Road *> only = roads.in(""); !only)
      return fail(only.takeError());
  llvm::Expected<std::vector<batch::Entry>> entries = batch::findCommands(options->request);
  if (!entries)
    return fail(entries.takeError());
  if (!options->quiet)
    tellInferred(*entries);
  return analyzeAndTell(*options, roads, *entries, "clang-sql check " + llvm::join(arguments, " "));
}

} // namespace

const Command check = {
    "check", "[-p BUILD] [options] [FILE...] [-- FLAGS]",
    "report problems in the SQL of C++ and C files (also what runs without a command)", runCheck};

} // namespace clangsql::cli
