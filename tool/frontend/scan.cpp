#include "frontend/scan.h"

#include "frontend/file_words.h"
#include "frontend/interest.h"
#include "frontend/invocation.h"

#include <clang/DependencyScanning/DependencyScanningFilesystem.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <map>

namespace clangsql::frontend {

using namespace clang;
using dependencies::DependencyScanningFilesystemSharedCache;
using dependencies::DependencyScanningWorkerFilesystem;
using Files = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;
using WorkerFiles = llvm::IntrusiveRefCntPtr<DependencyScanningWorkerFilesystem>;

namespace {

/// Gives the preprocessor the directives of a file instead of all its tokens.
class Directives : public DependencyDirectivesGetter {
public:
  Directives(WorkerFiles files, FileManager &manager)
      : files_(std::move(files)), manager_(manager) {}

  std::unique_ptr<DependencyDirectivesGetter> cloneFor(FileManager &manager) override {
    return std::make_unique<Directives>(files_, manager);
  }

  std::optional<ArrayRef<dependency_directives_scan::Directive>>
  operator()(FileEntryRef file) override {
    llvm::SmallString<256> path(file.getName());
    manager_.makeAbsolutePath(path);
    return files_->getDirectiveTokens(path);
  }

private:
  WorkerFiles files_;
  FileManager &manager_;
};

bool inSystemDirectory(StringRef path, StringRef root) {
  return (root.empty() || !path.starts_with(root)) &&
         (path.starts_with("/usr/include/") || path.starts_with("/usr/local/include/") ||
          path.starts_with("/usr/lib/"));
}

/// Reads nothing but regular files: a pipe that nobody writes to would hold up all other units.
class RegularFiles : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &path) override {
    llvm::ErrorOr<llvm::vfs::Status> status = ProxyFileSystem::status(path);
    if (status && !status->isRegularFile() && !status->isDirectory())
      return std::make_error_code(std::errc::not_supported);
    return ProxyFileSystem::openFileForRead(path);
  }
};

/// Sees the files once they are all read, while the source manager still holds them.
class ClosureAction : public PreprocessOnlyAction {
public:
  explicit ClosureAction(llvm::function_ref<void(CompilerInstance &)> look) : look_(look) {}

private:
  void ExecuteAction() override {
    PreprocessOnlyAction::ExecuteAction();
    look_(getCompilerInstance());
  }
  llvm::function_ref<void(CompilerInstance &)> look_;
};

} // namespace

class Scanner::Impl {
public:
  std::optional<summary::Unit> scan(const Command &command, const Options &options,
                                    const models::Library &library, const WrapFiles &wrap) {
    std::string resources = options.resourceDir.empty() ? findResourceDir() : options.resourceDir;
    if (resources.empty())
      return std::nullopt;
    WorkerFiles files = llvm::makeIntrusiveRefCnt<DependencyScanningWorkerFilesystem>(
        cache_, llvm::makeIntrusiveRefCnt<RegularFiles>(llvm::vfs::createPhysicalFileSystem()));
    files->setCurrentWorkingDirectory(command.directory);
    Files seen = wrap ? wrap(files) : Files(files);
    std::optional<summary::Unit> unit;
    closure(adjustedArguments(command, options, resources), command.directory, files, seen,
            [&](CompilerInstance &compiler) {
              if (!compiler.getDiagnostics().hasErrorOccurred())
                unit = judge(compiler, options, interestOf(library));
            });
    return unit;
  }

private:
  void closure(const std::vector<std::string> &arguments, const std::string &directory,
               const WorkerFiles &directives, const Files &files,
               llvm::function_ref<void(CompilerInstance &)> look) {
    DiagnosticOptions quiet;
    quiet.IgnoreWarnings = true;
    IgnoringDiagConsumer ignored;
    auto diagnostics = CompilerInstance::createDiagnostics(*files, quiet, &ignored, false);
    auto invocation = makeInvocation(arguments, directory, diagnostics, files);
    if (!invocation || invocation->getHeaderSearchOpts().ImplicitModuleMaps ||
        !invocation->getFrontendOpts().ModuleFiles.empty())
      return;
    CompilerInstance compiler(std::move(invocation));
    compiler.setVirtualFileSystem(files);
    compiler.createDiagnostics(&ignored, false);
    compiler.createFileManager();
    compiler.createSourceManager();
    compiler.setDependencyDirectivesGetter(
        std::make_unique<Directives>(directives, compiler.getFileManager()));
    ClosureAction action(look);
    compiler.ExecuteAction(action);
  }

