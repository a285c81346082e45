// The configuration as YAML: clang-tidy's --config and --config-file, with its keys.
#pragma once

#include "lint/config.h"

#include <llvm/Support/Error.h>

#include <string_view>

namespace clangsql::lint {

/// Adds a YAML text to a configuration: `Checks` and `WarningsAsErrors` are appended, the others
/// (`HeaderFilterRegex`, `ExcludeHeaderFilterRegex`, `CheckOptions: {sql-injection.Grades:
/// tainted}`) replaced. `name`: for error messages, which say the line and what was expected.
llvm::Error readConfig(std::string_view yaml, std::string_view name, Config &);

} // namespace clangsql::lint
