// A compile command of any compiler as an invocation of this Clang: syntax only, silent, forgiving.
#pragma once

#include "frontend/frontend.h"

#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInvocation.h>
#include <llvm/Support/VirtualFileSystem.h>

namespace clangsql::frontend {

/// The command's arguments without those that write files, load plugins or turn on warnings.
std::vector<std::string> adjustedArguments(const Command &command, const Options &options,
                                           const std::string &resourceDir);

/// The same without what chooses a processor or tunes for it.
std::vector<std::string> withoutMachine(const std::vector<std::string> &arguments);

/// Null if the driver cannot make anything of the command; the reasons went to `diagnostics`.
std::shared_ptr<clang::CompilerInvocation>
makeInvocation(const std::vector<std::string> &arguments, const std::string &directory,
               llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine> diagnostics,
               llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files);

} // namespace clangsql::frontend
