// clang-sql dump models: the library models, normalised.

#include "cli/dump.h"
#include "lint/project.h"
#include "models/load.h"
#include "models/print.h"

#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

llvm::Expected<models::Library> loadOnly(std::span<const std::string> files) {
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> buffers;
  std::vector<models::Source> sources;
  for (const std::string &file : files) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> buffer = readFile(file);
    if (!buffer)
      return buffer.takeError();
    buffers.push_back(std::move(*buffer));
    sources.push_back({file, buffers.back()->getBuffer()});
  }
  return models::load(sources);
}

int runDumpModels(const Command &command, std::span<const std::string> arguments) {
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, {}, exit);
  if (!given)
    return exit;
  llvm::Expected<models::Library> library =
      given->positional.empty() ? lint::loadModels() : loadOnly(given->positional);
  if (!library)
    return fail(library.takeError());
  llvm::outs() << models::print(*library);
  return Clean;
}

} // namespace

const Command dumpModels = {"dump models", "[FILE.yaml...]",
                            "library models: those of the files, else those that are built in",
                            runDumpModels};

} // namespace clangsql::cli
