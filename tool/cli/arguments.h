// Reads a subcommand's arguments by a table of options, and prints the table as help.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clangsql::cli {

/// One option. `-name` and `--name` are the same, as in Clang's tools; a value follows after `=` or
/// as the next argument, that of a one-letter option also without anything between.
struct Option {
  llvm::StringRef name;
  llvm::StringRef
      value; // what help calls the value; empty: a flag, whose `set` gets "true" or "false"
  llvm::StringRef help; // empty: another name for the option before it
  std::function<llvm::Error(llvm::StringRef)> set;
  bool incidental = false; // says how to work and what to print, not what to look for
};

/// The same option, incidental.
Option incidental(Option);

Option flag(llvm::StringRef name, llvm::StringRef help, bool &);
Option text(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help, std::string &);
Option list(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help,
            std::vector<std::string> &);
Option number(llvm::StringRef name, llvm::StringRef value, llvm::StringRef help, unsigned &);
Option choice(llvm::StringRef name, llvm::StringRef choices /* "a|b" */, llvm::StringRef help,
              std::string &);

struct Arguments {
  std::vector<std::string> positional;
  std::optional<std::vector<std::string>> flags; // what stands after `--`
  std::vector<std::string> options;              // as given, but for incidental ones
  bool help = false;                             // --help or -h stands among them

  /// Options, positional arguments and flags, in this order, but for incidental options.
  std::vector<std::string> substance() const;
};

/// An error is one line for the user; that of an unknown option names the nearest known one.
llvm::Expected<Arguments> parse(std::span<const std::string> arguments,
                                std::span<const Option> options);

/// The options, one a line, with their help.
std::string describe(std::span<const Option> options);

/// "; did you mean 'x'?" with the nearest candidate, or nothing if none is near.
std::string suggestion(llvm::StringRef given, std::span<const llvm::StringRef> candidates,
                       llvm::StringRef prefix = "");

} // namespace clangsql::cli
