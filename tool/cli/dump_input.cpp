#include "cli/dump.h"
#include "cli/roads.h"
#include "summary/text.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>

namespace clangsql::cli {
namespace {

bool isSummary(llvm::StringRef file) { return file.ends_with(".summary"); }

llvm::Error readSummary(const std::string &file, std::vector<summary::Unit> &units) {
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> buffer = readFile(file);
  if (!buffer)
    return buffer.takeError();
  llvm::Expected<summary::Unit> unit = summary::parse((*buffer)->getBuffer(), file);
  if (!unit)
    return unit.takeError();
  units.push_back(std::move(*unit));
  return llvm::Error::success();
}

llvm::Error readSources(const batch::Request &request, const Road &road,
                        std::vector<summary::Unit> &units) {
  llvm::Expected<std::vector<batch::Entry>> entries = batch::findCommands(request);
  if (!entries)
    return entries.takeError();
  for (const batch::Entry &entry : *entries) {
    llvm::Expected<summary::Unit> unit = summarize(road, entry.command);
    if (!unit)
      return unit.takeError();
    units.push_back(std::move(*unit));
  }
  return llvm::Error::success();
}

} // namespace

std::vector<Option> inputOptions(DumpInput &input) {
  std::vector<Option> options = {
      text("p", "BUILD",
           "directory of compile_commands.json (default: looked for above the first file)",
           input.request.buildPath),
      list("extra-arg", "FLAG", "append a flag to every compile command", input.extraArgs),
      list("extra-arg-before", "FLAG", "put a flag in front of every compile command",
           input.extraArgsBefore),
  };
  std::vector<Option> models = modelOptions(input.given);
  options.insert(options.end(), models.begin(), models.end());
  return options;
}

llvm::Expected<Road> buildRoad(const DumpInput &input) {
  std::vector<std::string> files;
  for (llvm::StringRef file : input.request.files) {
    llvm::SmallString<256> path(file);
    llvm::sys::fs::make_absolute(path);
    files.emplace_back(path);
  }
  Roads roads(input.given, input.extraArgs, input.extraArgsBefore);
  llvm::Expected<const Road *> road = roads.in(commonDirectory(files));
  if (!road)
    return road.takeError();
  return **road;
}

llvm::Expected<std::vector<summary::Unit>> readUnits(const DumpInput &input, const Road &road) {
  std::vector<summary::Unit> units;
  batch::Request sources = input.request;
  llvm::erase_if(sources.files, isSummary);
  for (const std::string &file : input.request.files)
    if (isSummary(file))
      if (llvm::Error problem = readSummary(file, units))
        return problem;
  if (!sources.files.empty() || input.request.files.empty())
    if (llvm::Error problem = readSources(sources, road, units))
      return problem;
  return units;
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readFile(const std::string &name) {
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(name, /*IsText=*/true);
  if (!buffer)
    return llvm::createStringError(fmt::format("{}: {}", name, buffer.getError().message()));
  return std::move(*buffer);
}

} // namespace clangsql::cli
