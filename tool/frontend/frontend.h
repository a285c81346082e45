// The frontend's door: one compile command in, one UnitSummary out. Knows nothing of Clang's
// headers, so that any caller can include it cheaply.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/IntrusiveRefCntPtr.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace llvm::vfs {
class FileSystem;
}

namespace clangsql::frontend {

struct Options {
  /// Is this name of a function or class (see summary::Entity::models) known to a library model?
  /// Calls to system functions that no model knows are dropped when they cannot matter.
  std::function<bool(std::string_view)> modelled;
  std::string modelsDigest;
  std::string projectRoot; // absolute; entity keys name files relative to it
  std::vector<std::string> extraArgs, extraArgsBefore;
  std::string resourceDir; // Clang's own headers; empty: found at run time
};

/// One entry of a compilation database. `arguments` starts with the compiler.
struct Command {
  std::string directory, file;
  std::vector<std::string> arguments;
};

/// Puts another file system in front of the real one, to watch what is read.
using WrapFiles = std::function<llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>(
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>)>;

/// Parses and lowers one unit. Never fails: what went wrong stands in Unit::errors, a missing file
/// too.
summary::Unit summarize(const Command &command, const Options &options, const WrapFiles &wrap = {});

/// Clang's resource directory (`lib/clang/22`), or empty if there is none beside the shared
/// library.
std::string findResourceDir();

} // namespace clangsql::frontend
