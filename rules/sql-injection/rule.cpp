// sql-injection: text that is neither constant nor escaped for its position becomes SQL.

#include "lint/rule.h"
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
     "`unproven` (the text is not "
     "constant and nothing shows it harmless).",
     "tainted,unproven"},
    {"WholeStatements", lint::Option::Flag, "false",
     "Also report a statement of which no part is known, as unproven (`exec(load(file))`)."},
};

/// What would have been right where a hole stands.
enum class Advice { Bind, ChooseName, ChooseWord, Rebuild, Remove };

struct PositionInfo {
  Position position;
  std::initializer_list<Escape> safe; // beside Escape::Checked, which is safe everywhere
  std::string_view where;             // "it stands …"
  Advice advice;
};

// Escape::Literal and Escape::Identifier yield one closed token: wrong where a name or value is
// asked for, but never a way out.
const PositionInfo positions[] = {
    {Position::Unknown,
     {Escape::LiteralBody, Escape::Literal, Escape::Identifier},
     "in the statement",
     Advice::Bind},
    {Position::LiteralBody, {Escape::LiteralBody}, "inside a quoted literal", Advice::Bind},
    {Position::LikePattern, {Escape::LiteralBody}, "inside a quoted LIKE pattern", Advice::Bind},
    {Position::Value, {Escape::Literal, Escape::Identifier}, "as a bare value", Advice::Bind},
    {Position::Identifier, {Escape::Identifier}, "in the place of a name", Advice::ChooseName},
    {Position::QuotedIdentifier, {}, "inside a quoted name", Advice::ChooseName},
    {Position::Direction, {}, "in the place of a keyword", Advice::ChooseWord},
    {Position::Limit, {Escape::Literal}, "as a row count", Advice::Bind},
    {Position::List, {Escape::Literal, Escape::Identifier}, "in a list of values", Advice::Bind},
    {Position::Operator, {}, "in the place of an operator", Advice::ChooseWord},
    {Position::Clause, {Escape::Literal, Escape::Identifier}, "as a whole clause", Advice::Rebuild},
    {Position::Statement, {}, "as a statement of its own", Advice::Rebuild},
    {Position::Comment, {}, "inside a comment", Advice::Remove},
};

const PositionInfo &infoOf(Position position) {
  return *llvm::find_if(positions,
                        [&](const PositionInfo &info) { return info.position == position; });
}

bool safe(Position position, Escape escape) {
  return escape == Escape::Checked || llvm::is_contained(infoOf(position).safe, escape);
}

std::string_view purposeOf(Escape escape) {
  switch (escape) {
  case Escape::LiteralBody: return "escaped for the inside of a quoted literal";
  case Escape::Literal: return "quoted as a whole literal";
  case Escape::Identifier: return "quoted as a name";
  case Escape::None:
  case Escape::Checked: break;
  }
  return "not escaped";
}

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
    Position position =
        index < variant.parsed.holes.size() ? variant.parsed.holes[index] : Position::Unknown;
    Danger danger{&variant, index++, hole, position};
    bool tainted = hole->grade == Grade::Tainted;
    if (!carriesText(*hole) || safe(position, hole->escape) ||
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
  std::string_view where = infoOf(dangers.front().position).where;
  std::string callee = quoted(lint::unqualified(statement.callee));
  std::string expression = quoted(hole.expression);
  std::string text = hole.grade == Grade::Tainted
                         ? fmt::format("{} comes from {} and becomes SQL in {}", expression,
                                       originOf(hole.source), callee)
                         : fmt::format("{} becomes SQL in {}", expression, callee);
  if (hole.escape != Escape::None)
    text += fmt::format(": it is {}, but stands {}", purposeOf(hole.escape), where);
  else if (hole.grade == Grade::Tainted)
    text += fmt::format(": it stands unescaped {}", where);
  else
    text += fmt::format(": it stands unescaped {}, and nothing shows it harmless", where);
  if (dangers.size() > 1)
    text += fmt::format(" ({} more like it)", dangers.size() - 1);
  return text;
}

std::string adviceFor(const link::Statement &statement, const Danger &danger) {
  switch (infoOf(danger.position).advice) {
  case Advice::ChooseName:
    return "a name cannot be a parameter: choose it from constants, or let the client library "
           "quote it as an identifier";
  case Advice::ChooseWord: return "a keyword cannot be a parameter: choose between constants";
  case Advice::Rebuild: return "build the statement of constant parts, and bind the values";
  case Advice::Remove: return "leave it out of the SQL";
  case Advice::Bind: break;
  }
  std::string parameter =
      lint::placeholder(statement.placeholders, danger.variant->parsed.parameterCount);
  if (parameter.empty())
    return "send it apart from the SQL, as a bound value, or escape it for this place";
  bool inQuotes =
      danger.position == Position::LiteralBody || danger.position == Position::LikePattern;
  return fmt::format(
      "bind it as a parameter: write {} in its place{} and pass the value beside the SQL",
      parameter, inQuotes ? ", without the quotes," : "");
}

void addPath(const link::Statement &statement, const Danger &danger, lint::Finding &finding) {
  const link::Hole &hole = *danger.hole;
  lint::Flow flow{fmt::format("how {} becomes SQL", quoted(hole.expression)), hole.path};
  for (const link::Hop &hop : hole.path)
    finding.notes.push_back({hop.where, hop.what});
  std::string reason = hole.reason.empty() ? "" : fmt::format(" ({})", hole.reason);
  finding.notes.push_back({hole.where, fmt::format("{} becomes part of the text here{}",
                                                   quoted(hole.expression), reason)});
  flow.hops.push_back({hole.where, finding.notes.back().message});
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
  finding.notes.push_back({dangers.front().hole->where, adviceFor(statement, dangers.front())});
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
