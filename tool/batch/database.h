// Which compile commands to analyse: from a compilation database, or from flags given after `--`.
#pragma once

#include "frontend/frontend.h"

#include <llvm/Support/Error.h>

#include <optional>
#include <string>
#include <vector>

namespace clangsql::batch {

struct Request {
  std::string buildPath; // of -p: the directory of compile_commands.json (or compile_flags.txt), or
                         // that file
  std::vector<std::string>
      files; // none: every entry of the database. A directory: every entry below it
  std::optional<std::vector<std::string>> flags; // after `--`: no database is used
};

struct Entry {
  frontend::Command command; // `file` is absolute
  std::string
      inferred; // "inferred from b.cpp" where the database does not hold the file; else empty
};

/// The entries by file, equal ones once. Without a build path the database is looked for in the
/// parent directories of the first file (clang-tidy does so), or of the working directory. An error
/// is one line for the user.
llvm::Expected<std::vector<Entry>> findCommands(const Request &);

} // namespace clangsql::batch
