#include "cli/road.h"

#include "models/uses.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace clangsql::cli {

frontend::Options frontendOptions(std::shared_ptr<const models::Library> library,
                                  std::vector<std::string> extraArgs,
                                  std::vector<std::string> extraArgsBefore) {
  frontend::Options options;
  options.modelled = [library](std::string_view name) { return library->knows(name); };
  options.modelsDigest = library->digest();
  options.projectRoot = projectRoot();
  options.extraArgs = std::move(extraArgs);
  options.extraArgsBefore = std::move(extraArgsBefore);
  options.resourceDir = frontend::findResourceDir();
  return options;
}

llvm::Expected<summary::Unit> summarize(const Road &road, const frontend::Command &command) {
  if (std::error_code problem =
          llvm::sys::fs::access(command.file, llvm::sys::fs::AccessMode::Exist))
    return llvm::errorCodeToError(problem);
  return frontend::summarize(command, road.frontend);
}

batch::Result analyze(const Road &road, std::span<const summary::Unit> units) {
  batch::Result result;
  result.program = link::link(units, *road.library, road.link);
  result.lint = lint::run(result.program, road.rules, road.config);
  for (const summary::Unit &unit : units)
    llvm::append_range(result.declared, models::declaredIn(*road.library, unit));
  return result;
}

std::string workingDirectory() {
  llvm::SmallString<256> directory;
  llvm::sys::fs::real_path(".", directory);
  return std::string(directory);
}

std::string projectRoot() {
  std::string here = workingDirectory();
  for (llvm::StringRef directory = here; !directory.empty();
       directory = llvm::sys::path::parent_path(directory)) {
    llvm::SmallString<256> git(directory);
    llvm::sys::path::append(git, ".git");
    if (llvm::sys::fs::exists(git))
      return directory.str();
  }
  return here;
}

} // namespace clangsql::cli
