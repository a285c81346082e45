// clang-sql rules: what there is to be found.

#include "cli/command.h"
#include "lint/registry.h"
#include "report/report.h"

#include <llvm/Support/raw_ostream.h>

namespace clangsql::cli {

static int runRules(const Command &command, std::span<const std::string> arguments) {
  std::string format = "text";
  const Option options[] = {
      choice("format", "text|markdown", "how to print the list (default: text)", format)};
  int exit = Clean;
  std::optional<Arguments> given = readArguments(command, arguments, options, exit);
  if (!given)
    return exit;
  if (!given->positional.empty())
    return fail("rules takes no argument; 'clang-sql explain RULE' prints a rule's manual page");
  std::vector<const lint::Rule *> rules = clangsql::rules::all();
  if (format == "markdown") {
    llvm::outs() << report::rulesTable(rules, "rules/");
    return Clean;
  }
  size_t width = 0;
  for (const lint::Rule *rule : rules)
    width = std::max(width, rule->name.size());
  for (const lint::Rule *rule : rules)
    llvm::outs() << llvm::left_justify(rule->name, unsigned(width)) << "  " << rule->summary
                 << '\n';
  return Clean;
}

const Command rules = {"rules", "[--format=text|markdown]", "list the rules", runRules};

} // namespace clangsql::cli
