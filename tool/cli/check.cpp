// clang-sql check: findings to standard output or a file, everything else to standard error.

#include "cli/command.h"
#include "cli/run.h"

namespace clangsql::cli {
namespace {

/// Fewer units do not share enough headers for a scan to pay.
constexpr size_t WorthScanning = 16;

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
  llvm::Expected<std::vector<const Road *>> each = roadsOf(*options, roads, *entries);
  if (!each)
    return fail(each.takeError());
  std::optional<batch::UnitCache> cache;
  openCache(*options, cache);
  Plan plan{*entries, *each, options->wholeProgram, options->workers, options->limits, {}};
  plan.scan =
      options->scan == "always" || (options->scan == "auto" && entries->size() >= WorthScanning);
  plan.cache = cache ? &*cache : nullptr;
  if (options->shard)
    return writeShard(*options, std::move(plan));
  tellInferred(*options, *entries);
  return analyzeAndTell(*options, roads, std::move(plan));
}

} // namespace

const Command check = {
    "check", "[-p BUILD] [options] [FILE...] [-- FLAGS]",
    "report problems in the SQL of C++ and C files (also what runs without a command)", runCheck};

} // namespace clangsql::cli