  const Interest &interestOf(const models::Library &library) {
    auto [known, fresh] = interests_.try_emplace(&library);
    if (fresh)
      known->second = std::make_unique<Interest>(library);
    return *known->second;
  }

  std::optional<summary::Unit> judge(CompilerInstance &compiler, const Options &options,
                                     const Interest &interest) {
    const SourceManager &sources = compiler.getSourceManager();
    Words words{llvm::BitVector(interest.size()), llvm::BitVector(interest.size())};
    std::string root = options.projectRoot + "/";
    for (unsigned i = 0; i < sources.local_sloc_entry_size(); ++i) {
      const SrcMgr::SLocEntry &entry = sources.getLocalSLocEntry(i);
      if (!entry.isFile() || !entry.getFile().getContentCache().OrigEntry)
        continue;
      const FileWords &found = wordsOf(sources, entry, compiler.getLangOpts(), interest);
      bool user = entry.getFile().getFileCharacteristic() == SrcMgr::C_User &&
                  !inSystemDirectory(entry.getFile().getName(), root);
      if (user && found.sql)
        return std::nullopt;
      words.pastes |= user && found.pastes;
      for (unsigned id : found.words)
        words.anywhere.set(id);
      for (unsigned id : user ? found.words : found.macroWords)
        words.written.set(id);
    }
    if (interest.isReachable(words))
      return std::nullopt;
    return empty(compiler, options);
  }

  const FileWords &wordsOf(const SourceManager &sources, const SrcMgr::SLocEntry &entry,
                           const LangOptions &language, const Interest &interest) {
    FileID id = sources.getFileID(SourceLocation::getFromRawEncoding(entry.getOffset()));
    auto key = std::tuple(entry.getFile().getContentCache().OrigEntry->getUniqueID(),
                          bool(language.CPlusPlus), &interest);
    auto known = files_.find(key);
    if (known == files_.end())
      known = files_.emplace(key, findWords(sources.getBufferData(id), language, interest)).first;
    return known->second;
  }

  static std::optional<summary::Unit> empty(CompilerInstance &compiler, const Options &options) {
    SourceManager &sources = compiler.getSourceManager();
    OptionalFileEntryRef main = sources.getFileEntryRefForID(sources.getMainFileID());
    if (!main)
      return std::nullopt;
    summary::Unit unit;
    unit.mainFile = compiler.getFileManager().getCanonicalName(*main).str();
    unit.modelsDigest = options.modelsDigest;
    unit.strings.push_back(unit.mainFile);
    unit.files.push_back({0, false});
    return unit;
  }

  DependencyScanningFilesystemSharedCache cache_;
  std::map<const models::Library *, std::unique_ptr<Interest>> interests_;
  std::map<std::tuple<llvm::sys::fs::UniqueID, bool, const Interest *>, FileWords> files_;
};

Scanner::Scanner() : impl_(std::make_unique<Impl>()) {}
Scanner::~Scanner() = default;

std::optional<summary::Unit> Scanner::scan(const Command &command, const Options &options,
                                           const models::Library &library, const WrapFiles &wrap) {
  return impl_->scan(command, options, library, wrap);
}

bool isSkipped(const summary::Unit &unit) { return unit.inputs.empty() && unit.errors.empty(); }

} // namespace clangsql::frontend
