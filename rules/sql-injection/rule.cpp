// sql-injection: text that is neither constant nor escaped for its position becomes SQL.

#include "lint/rule.h"
#include "lint/escaping.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <tuple>

namespace clangsql::rules {

namespace {

using link::Grade;
using lint::quoted;
using sql::Escape, sql::Position;

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

/// A hole that nothing makes safe, in one of a statement's variants.
struct Danger {
  const link::Variant *variant;
  size_t index; // among the variant's holes
  const link::Hole *hole;
  Position position;

  auto place() const {
    const link::Where &w = hole->where;
    return std::tie(w.at.file, w.at.offset, w.spelling.file, w.spelling.offset, hole->expression);
  }
};

bool carriesText(const link::Hole &hole) {
  return hole.kind == sql::HoleKind::Text || hole.kind == sql::HoleKind::Unknown;
}

void collect(const link::Variant &variant, const lint::Options &options,
             std::vector<Danger> &dangers) {
  bool nothingKnown = variant.fragments.size() == 1;
  size_t index = 0;
  for (const link::Fragment &fragment : variant.fragments) {
    const auto *hole = std::get_if<link::Hole>(&fragment);
    if (!hole)
      continue;
    Position position = lint::positionOf(variant, index);
    Danger danger{&variant, index++, hole, position};
    bool tainted = hole->grade == Grade::Tainted;
    if (!carriesText(*hole) || lint::isSafe(position, hole->escape) ||
        !options.has("Grades", tainted ? "tainted" : "unproven"))
      continue;
    if (!tainted && nothingKnown && !options.flag("WholeStatements"))
      continue;
    if (llvm::none_of(dangers,
                      [&](const Danger &known) { return known.place() == danger.place(); }))
      dangers.push_back(danger);
  }
}

std::string messageFor(const link::Statement &statement, const std::vector<Danger> &dangers) {
  const link::Hole &hole = *dangers.front().hole;
  std::string_view where = lint::standing(dangers.front().position);
  std::string callee = quoted(lint::unqualified(statement.callee));
  std::string expression = quoted(hole.expression);
  std::string text = hole.grade == Grade::Tainted
                         ? fmt::format("{} comes from {} and becomes SQL in {}", expression,
                                       originOf(hole.source), callee)
                         : fmt::format("{} becomes SQL in {}", expression, callee);
  if (hole.escape != Escape::None)
    text += fmt::format(": it is {}, but stands {}", lint::treatment(hole.escape), where);
  else if (hole.grade == Grade::Tainted)
    text += fmt::format(": it stands unescaped {}", where);
  else
    text += fmt::format(": it stands unescaped {}, and nothing shows it harmless", where);
  if (dangers.size() > 1)
    text += fmt::format(" ({} more like it)", dangers.size() - 1);
  return text;
}

/// The hole's way from the source to the text: what is known of it goes with the first step.
std::vector<link::Hop> stepsOf(const link::Hole &hole) {
  std::vector<link::Hop> steps = hole.path;
  if (llvm::none_of(steps, [&](const link::Hop &hop) { return hop.where == hole.where; }))
    steps.push_back(
        {hole.where, fmt::format("{} becomes part of the text here", quoted(hole.expression))});
  if (!hole.reason.empty())
    steps.front().what += fmt::format(" ({})", hole.reason);
  return steps;
}

void addPath(const link::Statement &statement, const Danger &danger, lint::Finding &finding) {
  lint::Flow flow{fmt::format("how {} becomes SQL", quoted(danger.hole->expression)),
                  stepsOf(*danger.hole)};
  for (const link::Hop &hop : flow.hops)
    finding.notes.push_back({hop.where, hop.what});
  flow.hops.push_back(
      {statement.call, fmt::format("sent by {}", quoted(lint::unqualified(statement.callee)))});
  llvm::append_range(flow.hops, statement.through);
  finding.flows.push_back(std::move(flow));
}

lint::Finding findingFor(const link::Statement &statement, const std::vector<Danger> &dangers) {
  lint::Finding finding{
      .rule = "sql-injection", .message = messageFor(statement, dangers), .where = statement.call};
  std::vector<size_t> marked;
  for (const Danger &danger : dangers) {
    finding.ranges.push_back(danger.hole->where);
    if (danger.variant == dangers.front().variant)
      marked.push_back(danger.index);
  }
  std::string_view caption = statement.variants.size() > 1 || statement.truncated
                                 ? "one of the texts that are sent"
                                 : "the SQL that is sent";
  finding.notes.push_back(
      lint::sqlNote(statement.call, std::string(caption), *dangers.front().variant, marked));
  for (const Danger &danger : dangers)
    addPath(statement, danger, finding);
  for (const link::Hop &hop : statement.through)
    finding.notes.push_back({hop.where, hop.what});
  finding.notes.push_back(
      {statement.call, lint::advice(statement, *dangers.front().variant, dangers.front().index)});
  return finding;
}

void check(const link::Program &program, const lint::Options &options,
           std::vector<lint::Finding> &findings) {
  auto next = program.statements.begin(), end = program.statements.end();
  while (next != end) {
    const link::Statement &first = *next;
    std::vector<Danger> dangers;
    for (; next != end && next->call == first.call; ++next)
      if (next->kind != link::Statement::Loose && next->kind != link::Statement::BulkInsert)
        for (const link::Variant &variant : next->variants)
          collect(variant, options, dangers);
    if (dangers.empty())
      continue;
    auto tainted = [](const Danger &danger) { return danger.hole->grade == Grade::Tainted; };
    llvm::sort(dangers, [&](const Danger &a, const Danger &b) {
      return std::tuple(!tainted(a), a.place()) < std::tuple(!tainted(b), b.place());
    });
    findings.push_back(findingFor(first, dangers));
  }
}

} // namespace

extern const lint::Rule sql_injection;
const lint::Rule sql_injection{
    .name = "sql-injection",
    .summary = "Text that is neither constant nor escaped for its position becomes SQL",
    .severity = lint::Severity::Warning,
    .securitySeverity = "8.8",
    .tags = "security,external/cwe/cwe-089",
    .options = options,
    .check = check,
};

} // namespace clangsql::rules
