// The configuration that holds for a file: --config or --config-file, else the nearest `.clang-sql`
// in a directory above it; and what the command line says besides, which has the last word.
#pragma once

#include "cli/arguments.h"
#include "lint/config_file.h"

#include <llvm/Support/Error.h>

#include <optional>
#include <string>
#include <vector>

namespace clangsql::cli {

/// What the command line says of the configuration.
struct Given {
  std::string config, configFile;
  std::string checks, warningsAsErrors; // each with a comma in front
  std::optional<std::string> headerFilter, excludeHeaderFilter;
  std::vector<lint::LineFilter> lineFilter;
  std::optional<sql::Dialect> dialect;
  std::vector<std::string> libraries;
};

/// The options that fill it.
std::vector<Option> settingsOptions(Given &);
/// Of these, the ones that every command has which analyses code.
std::vector<Option> modelOptions(Given &);

/// The configuration file that holds for files of a directory (absolute), as --config-file or
/// `.clang-sql` say it; empty: none.
std::string configFileFor(const Given &, llvm::StringRef directory);

/// Settings of that file (or of none). The error's text has a line per problem.
llvm::Expected<lint::Settings> readSettings(const Given &, const std::string &configFile);

/// The directory that holds all files; of none, the working directory.
std::string commonDirectory(const std::vector<std::string> &files);

} // namespace clangsql::cli
