#include "cli/run.h"

#include "cli/command.h"
#include "cli/progress.h"
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

} // namespace

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

namespace {

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

} // namespace

void tellInferred(const CheckOptions &options, std::span<const batch::Entry> entries) {
  if (options.quiet)
    return;
  for (const batch::Entry &entry : entries)
    if (!entry.inferred.empty())
      llvm::errs() << entry.command.file << ": not in the compilation database; its command is "
                   << entry.inferred << '\n';
}

void tellCache(const CheckOptions &options, const batch::UnitCache *cache) {
  if (!options.quiet && cache && !cache->store.problem().empty())
    llvm::errs() << cache->store.problem() << "; nothing is kept for the next run\n";
}

int tellInterrupted(const CheckOptions &options, int signal) {
  bool midLine = !options.quiet && llvm::sys::Process::StandardErrIsDisplayed();
  llvm::errs() << (midLine ? "\n" : "") << "clang-sql: interrupted\n";
  return 128 + signal;
}

void openCache(const CheckOptions &options, std::optional<batch::UnitCache> &cache) {
  if (!options.noCache && !options.cacheDirectory.empty())
    cache.emplace(options.cacheDirectory, options.cacheLimit);
}

batch::Digest settingsDigest(std::span<const Road *const> roads) {
  batch::Hasher hasher;
  for (const Road *road : roads)
    hasher.add(analysisDigest(*road));
  return hasher.digest();
}

batch::Digest parsingDigest(std::span<const Road *const> roads) {
  batch::Hasher hasher;
  for (const Road *road : roads)
    hasher.add(frontendDigest(*road));
  return hasher.digest();
}

int analyzeAndTell(const CheckOptions &options, const Roads &roads, Plan plan) {
  Profile profile;
  plan.profile = &profile;
  if (!options.quiet)
    plan.progress = showProgress("analysed");
  size_t units = plan.entries.size();
  batch::UnitCache *cache = plan.cache;
  Analysis analysis = analyze(std::move(plan));
  if (analysis.signal)
    return tellInterrupted(options, analysis.signal);
  if (!analysis.broken.empty())
    return fail(analysis.broken);
  if (options.profile)
    profile.print(llvm::errs());
  std::vector<const lint::Rule *> rules = rulesOf(roads);
  report::Report report{
      .program = analysis.result.program, .result = analysis.result.lint, .rules = rules};
  report.root = options.format == report::Format::Text ? workingDirectory() : projectRoot();
  if (!options.root.empty())
    report.root = options.root;
  report.commandLine = "clang-sql check " + llvm::join(options.substance, " ");
  report.exitCode = exitCode(options, analysis);
  report.skipped = analysis.result.skipped;
  tellCache(options, cache);
  if (!options.quiet)
    tellUnmatched(roads, analysis.result.declared);
  return tell(options, std::move(report), analysis, units);
}

} // namespace clangsql::cli
