// sql-injection: text that is neither constant nor escaped becomes SQL.

#include "lint/rule.h"
#include "lint/escaping.h"
#include "lint/holes.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::rules {

namespace {

using link::Grade;
using lint::quoted;

constexpr lint::Option options[] = {
    {"Grades", lint::Option::Words, "tainted,unproven",
     "Which grades are reported: `tainted` (a path from a known source of outside text was seen), "
     "`unproven` (the text is not constant, and nothing shows it harmless).",
     "tainted,unproven"},
    {"WholeStatements", lint::Option::Flag, "false",
     "Also report a statement of which no part is known, as unproven (`exec(load(file))`)."},
};

std::string_view originOf(std::string_view source) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"arguments", "the command line"},
      {"environment", "the environment"},
      {"input", "standard input"},
      {"network", "the network"},
      {"file", "a file"},
      {"database", "the database"}};
  auto it = llvm::find_if(words, [&](const auto &word) { return word.first == source; });
  return it != std::end(words) ? it->second : source.empty() ? "outside" : source;
}

bool isReported(const lint::HoleUse &use, const lint::Options &options) {
  bool tainted = use.hole->grade == Grade::Tainted;
  // What was escaped for another place is sql-misplaced-escape's.
  if (!lint::carriesText(*use.hole) || sql::isEscaper(use.hole->escape) ||
      lint::isSafe(use.position, use.hole->escape) ||
      !options.has("Grades", tainted ? "tainted" : "unproven"))
    return false;
  // Not even the verb is known: a wrapper's text, or one that was read whole.
  bool leads = std::get_if<link::Hole>(&use.variant->fragments.front()) == use.hole;
  bool nothingKnown =
      use.variant->fragments.size() == 1 || (leads && use.position == sql::Position::Statement);
  return tainted || !nothingKnown || options.flag("WholeStatements");
}

std::string messageFor(const link::Statement &statement, const std::vector<lint::HoleUse> &uses) {
  const link::Hole &hole = *uses.front().hole;
  std::string callee = quoted(lint::unqualified(statement.callee));
  std::string_view where = lint::standing(uses.front().position);
  std::string text =
      hole.grade == Grade::Tainted
          ? fmt::format("{} comes from {} and becomes SQL in {}: it stands unescaped {}",
                        quoted(hole.expression), originOf(hole.source), callee, where)
          : fmt::format(
                "{} becomes SQL in {}: it stands unescaped {}, and nothing shows it harmless",
                quoted(hole.expression), callee, where);
  return text + lint::moreLikeIt(uses.size());
}

void check(const link::Program &program, const lint::Options &options,
           std::vector<lint::Finding> &findings) {
  lint::forCalls(program, [&](std::span<const link::Statement> call) {
    auto uses =
        lint::holesOf(call, [&](const lint::HoleUse &use) { return isReported(use, options); });
    if (uses.empty())
      return;
    std::string advice = lint::advice(call.front(), *uses.front().variant, uses.front().index);
    findings.push_back(lint::holeFinding("sql-injection", messageFor(call.front(), uses),
                                         call.front(), uses, {&advice, 1}));
  });
}

} // namespace

extern const lint::Rule sql_injection;
const lint::Rule sql_injection{
    .name = "sql-injection",
    .summary = "Text that is neither constant nor escaped becomes SQL",
    .severity = lint::Severity::Warning,
    .securitySeverity = "8.8",
    .tags = "security,external/cwe/cwe-089",
    .options = options,
    .check = check,
};

} // namespace clangsql::rules
