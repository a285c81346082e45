// Runs Clang on one compile command, with a stack that deep expressions do not exhaust.
#include "frontend/frontend.h"

#include "frontend/action.h"
#include "frontend/invocation.h"
#include "frontend/locations.h"

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/Version.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/thread.h>

#include <dlfcn.h>

namespace clangsql::frontend {

using namespace clang;

static constexpr unsigned stackSize = 256u << 20; // reserved, not used
static constexpr size_t maxErrors = 50;

namespace {

/// Keeps Clang's errors until their places can be told.
class ErrorCollector : public DiagnosticConsumer {
public:
  struct Error {
    std::string message;
    SourceLocation at;
  };

  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &diagnostic) override {
    DiagnosticConsumer::HandleDiagnostic(level, diagnostic);
    if (level < DiagnosticsEngine::Error || errors.size() >= maxErrors)
      return;
    llvm::SmallString<256> message;
    diagnostic.FormatDiagnostic(message);
    errors.push_back({message.str().str(),
                      diagnostic.hasSourceManager() ? diagnostic.getLocation() : SourceLocation()});
  }

  std::vector<Error> errors;
};

class Consumer : public ASTConsumer {
public:
  Consumer(const Options &options, const ErrorCollector &collector,
           std::optional<summary::Unit> &result)
      : options(options), collector(collector), result(result) {}

  void Initialize(ASTContext &ast) override { context = &ast; }

  void HandleTranslationUnit(ASTContext &ast) override {
    result = summarize(ast, options, collector.errors);
  }

  /// Called for each body before it is parsed. Clang keeps those that it needs itself.
  bool shouldSkipFunctionBody(Decl *declared) override {
    if (!locations) {
      strings.emplace(scratch);
      locations.emplace(context->getSourceManager(), context->getLangOpts(), *strings, scratch,
                        options.projectRoot);
    }
    return !locations->isUser(declared->getLocation());
  }

private:
  static summary::Unit summarize(ASTContext &ast, const Options &options,
                                 const std::vector<ErrorCollector::Error> &errors) {
    return frontend::summarize(ast, options, [&](Locations &locations, summary::Unit &unit) {
      for (const ErrorCollector::Error &error : errors)
        unit.errors.push_back({error.message, error.at.isValid()
                                                  ? locations.span(error.at).expansion
                                                  : summary::None});
    });
  }

  const Options &options;
  const ErrorCollector &collector;
  std::optional<summary::Unit> &result;
  ASTContext *context = nullptr;
  summary::Unit scratch;
  std::optional<Strings> strings;
  std::optional<Locations> locations;
};

/// `#pragma GCC diagnostic` does nothing. It says which warnings are wanted where, and all are off
/// here; but from the first one on Clang asks for the file and line of each warning that it might
/// give, in every header and macro.
void ignoreDiagnosticPragmas(Preprocessor &preprocessor) {
  for (StringRef space : {"GCC", "clang"}) {
    auto *nothing = new EmptyPragmaHandler("diagnostic"); // the preprocessor owns it
    preprocessor.RemovePragmaHandler(space, nothing);     // the one of this name
    preprocessor.AddPragmaHandler(space, nothing);
  }
}

class Action : public ASTFrontendAction {
public:
  Action(const Options &options, const ErrorCollector &collector,
         std::optional<summary::Unit> &result)
      : options(options), collector(collector), result(result) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &compiler,
                                                 llvm::StringRef) override {
    ignoreDiagnosticPragmas(compiler.getPreprocessor());
    return std::make_unique<Consumer>(options, collector, result);
  }

private:
  const Options &options;
  const ErrorCollector &collector;
  std::optional<summary::Unit> &result;
};

