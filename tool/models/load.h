// Model files in, Library out; or every problem of every file.
#pragma once

#include "models/model.h"

#include <llvm/Support/Error.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

struct Source {
  std::string name; // of the file, for messages; names of files in it begin at its directory
  std::string_view content;
  std::string_view section =
      {};           // the key in the file under which the models stand; empty: the file
  bool own = false; // of the project: what it declares is told apart (Library::declared)
};

/// Loads the files into one vocabulary. The error's text has one line per problem:
/// "file:line:column: error: what; expected …".
llvm::Expected<Library> load(std::span<const Source>);

/// The models that travel inside the binary, named "libpqxx.yaml".
std::vector<Source> embeddedSources();

} // namespace clangsql::models
