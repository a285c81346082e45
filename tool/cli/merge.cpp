// clang-sql merge: the parts of all shards become the report that one run would have written.

#include "cli/command.h"
#include "cli/run.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::cli {
namespace {

/// What the shards were asked to find, and what this command was asked to do with it.
std::optional<CheckOptions> optionsOf(const batch::Part &part, const CheckOptions &given,
                                      int &exit) {
  std::optional<CheckOptions> options = readCheckOptions(check, part.arguments, exit);
  if (!options)
    return std::nullopt;
  options->format = given.format;
  options->output = given.output;
  options->exitZero = given.exitZero;
  options->quiet = given.quiet;
  options->colour = given.colour;
  options->root = given.root;
  return options;
}

int report(const CheckOptions &options, const std::vector<batch::Part> &parts,
           std::vector<batch::PartUnit> units) {
  std::vector<batch::Entry> entries;
  std::vector<batch::Outcome> made;
  for (batch::PartUnit &unit : units) {
    entries.push_back({{"", std::move(unit.file), {}}, std::move(unit.inferred)});
    made.push_back(std::move(unit.outcome));
  }
  Roads roads(options.given, options.extraArgs, options.extraArgsBefore);
  llvm::Expected<std::vector<const Road *>> each = roadsOf(options, roads, entries);
  if (!each)
    return fail(each.takeError());
  const batch::Part &first = parts.front();
  if (!batch::areTargets(parts) && settingsDigest(*each) != first.settings)
    return fail(fmt::format("{}: was made with another configuration or other models than those "
                            "that hold here",
                            first.name));
  tellInferred(options, entries);
  Plan plan{entries, *each, options.wholeProgram, 1, {}, {}};
  plan.made = std::move(made);
  return analyzeAndTell(options, roads, std::move(plan));
}

int runMerge(const Command &command, std::span<const std::string> arguments) {
  CheckOptions given;
  int exit = Clean;
  std::optional<Arguments> read = readArguments(command, arguments, reportOptions(given), exit);
  if (!read)
    return exit;
  if (read->positional.empty() || read->flags)
    return fail(
        "name the parts that 'clang-sql check --shard=I/N -o PART' wrote, and nothing else");
  if (std::string problem = problemOfOutput(given); !problem.empty())
    return fail(problem);
  llvm::Expected<std::vector<batch::Part>> parts = batch::readParts(read->positional);
  if (!parts)
    return fail(parts.takeError());
  llvm::Expected<std::vector<batch::PartUnit>> units = batch::join(*parts);
  if (!units)
    return fail(units.takeError());
  if (batch::areTargets(*parts)) // a build system runs this anywhere
    given.root = parts->front().directory;
  std::optional<CheckOptions> options = optionsOf(parts->front(), given, exit);
  return options ? report(*options, *parts, std::move(*units)) : exit;
}

} // namespace

const Command merge = {"merge", "[options] PART...",
                       "report what the shards of a run found together", runMerge};

} // namespace clangsql::cli
