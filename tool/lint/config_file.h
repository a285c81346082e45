// The configuration as YAML: a project's `.clang-sql`, --config and --config-file.
#pragma once

#include "lint/config.h"

#include <llvm/Support/Error.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// Where each setting comes from: "checks" → "/shop/.clang-sql:3", "options.sql-injection.Grades" →
/// "--config:1". What is not in it is the default.
using Origins = std::map<std::string, std::string, std::less<>>;

/// What a configuration says, and the models that it brings.
struct Settings {
  std::string file; // that was read; empty: none
  Config config;
  Origins origins;
  std::vector<std::string> libraries; // absolute paths of model files
  std::string models; // if the file has a section of that name, the text of the whole file
};

/// A file's name, its text, and the directory to which its paths are relative.
struct ConfigText {
  std::string_view name, yaml, directory;
};

/// Adds a YAML text to the settings: `checks` and `warnings-as-errors` are appended, the others
/// replaced. Each key is known by clang-tidy's name, too (`CheckOptions` is `options`). The error's
/// text has a line per problem: "file:line:column: error: what; expected …".
llvm::Error readConfig(const ConfigText &, std::span<const Rule *const> all, Settings &);

} // namespace clangsql::lint
