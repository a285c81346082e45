// What a project says of itself: its `.clang-sql`, and the models that it brings.
#pragma once

#include "lint/config_file.h"
#include "models/model.h"

#include <llvm/Support/Error.h>

#include <string>

namespace clangsql::lint {

/// The nearest `.clang-sql` in a directory (absolute) or above it; empty: there is none.
std::string findConfigFile(std::string_view directory);

/// Adds a configuration file to the settings. The error's text has a line per problem.
llvm::Error readConfigFile(const std::string &file, std::span<const Rule *const> all, Settings &);

/// The library models inside the binary and those of the project. The error's text has a line per
/// problem.
llvm::Expected<models::Library> loadModels(const Settings & = {});

} // namespace clangsql::lint
