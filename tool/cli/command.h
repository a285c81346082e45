// What main and the subcommands share: their table, the exit codes, and how an error is told.
#pragma once

#include "cli/arguments.h"

#include <llvm/Support/Error.h>

#include <span>
#include <string>
#include <string_view>

namespace clangsql::cli {

/// When several hold, the order of precedence is 2, 3, 1, 0.
enum Exit : int {
  Clean = 0,
  Findings = 1,  // at least one warning or error
  Failure = 2,   // wrong usage, or a fault of the tool's own
  Incomplete = 3 // some unit could not be analysed
  // 128 + signal: interrupted
};

struct Command {
  llvm::StringRef name;    // "dump sql"
  llvm::StringRef usage;   // what follows the name
  llvm::StringRef summary; // one line
  int (*run)(const Command &, std::span<const std::string> arguments);
};

extern const Command check, merge, explain, explainModels, rules, dump;

/// Says "clang-sql: error: …" on standard error. Returns Failure.
int fail(llvm::StringRef message);
int fail(llvm::Error);

/// Parses a subcommand's arguments. Absent: it printed its help or an error, and `exit` says how to
/// end.
std::optional<Arguments> readArguments(const Command &, std::span<const std::string> arguments,
                                       std::span<const Option> options, int &exit);

} // namespace clangsql::cli
