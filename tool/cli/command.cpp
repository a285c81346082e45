#include "cli/command.h"

#include <llvm/Support/raw_ostream.h>

#include <fmt/format.h>

namespace clangsql::cli {

int fail(llvm::StringRef message) {
  llvm::outs().flush();
  llvm::errs() << "clang-sql: error: " << message << '\n';
  return Failure;
}

int fail(llvm::Error error) { return fail(llvm::toString(std::move(error))); }

std::optional<Arguments> readArguments(const Command &command,
                                       std::span<const std::string> arguments,
                                       std::span<const Option> options, int &exit) {
  llvm::Expected<Arguments> result = parse(arguments, options);
  if (!result) {
    exit = fail(result.takeError());
    return std::nullopt;
  }
  if (result->help) {
    llvm::outs() << "usage: clang-sql " << command.name << ' ' << command.usage << "\n\n"
                 << command.summary << (options.empty() ? "\n" : "\n\noptions:\n")
                 << describe(options);
    exit = Clean;
    return std::nullopt;
  }
  return std::move(*result);
}

} // namespace clangsql::cli