summary::Unit failed(const Command &command, const Options &options,
                     const ErrorCollector &collector, std::string reason) {
  summary::Unit unit;
  llvm::SmallString<256> path(command.file);
  if (!llvm::sys::path::is_absolute(path)) {
    path = command.directory;
    llvm::sys::path::append(path, command.file);
  }
  llvm::sys::path::remove_dots(path, true);
  unit.mainFile = path.str().str();
  unit.modelsDigest = options.modelsDigest;
  for (const ErrorCollector::Error &error : collector.errors)
    unit.errors.push_back({error.message, summary::None});
  if (unit.errors.empty())
    unit.errors.push_back({std::move(reason), summary::None});
  return unit;
}

/// One try; nothing if Clang did not get as far as an AST.
std::optional<summary::Unit> parse(const std::vector<std::string> &arguments,
                                   const std::string &directory, const Options &options,
                                   const WrapFiles &wrap, ErrorCollector &collector) {
  auto files = llvm::vfs::createPhysicalFileSystem();
  files->setCurrentWorkingDirectory(directory);
  IntrusiveRefCntPtr<llvm::vfs::FileSystem> shared = std::move(files);
  if (wrap)
    shared = wrap(std::move(shared));
  DiagnosticOptions driverOptions;
  driverOptions.IgnoreWarnings = true;
  IgnoringDiagConsumer ignored; // unknown flags are no reason to stop
  auto driverDiagnostics =
      CompilerInstance::createDiagnostics(*shared, driverOptions, &ignored, false);
  auto invocation = makeInvocation(arguments, directory, driverDiagnostics, shared);
  if (!invocation)
    return {};
  CompilerInstance compiler(std::move(invocation));
  compiler.setVirtualFileSystem(shared);
  compiler.createDiagnostics(&collector, false);
  compiler.getDiagnostics().setFatalsAsError(true); // a missing header costs no more than itself
  compiler.createFileManager();
  compiler.createSourceManager();
  std::optional<summary::Unit> result;
  Action action(options, collector, result);
  compiler.ExecuteAction(action);
  return result;
}

summary::Unit run(const Command &command, const Options &options, const WrapFiles &wrap) {
  ErrorCollector collector;
  std::string resourceDir = options.resourceDir.empty() ? findResourceDir() : options.resourceDir;
  if (resourceDir.empty())
    return failed(command, options, collector,
                  "Clang's own headers (lib/clang/" CLANG_VERSION_MAJOR_STRING
                  ") are not installed");
  std::vector<std::string> arguments = adjustedArguments(command, options, resourceDir);
  if (auto unit = parse(arguments, command.directory, options, wrap, collector))
    return std::move(*unit);
  // Another compiler's processor or code model, perhaps.
  ErrorCollector again;
  if (auto unit = parse(withoutMachine(arguments), command.directory, options, wrap, again))
    return std::move(*unit);
  return failed(command, options, collector, "Clang gave up on the command for " + command.file);
}

} // namespace

std::string findResourceDir() {
  Dl_info info;
  if (!dladdr(reinterpret_cast<void *>(&clang::getClangFullRepositoryVersion), &info) ||
      !info.dli_fname)
    return {};
  llvm::SmallString<256> library;
  if (llvm::sys::fs::real_path(info.dli_fname, library))
    return {};
  // Beside the library, or in the lib/ of the LLVM that the system's library directory links to.
  for (llvm::StringRef up :
       {"clang/", "../clang/", "../llvm-" CLANG_VERSION_MAJOR_STRING "/lib/clang/"}) {
    llvm::SmallString<256> directory(llvm::sys::path::parent_path(library));
    llvm::sys::path::append(directory, up + CLANG_VERSION_MAJOR_STRING);
    llvm::sys::path::remove_dots(directory, true);
    if (llvm::sys::fs::is_directory(directory + "/include"))
      return directory.str().str();
  }
  return {};
}

summary::Unit summarize(const Command &command, const Options &options, const WrapFiles &wrap) {
  summary::Unit unit;
  llvm::thread worker(std::optional(stackSize), [&] { unit = run(command, options, wrap); });
  worker.join();
  return unit;
}

} // namespace clangsql::frontend
