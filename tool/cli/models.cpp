// clang-sql models: which libraries are known, and what is known of a function or class.

#include "cli/command.h"
#include "cli/road.h"
#include "cli/settings.h"
#include "lint/project.h"
#include "models/explain.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {
namespace {

constexpr size_t MostNames = 8;

/// Whether something is known.
bool explainOne(const models::Library &library, const std::string &name) {
  std::string text = models::explain(library, name);
  if (text.empty()) {
    std::vector<std::string> near = models::namesLike(library, name, MostNames);
    text = fmt::format("nothing is known of '{}'{}{}\n", name, near.empty() ? "" : "; known are ",
                       llvm::join(near, ", "));
    llvm::outs() << text;
    return false;
  }
  llvm::outs() << text;
  return true;
}

int runModels(const Command &command, std::span<const std::string> arguments) {
  Given given;
  std::vector<std::string> names;
  std::vector<Option> options = modelOptions(given);
  options.insert(options.begin(),
                 list("explain", "NAME", "what is known of a function or class, qualified", names));
  int exit = Clean;
  std::optional<Arguments> read = readArguments(command, arguments, options, exit);
  if (!read)
    return exit;
  if (!read->positional.empty())
    return fail("models takes no argument; --explain NAME says what is known of a function");
  llvm::Expected<lint::Settings> settings =
      readSettings(given, configFileFor(given, workingDirectory()));
  if (!settings)
    return fail(settings.takeError());
  llvm::Expected<models::Library> library = lint::loadModels(*settings);
  if (!library)
    return fail(library.takeError());
  if (names.empty())
    llvm::outs() << models::listLibraries(*library);
  bool known = true;
  for (const std::string &name : names)
    known &= explainOne(*library, name);
  return known ? Clean : Findings;
}

} // namespace

const Command explainModels = {"models", "[--explain=NAME] [options]",
                               "list the libraries that are known, or explain a function's model",
                               runModels};

} // namespace clangsql::cli
