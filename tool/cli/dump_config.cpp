// clang-sql dump config: the configuration that holds for a file, and where each setting comes
// from.

#include "cli/dump.h"
#include "lint/project.h"
#include "lint/registry.h"
#include "models/words.h"

#include <fmt/format.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/YAMLParser.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

std::string quoted(llvm::StringRef text) { return '"' + llvm::yaml::escape(text) + '"'; }

/// Prints settings as a configuration that would say the same.
class Printer {
public:
  explicit Printer(const lint::Settings &settings) : settings_(settings) {}

  void print() const {
    const lint::Config &config = settings_.config;
    line("checks", quoted(config.checks), "checks");
    line("warnings-as-errors", quoted(config.warningsAsErrors), "warnings-as-errors");
    line("header-filter", quoted(config.headerFilter), "header-filter");
    line("exclude-header-filter", quoted(config.excludeHeaderFilter), "exclude-header-filter");
    line("dialect", models::wordOf(models::dialectWords, config.dialect), "dialect");
    llvm::outs() << "options:\n";
    for (const lint::Rule *rule : clangsql::rules::all())
      for (const lint::Option &option : rule->options)
        printOption(*rule, option);
    if (!settings_.libraries.empty())
      llvm::outs() << "libraries:" << from("libraries") << '\n';
    for (const std::string &library : settings_.libraries)
      llvm::outs() << "  - " << quoted(library) << '\n';
    if (!settings_.models.empty())
      llvm::outs() << "# models: see" << llvm::StringRef(from("models")).drop_front(3) << '\n';
  }

private:
  void printOption(const lint::Rule &rule, const lint::Option &option) const {
    std::string key = fmt::format("{}.{}", rule.name, option.name);
    line("  " + key, quoted(lint::Options(rule, settings_.config.options).get(option.name)),
         "options." + key);
  }

  void line(std::string_view key, std::string_view value, std::string_view origin) const {
    llvm::outs() << fmt::format("{}: {}{}\n", key, value, from(origin));
  }

  std::string from(std::string_view key) const {
    auto found = settings_.origins.find(key);
    return "  # " + (found == settings_.origins.end() ? "default" : found->second);
  }

  const lint::Settings &settings_;
};

int runDumpConfig(const Command &command, std::span<const std::string> arguments) {
  Given given;
  int exit = Clean;
  std::optional<Arguments> read = readArguments(command, arguments, settingsOptions(given), exit);
  if (!read)
    return exit;
  if (read->positional.size() > 1)
    return fail("dump config takes one file or directory");
  llvm::SmallString<256> path(read->positional.empty() ? workingDirectory() : read->positional[0]);
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  llvm::StringRef directory =
      llvm::sys::fs::is_directory(path) ? path.str() : llvm::sys::path::parent_path(path);
  llvm::Expected<lint::Settings> settings = readSettings(given, configFileFor(given, directory));
  if (!settings)
    return fail(settings.takeError());
  if (llvm::Expected<models::Library> library = lint::loadModels(*settings); !library)
    return fail(library.takeError());
  Printer(*settings).print();
  return Clean;
}

} // namespace

const Command dumpConfig = {"dump config", "[options] [FILE]",
                            "the configuration that holds for a file, and where it comes from",
                            runDumpConfig};

} // namespace clangsql::cli
