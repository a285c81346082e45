// clang-sql COMMAND ARGUMENT...; without a command it is `check`.

#include "cli/command.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/raw_ostream.h>

namespace {

using namespace clangsql::cli;

const Command *const Commands[] = {&check, &merge, &explain, &rules, &explainModels, &dump};

int printVersion() {
  llvm::outs() << "clang-sql " CLANGSQL_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
  return Clean;
}

int printHelp() {
  llvm::outs() << "clang-sql finds problems in SQL that is embedded in C++ and C.\n\n"
                  "usage: clang-sql [COMMAND] ARGUMENT...\n\ncommands:\n";
  for (const Command *command : Commands)
    llvm::outs() << "  " << llvm::left_justify(command->name, 10) << command->summary << '\n';
  llvm::outs() << "\n'clang-sql COMMAND --help' tells more of each; 'clang-sql --version' prints "
                  "the version.\n";
  return Clean;
}

} // namespace

int main(int argc, char **argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  llvm::StringRef first = arguments.empty() ? "" : llvm::StringRef(arguments[0]);
  if (first == "--version" || first == "-version")
    return printVersion();
  if (first == "--help" || first == "-help" || first == "-h" || first == "help")
    return printHelp();
  for (const Command *command : Commands)
    if (command->name == first)
      return command->run(*command, std::span<const std::string>(arguments).subspan(1));
  return check.run(check, arguments);
}
