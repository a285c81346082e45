#include "cli/settings.h"

#include "cli/road.h"
#include "lint/project.h"
#include "lint/registry.h"
#include "models/words.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

namespace clangsql::cli {

namespace {

// May stand several times: what comes later is appended, as in clang-tidy.
Option globs(llvm::StringRef name, llvm::StringRef help, std::string &target) {
  return {name, "GLOBS", help, [&target](llvm::StringRef value) {
            target += "," + value.str();
            return llvm::Error::success();
          }};
}

Option regex(llvm::StringRef name, llvm::StringRef help, std::optional<std::string> &target) {
  return {name, "REGEX", help, [&target](llvm::StringRef value) {
            target = value.str();
            return llvm::Error::success();
          }};
}

Option lineFilter(std::vector<lint::LineFilter> &target) {
  return {"line-filter", "JSON",
          R"(only these lines: [{"name":"a.cpp","lines":[[1,3],[5,7]]},{"name":"b.h"}])",
          [&target](llvm::StringRef value) -> llvm::Error {
            llvm::Expected<std::vector<lint::LineFilter>> filter = lint::parseLineFilter(value);
            if (!filter)
              return filter.takeError();
            target = std::move(*filter);
            return llvm::Error::success();
          }};
}

Option dialect(std::optional<sql::Dialect> &target) {
  return {"dialect", "NAME",
          "whose SQL it is where the client library serves several databases: postgresql, mysql, "
          "sqlite, oracle, sqlserver",
          [&target](llvm::StringRef value) -> llvm::Error {
            const sql::Dialect *known = models::valueOf(models::dialectWords, value);
            if (!known)
              return llvm::createStringError(
                  fmt::format("option '--dialect' has no '{}'; one of {}", value,
                              models::anyOf(models::spelled(models::dialectWords))));
            target = *known;
            return llvm::Error::success();
          }};
}

void appendGlobs(std::string &globs, const std::string &more, const char *key,
                 lint::Settings &settings) {
  if (more.empty())
    return;
  globs = llvm::StringRef(globs + more).ltrim(',').str();
  std::string &origin = settings.origins[key];
  origin += fmt::format("{}--{}", origin.empty() ? "" : ", ", key);
}

void replace(std::string &value, const std::optional<std::string> &given, const char *key,
             lint::Settings &settings) {
  if (!given)
    return;
  value = *given;
  settings.origins[key] = fmt::format("--{}", key);
}

/// The command line has the last word.
void apply(const Given &given, lint::Settings &settings) {
  lint::Config &config = settings.config;
  appendGlobs(config.checks, given.checks, "checks", settings);
  appendGlobs(config.warningsAsErrors, given.warningsAsErrors, "warnings-as-errors", settings);
  replace(config.headerFilter, given.headerFilter, "header-filter", settings);
  replace(config.excludeHeaderFilter, given.excludeHeaderFilter, "exclude-header-filter", settings);
  config.lineFilter = given.lineFilter;
  if (given.dialect) {
    config.dialect = *given.dialect;
    settings.origins["dialect"] = "--dialect";
  }
  settings.libraries.insert(settings.libraries.end(), given.libraries.begin(),
                            given.libraries.end());
}

} // namespace

std::vector<Option> modelOptions(Given &given) {
  return {text("config-file", "FILE", "the configuration, instead of the nearest .clang-sql",
               given.configFile),
          text("config", "YAML",
               "the configuration itself: '{options: {sql-injection.Grades: tainted}}'",
               given.config),
          dialect(given.dialect),
          list("library", "FILE.yaml", "further library models", given.libraries)};
}

std::vector<Option> settingsOptions(Given &given) {
  std::vector<Option> options = {
      globs("checks", "rules to run, as globs added to 'sql-*'; '-' in front takes away",
            given.checks),
      globs("warnings-as-errors", "rules whose warnings become errors", given.warningsAsErrors),
      regex("header-filter", "headers whose findings are shown (default: .*)", given.headerFilter),
      regex("exclude-header-filter", "headers whose findings are not shown",
            given.excludeHeaderFilter),
      lineFilter(given.lineFilter)};
  std::vector<Option> more = modelOptions(given);
  options.insert(options.begin() + 2, more.begin(), more.end());
  return options;
}

std::string configFileFor(const Given &given, llvm::StringRef directory) {
  if (!given.configFile.empty() || !given.config.empty())
    return given.configFile;
  return lint::findConfigFile(directory);
}

llvm::Expected<lint::Settings> readSettings(const Given &given, const std::string &configFile) {
  lint::Settings settings;
  if (!given.config.empty() && !given.configFile.empty())
    return llvm::createStringError("--config and --config-file exclude each other");
  if (!given.config.empty())
    if (llvm::Error problem = lint::readConfig({"--config", given.config, workingDirectory()},
                                               clangsql::rules::all(), settings))
      return problem;
  if (!configFile.empty())
    if (llvm::Error problem = lint::readConfigFile(configFile, clangsql::rules::all(), settings))
      return problem;
  apply(given, settings);
  std::vector<std::string> problems = lint::findProblems(clangsql::rules::all(), settings.config);
  if (!problems.empty())
    return llvm::createStringError(llvm::join(problems, "\n"));
  return settings;
}

std::string commonDirectory(const std::vector<std::string> &files) {
  if (files.empty())
    return workingDirectory();
  std::string common = llvm::sys::path::parent_path(files.front()).str();
  for (const std::string &file : files)
    while (!common.empty() && !llvm::StringRef(file).starts_with(common + "/"))
      common = llvm::sys::path::parent_path(common) == "/"
                   ? ""
                   : llvm::sys::path::parent_path(common).str();
  return common.empty() ? "/" : common;
}

} // namespace clangsql::cli
