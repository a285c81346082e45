#include "cli/road.h"

#include "frontend/scan.h"
#include "models/uses.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>

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

llvm::Expected<summary::Unit> summarize(const Road &road, const frontend::Command &command,
                                        const frontend::WrapFiles &wrap) {
  if (std::error_code problem =
          llvm::sys::fs::access(command.file, llvm::sys::fs::AccessMode::Exist))
    return llvm::errorCodeToError(problem);
  return frontend::summarize(command, road.frontend, wrap);
}

batch::Result analyze(const Road &road, std::span<const summary::Unit> units) {
  batch::Result result;
  result.program = link::link(units, *road.library, road.link);
  result.lint = lint::run(result.program, road.rules, road.config);
  for (const summary::Unit &unit : units) {
    llvm::append_range(result.declared, models::declaredIn(*road.library, unit));
    result.skipped += frontend::isSkipped(unit);
  }
  return result;
}

// The bindings name every member, so that one added to a struct does not compile here until it is
// told apart too.
batch::Digest frontendDigest(const Road &road) {
  const auto &[modelled, models, root, after, before, resources] = road.frontend;
  batch::Hasher hasher;
  hasher.add(models).add(root).addAll(after).addAll(before).add(resources);
  // Clang takes include paths and the date from the environment.
  for (const char *name : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "GCC_EXEC_PREFIX",
                           "CCC_OVERRIDE_OPTIONS", "SDKROOT", "SOURCE_DATE_EPOCH"})
    hasher.add(llvm::sys::Process::GetEnv(name).value_or(""));
  return hasher.digest();
}

batch::Digest analysisDigest(const Road &road) {
  const auto &[variants, steps, linkDialect] = road.link;
  const auto &[checks, errors, headers, excluded, lines, options, dialect] = road.config;
  batch::Hasher hasher;
  hasher.add(road.library->digest()).add(fmt::format("{} {}", variants, steps));
  hasher.add(fmt::format("{} {}", int(linkDialect), int(dialect)));
  hasher.add(checks).add(errors).add(headers).add(excluded);
  for (const auto &[name, ranges] : lines) {
    hasher.add("lines").add(name);
    for (auto [first, last] : ranges)
      hasher.add(fmt::format("{}-{}", first, last));
  }
  for (const auto &[key, value] : options)
    hasher.add("option").add(key).add(value);
  return hasher.digest();
}

std::string workingDirectory() {
  llvm::SmallString<256> directory;
  llvm::sys::fs::real_path(".", directory);
  return std::string(directory);
}

std::string projectRoot() {
  if (std::optional<std::string> given = llvm::sys::Process::GetEnv("CLANG_SQL_PROJECT_ROOT"))
    return *given;
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
