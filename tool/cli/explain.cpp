// clang-sql explain RULE: the rule's manual page, as it stands in rules/<rule>/README.md.

#include "cli/command.h"
#include "embedded/embedded.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {

static int runExplain(const Command &command, std::span<const std::string> arguments) {
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, {}, exit);
  if (!given)
    return exit;
  if (given->positional.size() != 1)
    return fail("explain needs the name of one rule; 'clang-sql rules' lists them");
  llvm::StringRef name = given->positional[0];
  std::vector<llvm::StringRef> known;
  for (const embedded::File &manual : embedded::manuals()) {
    if (name == llvm::StringRef(manual.name)) {
      llvm::outs() << manual.content;
      return Clean;
    }
    known.push_back(manual.name);
  }
  return fail("unknown rule '" + name.str() + "'" + suggestion(name, known));
}

const Command explain = {"explain", "RULE", "print a rule's manual page", runExplain};

} // namespace clangsql::cli
