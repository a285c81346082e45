#include "batch/database.h"

#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/YAMLParser.h>

#include <tuple>

namespace clangsql::batch {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using clang::tooling::CompilationDatabase;
using Database = std::unique_ptr<CompilationDatabase>;

constexpr llvm::StringRef Names[] = {"compile_commands.json", "compile_flags.txt"};

template <class... Args> llvm::Error error(fmt::format_string<Args...> text, Args &&...args) {
  return llvm::createStringError(fmt::format(text, std::forward<Args>(args)...));
}

std::string absolute(llvm::StringRef name, llvm::StringRef directory = "") {
  llvm::SmallString<256> result(name);
  if (directory.empty())
    fs::make_absolute(result);
  else
    path::make_absolute(directory, result);
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return std::string(result);
}

std::string below(llvm::StringRef directory, llvm::StringRef name) {
  llvm::SmallString<256> result(directory);
  path::append(result, name);
  return std::string(result);
}

// A database's file is JSON, but was always read as YAML, of which that is a part. Clang's reader
// prints what is wrong; so it gets only what can be read.
llvm::Error checkSyntax(const std::string &file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
  if (!buffer)
    return error("{}: {}", file, buffer.getError().message());
  llvm::SourceMgr sources;
  std::string first;
  sources.setDiagHandler(
      [](const llvm::SMDiagnostic &problem, void *text) {
        if (auto &target = *static_cast<std::string *>(text); target.empty())
          target = fmt::format("{}:{}: {}", problem.getLineNo(), problem.getColumnNo() + 1,
                               problem.getMessage());
      },
      &first);
  llvm::yaml::Stream stream((*buffer)->getBuffer(), sources, /*ShowColors=*/false);
  stream.validate();
  return first.empty() ? llvm::Error::success() : error("{}:{}", file, first);
}

llvm::Expected<Database> load(const std::string &file) {
  std::string reason;
  Database database;
  if (llvm::StringRef(file).ends_with(Names[1])) {
    database = clang::tooling::FixedCompilationDatabase::loadFromFile(file, reason);
  } else {
    if (llvm::Error problem = checkSyntax(file))
      return problem;
    database = clang::tooling::JSONCompilationDatabase::loadFromFile(
        file, reason, clang::tooling::JSONCommandLineSyntax::AutoDetect);
    if (database && database->getAllFiles().empty())
      return error("{}: the compilation database is empty", file);
  }
  if (!database)
    return error("{}: {}", file, llvm::StringRef(reason).trim().split('\n').first);
  database = expandResponseFiles(std::move(database), llvm::vfs::getRealFileSystem());
  return inferTargetAndDriverMode(inferMissingCompileCommands(std::move(database)));
}

llvm::Expected<Database> loadFrom(const std::string &buildPath) {
  if (fs::is_regular_file(buildPath))
    return load(buildPath);
  if (!fs::is_directory(buildPath))
    return error("{}: no such directory (-p names the one with {})", buildPath, Names[0]);
  for (llvm::StringRef name : Names)
    if (std::string file = below(buildPath, name); fs::exists(file))
      return load(file);
  return error("{}: no {} here", buildPath, Names[0]);
}

llvm::Expected<Database> search(llvm::StringRef from) {
  for (llvm::StringRef directory = from; !directory.empty();
       directory = path::parent_path(directory))
    for (llvm::StringRef name : Names)
      if (std::string file = below(directory, name); fs::exists(file))
        return load(file);
  return error("no {} in {} or a directory above it; name its directory with -p, or give the "
               "compiler's flags after --",
               Names[0], from);
}

llvm::Expected<Database> open(const Request &request) {
  if (request.flags)
    return std::make_unique<clang::tooling::FixedCompilationDatabase>(absolute("."),
                                                                      *request.flags);
  if (!request.buildPath.empty())
    return loadFrom(request.buildPath);
  if (request.files.empty() || fs::is_directory(request.files[0]))
    return search(absolute(request.files.empty() ? "." : request.files[0]));
  return search(path::parent_path(absolute(request.files[0])));
}

Entry toEntry(clang::tooling::CompileCommand command) {
  std::string file = absolute(command.Filename, command.Directory);
  return {{std::move(command.Directory), std::move(file), std::move(command.CommandLine)},
          std::move(command.Heuristic)};
}

void append(std::vector<Entry> &entries, std::vector<clang::tooling::CompileCommand> commands) {
  for (clang::tooling::CompileCommand &command : commands)
    entries.push_back(toEntry(std::move(command)));
}

llvm::Error appendBelow(std::vector<Entry> &entries, const CompilationDatabase &database,
                        const std::string &directory) {
  std::string prefix = absolute(directory) + "/";
  std::vector<Entry> all;
  append(all, database.getAllCompileCommands());
  llvm::erase_if(all, [&](const Entry &entry) {
    return !llvm::StringRef(entry.command.file).starts_with(prefix);
  });
  if (all.empty())
    return error("{}: the compilation database has no file in this directory", directory);
  llvm::append_range(entries, all);
  return llvm::Error::success();
}

llvm::Error appendFile(std::vector<Entry> &entries, const CompilationDatabase &database,
                       const std::string &file) {
  auto commands = database.getCompileCommands(absolute(file));
  if (commands.empty())
    return error("{}: not in the compilation database, and it has nothing to infer a command from",
                 file);
  append(entries, std::move(commands));
  return llvm::Error::success();
}

llvm::Error checkFiles(const Request &request) {
  for (const std::string &file : request.files) {
    if (!fs::exists(file))
      return error("{}: no such file", file);
    if (request.flags && fs::is_directory(file))
      return error("{}: is a directory; with flags after -- name the files", file);
  }
  if (request.flags && request.files.empty())
    return error("no file named before --");
  return llvm::Error::success();
}

void sortUnique(std::vector<Entry> &entries) {
  auto key = [](const Entry &entry) {
    return std::tie(entry.command.file, entry.command.directory, entry.command.arguments);
  };
  llvm::sort(entries, [&](auto &a, auto &b) { return key(a) < key(b); });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [&](auto &a, auto &b) { return key(a) == key(b); }),
                entries.end());
}

} // namespace

llvm::Expected<std::vector<Entry>> findCommands(const Request &request) {
  if (llvm::Error problem = checkFiles(request))
    return problem;
  llvm::Expected<Database> database = open(request);
  if (!database)
    return database.takeError();
  std::vector<Entry> entries;
  if (request.files.empty())
    append(entries, (*database)->getAllCompileCommands());
  for (const std::string &file : request.files) {
    llvm::Error problem = fs::is_directory(file) ? appendBelow(entries, **database, file)
                                                 : appendFile(entries, **database, file);
    if (problem)
      return problem;
  }
  if (entries.empty())
    return error("the compilation database names no files; name them on the command line");
  sortUnique(entries);
  return entries;
}

} // namespace clangsql::batch
