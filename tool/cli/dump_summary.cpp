// clang-sql dump summary: units as the frontend lowered them, in the textual form that a test can
// read back.

#include "cli/dump.h"
#include "summary/binary.h"
#include "summary/text.h"

#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

int runDumpSummary(const Command &command, std::span<const std::string> arguments) {
  DumpInput input;
  bool roundtrip = false;
  std::vector<Option> options = inputOptions(input);
  options.push_back(
      flag("binary-roundtrip", "save and load each unit before it is printed", roundtrip));
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, options, exit);
  if (!given)
    return exit;
  input.request.files = std::move(given->positional);
  input.request.flags = std::move(given->flags);
  llvm::Expected<Road> road = buildRoad(input);
  if (!road)
    return fail(road.takeError());
  llvm::Expected<std::vector<summary::Unit>> units = readUnits(input, *road);
  if (!units)
    return fail(units.takeError());
  for (summary::Unit &unit : *units) {
    if (roundtrip) {
      llvm::Expected<summary::Unit> again = summary::load(summary::save(unit));
      if (!again)
        return fail(again.takeError());
      unit = std::move(*again);
    }
    llvm::outs() << summary::print(unit);
  }
  return Clean;
}

} // namespace

const Command dumpSummary = {"dump summary", "[-p BUILD] [options] [FILE...] [-- FLAGS]",
                             "units as the frontend lowered them; FILE is C++, C or a .summary",
                             runDumpSummary};

} // namespace clangsql::cli
