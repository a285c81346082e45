#include "lint/project.h"

#include "embedded/embedded.h"
#include "models/compiled.h"
#include "models/load.h"

#include <fmt/format.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace clangsql::lint {

static constexpr char FileName[] = ".clang-sql";

static llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> open(const std::string &file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
  if (!buffer)
    return llvm::createStringError(fmt::format("{}: {}", file, buffer.getError().message()));
  return std::move(*buffer);
}

std::string findConfigFile(std::string_view within) {
  for (llvm::StringRef directory = within; !directory.empty();
       directory = llvm::sys::path::parent_path(directory)) {
    llvm::SmallString<256> file(directory);
    llvm::sys::path::append(file, FileName);
    if (llvm::sys::fs::is_regular_file(file))
      return std::string(file);
  }
  return "";
}

llvm::Error readConfigFile(const std::string &file, std::span<const Rule *const> all,
                           Settings &settings) {
  auto buffer = open(file);
  if (!buffer)
    return buffer.takeError();
  llvm::SmallString<256> path(file);
  llvm::sys::fs::make_absolute(path);
  return readConfig({file, std::string_view((*buffer)->getBuffer()),
                     std::string_view(llvm::sys::path::parent_path(path))},
                    all, settings);
}

llvm::Expected<models::Library> loadModels(const Settings &settings) {
  if (settings.libraries.empty() && settings.models.empty())
    return models::compiled(embedded::compiledModels());
  std::vector<models::Source> sources = models::embeddedSources();
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> buffers;
  for (const std::string &file : settings.libraries) {
    auto buffer = open(file);
    if (!buffer)
      return buffer.takeError();
    buffers.push_back(std::move(*buffer));
    sources.push_back({.name = file, .content = buffers.back()->getBuffer(), .own = true});
  }
  if (!settings.models.empty())
    sources.push_back(
        {.name = settings.file, .content = settings.models, .section = "models", .own = true});
  return models::load(sources);
}

} // namespace clangsql::lint
