#include "frontend/invocation.h"

#include <clang/Driver/CreateInvocationFromArgs.h>
#include <clang/Frontend/FrontendOptions.h>
#include <clang/Tooling/ArgumentsAdjusters.h>
#include <clang/Tooling/Tooling.h>

namespace clangsql::frontend {

using namespace clang;

/// Precompiled headers of whatever compiler: the header's text stands beside them and is read
/// instead.
static bool namesPrecompiled(llvm::StringRef argument) {
  return argument.ends_with(".pch") || argument.ends_with(".gch");
}

static tooling::CommandLineArguments
withoutPrecompiled(const tooling::CommandLineArguments &arguments) {
  tooling::CommandLineArguments kept;
  for (size_t i = 0; i < arguments.size(); ++i) {
    bool quoted = arguments[i] == "-Xclang";
    size_t at = i + quoted;
    if (at < arguments.size() &&
        (arguments[at] == "-include-pch" || arguments[at] == "-emit-pch")) {
      i = at;
      if (arguments[at] == "-include-pch")
        i += quoted ? 2 : 1; // -Xclang FILE or FILE
      continue;
    }
    if (!namesPrecompiled(arguments[i]))
      kept.push_back(arguments[i]);
  }
  return kept;
}

/// Warnings are off, so their flags only could be unknown to this Clang.
static tooling::CommandLineArguments
withoutWarnings(const tooling::CommandLineArguments &arguments) {
  tooling::CommandLineArguments kept;
  for (const std::string &argument : arguments) {
    llvm::StringRef flag = argument;
    bool passesOn =
        flag.starts_with("-Wp,") || flag.starts_with("-Wl,") || flag.starts_with("-Wa,");
    if (!flag.starts_with("-W") || passesOn)
      kept.push_back(argument);
  }
  return kept;
}

std::vector<std::string> adjustedArguments(const Command &command, const Options &options,
                                           const std::string &resourceDir) {
  tooling::CommandLineArguments arguments = command.arguments;
  if (arguments.empty())
    arguments = {"clang"};
  arguments.insert(arguments.begin() + 1, options.extraArgsBefore.begin(),
                   options.extraArgsBefore.end());
  size_t end = llvm::find(arguments, "--") - arguments.begin();
  arguments.insert(arguments.begin() + end, options.extraArgs.begin(), options.extraArgs.end());
  for (const tooling::ArgumentsAdjuster &adjust :
       {tooling::getClangStripOutputAdjuster(), tooling::getClangStripDependencyFileAdjuster(),
        tooling::getStripPluginsAdjuster(), tooling::getClangSyntaxOnlyAdjuster()})
    arguments = adjust(arguments, command.file);
  arguments = withoutWarnings(withoutPrecompiled(arguments));
  // The last: in C, isdigit(c) is a call that can be seen, not the C library's table look-up.
  std::vector<std::string> added{"-w", "-ferror-limit=0", "-fno-spell-checking",
                                 "-Qunused-arguments", "-D__NO_CTYPE"};
  if (!resourceDir.empty())
    added.push_back("-resource-dir=" + resourceDir);
  end = llvm::find(arguments, "--") - arguments.begin();
  arguments.insert(arguments.begin() + end, added.begin(), added.end());
  if (!llvm::is_contained(arguments, command.file) && !command.file.empty() &&
      command.arguments.size() < 2)
    arguments.push_back(command.file);
  tooling::addTargetAndModeForProgramName(arguments, arguments.front());
  return arguments;
}

std::vector<std::string> withoutMachine(const std::vector<std::string> &arguments) {
  std::vector<std::string> kept;
  for (const std::string &argument : arguments)
    if (argument == "-m32" || argument == "-m64" || !llvm::StringRef(argument).starts_with("-m"))
      kept.push_back(argument);
  return kept;
}

static void quieten(CompilerInvocation &invocation, const std::string &directory) {
  invocation.getFileSystemOpts().WorkingDir = directory;
  FrontendOptions &frontend = invocation.getFrontendOpts();
  frontend.SkipFunctionBodies = true;
  frontend.ProgramAction = clang::frontend::ParseSyntaxOnly;
  frontend.Plugins.clear();
  frontend.AddPluginActions.clear();
  frontend.PluginArgs.clear();
  frontend.OutputFile.clear();
  frontend.DisableFree = false;
  invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  invocation.getPreprocessorOutputOpts() = PreprocessorOutputOptions();
  DiagnosticOptions &diagnostics = invocation.getDiagnosticOpts();
  diagnostics.IgnoreWarnings = true;
  diagnostics.ShowCarets = false; // nor the number of errors at the end
  diagnostics.ErrorLimit = 0;
  diagnostics.VerifyDiagnostics = false;
  diagnostics.DiagnosticSerializationFile.clear();
  diagnostics.Warnings = {"no-everything"}; // those that are errors by default, too
}

std::shared_ptr<CompilerInvocation>
makeInvocation(const std::vector<std::string> &arguments, const std::string &directory,
               llvm::IntrusiveRefCntPtr<DiagnosticsEngine> diagnostics,
               llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files) {
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  CreateInvocationOptions options;
  options.Diags = diagnostics;
  options.VFS = files;
  options.RecoverOnError = true;
  std::shared_ptr<CompilerInvocation> invocation = createInvocation(pointers, options);
  if (invocation)
    quieten(*invocation, directory);
  return invocation;
}

} // namespace clangsql::frontend
