// clang-sql dump STAGE: what a stage of the analysis sees, for tests and the curious.

#include "cli/dump.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

const Command *const Stages[] = {&dumpSummary, &dumpProgram, &dumpSql, &dumpModels, &dumpConfig};

llvm::StringRef stageOf(const Command &command) { return command.name.rsplit(' ').second; }

int runDump(const Command &command, std::span<const std::string> arguments) {
  if (!arguments.empty())
    for (const Command *stage : Stages)
      if (stageOf(*stage) == arguments[0])
        return stage->run(*stage, arguments.subspan(1));
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, {}, exit);
  if (!given) {
    if (exit == Clean) {
      llvm::outs() << "\nstages:\n";
      for (const Command *stage : Stages)
        llvm::outs() << "  " << llvm::left_justify(stageOf(*stage), 10) << stage->summary << '\n';
    }
    return exit;
  }
  if (given->positional.empty())
    return fail("dump needs a stage: summary, program, sql, models or config");
  auto names = llvm::to_vector(
      llvm::map_range(Stages, [](const Command *stage) { return stageOf(*stage); }));
  return fail("unknown stage '" + given->positional[0] + "'" +
              suggestion(given->positional[0], names));
}

} // namespace

const Command dump = {"dump", "summary|program|sql|models|config [options] [FILE...] [-- FLAGS]",
                      "print what a stage of the analysis sees", runDump};

} // namespace clangsql::cli
