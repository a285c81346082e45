// sql-misplaced-escape: text was escaped, but for another place or another database than the one
// where it stands.

#include "lint/rule.h"
#include "lint/escaping.h"
#include "lint/holes.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::rules {

namespace {

using lint::HoleUse, lint::quoted;
using sql::Dialect, sql::Escape, sql::Position;

/// What comes of an escaper in a place it is not made for, and how to keep it all the same.
struct Misplaced {
  Escape escape;
  std::initializer_list<Position> at;
  std::string_view consequence;
  std::string_view remedy; // empty: there is none but the general advice
};

// The first that fits counts; no positions: any other.
const Misplaced table[] = {
    {Escape::LiteralBody,
     {Position::Value, Position::List},
     "without quotes around it, '0 OR true' passes unchanged",
     "write quotes around it in the SQL, or use the function that makes a whole literal"},
    {Escape::LiteralBody,
     {Position::Limit},
     "without quotes around it, any SQL passes unchanged",
     "write quotes around it in the SQL, or use the function that makes a whole literal"},
    {Escape::LiteralBody,
     {Position::Identifier},
     "without quotes around it, any SQL passes unchanged",
     ""},
    {Escape::LiteralBody,
     {Position::QuotedIdentifier},
     "the quote that ends the name is not escaped",
     ""},
    {Escape::LiteralBody, {}, "any SQL without quotes passes unchanged", ""},
    {Escape::Literal,
     {Position::LiteralBody},
     "its own quotes end the literal, and its text stands outside as SQL",
     "leave out the quotes around it in the SQL"},
    {Escape::Literal,
     {Position::LikePattern},
     "its own quotes end the literal, and its text stands outside as SQL",
     "put the wildcards into the value before it is quoted, and leave out the quotes around it in "
     "the SQL"},
    {Escape::Literal, {Position::Identifier}, "a literal is no name", ""},
    {Escape::Literal,
     {Position::QuotedIdentifier},
     "the quote that ends the name is not escaped",
     ""},
    {Escape::Literal, {Position::Comment}, "a line break ends the comment", ""},
    {Escape::Literal, {}, "a literal cannot stand there", ""},
    {Escape::Identifier,
     {Position::LiteralBody, Position::LikePattern},
     "the quote that ends the literal is not escaped",
     ""},
    {Escape::Identifier,
     {Position::QuotedIdentifier},
     "its own quotes end the name, and its text stands outside as SQL",
     "leave out the quotes around it in the SQL"},
    {Escape::Identifier, {Position::Comment}, "a line break ends the comment", ""},
    {Escape::Identifier, {}, "a name cannot stand there", ""},
    {Escape::IdentifierBody,
     {Position::LiteralBody, Position::LikePattern},
     "the quote that ends the literal is not escaped",
     ""},
    {Escape::IdentifierBody,
     {Position::Identifier},
     "without quotes around it, any SQL passes unchanged",
     "write the quotes of a name around it in the SQL"},
    {Escape::IdentifierBody, {}, "any SQL without quotes passes unchanged", ""},
};

const Misplaced &problemOf(const HoleUse &use) {
  return *llvm::find_if(table, [&](const Misplaced &entry) {
    return entry.escape == use.hole->escape &&
           (entry.at.size() == 0 || llvm::is_contained(entry.at, use.position));
  });
}

/// MySQL's literals know backslashes, and its names stand in backticks; the others double quotes.
bool isForeign(const HoleUse &use, Dialect dialect) {
  Dialect escaper = use.hole->escapedFor;
  bool known = escaper != Dialect::Generic && dialect != Dialect::Generic;
  return known && (escaper == Dialect::MySQL) != (dialect == Dialect::MySQL);
}

/// Whether it is known where the hole stands. In a text that is not understood only quotes tell.
bool isPlaced(const HoleUse &use) {
  constexpr Position quotes[] = {Position::LiteralBody, Position::LikePattern,
                                 Position::QuotedIdentifier};
  return use.variant->parsed.understanding != sql::Understanding::None ||
         llvm::is_contained(quotes, use.position);
}

/// Whether the raw text is sent while its escaped copy is left.
bool isForgotten(const HoleUse &use) {
  return lint::carriesText(*use.hole) && !use.hole->unusedCopy.empty();
}

bool isEscaped(const HoleUse &use) {
  return lint::carriesText(*use.hole) && sql::isEscaper(use.hole->escape);
}

std::string_view nameOf(Dialect dialect) {
  switch (dialect) {
  case Dialect::PostgreSQL: return "PostgreSQL";
  case Dialect::MySQL: return "MySQL";
  case Dialect::SQLite: return "SQLite";
  case Dialect::Oracle: return "Oracle";
  case Dialect::SQLServer: return "SQL Server";
  case Dialect::Generic: break;
  }
  return "another database";
}

std::string messageFor(const link::Statement &statement, const HoleUse &use) {
  std::string_view callee = lint::unqualified(statement.callee);
  if (isForgotten(use))
    return fmt::format("{} becomes SQL in {} as it is: {}, its escaped copy, is not used",
                       quoted(use.hole->expression), quoted(callee), quoted(use.hole->unusedCopy));
  if (lint::isSafe(use.position, use.hole->escape))
    return fmt::format("{} is escaped for {}, but {} sends it to {}: what one of them takes for an "
                       "escaped quote ends the text for the other",
                       quoted(use.hole->expression), nameOf(use.hole->escapedFor), quoted(callee),
                       nameOf(statement.dialect));
  return fmt::format("{} is {}, but stands {} in the SQL of {}: {}", quoted(use.hole->expression),
                     lint::treatment(use.hole->escape), lint::standing(use.position),
                     quoted(callee), problemOf(use).consequence);
}

std::vector<std::string> adviceFor(const link::Statement &statement, const HoleUse &use) {
  std::vector<std::string> lines;
  if (isForgotten(use))
    return {fmt::format("put {} in its place; or better: {}", quoted(use.hole->unusedCopy),
                        lint::advice(statement, *use.variant, use.index))};
  bool misplaced = !lint::isSafe(use.position, use.hole->escape);
  if (misplaced && !problemOf(use).remedy.empty())
    lines.emplace_back(problemOf(use).remedy);
  constexpr Position values[] = {Position::LiteralBody, Position::LikePattern, Position::Value,
                                 Position::List, Position::Limit};
  std::string general = lint::advice(statement, *use.variant, use.index);
  if (lines.empty())
    lines.push_back(general);
  else if (llvm::is_contained(values, use.position))
    lines.push_back("or better: " + general);
  return lines;
}

void check(const link::Program &program, const lint::Options &,
           std::vector<lint::Finding> &findings) {
  lint::forCalls(program, [&](std::span<const link::Statement> call) {
    const link::Statement &first = call.front();
    auto uses = lint::holesOf(call, [&](const HoleUse &use) {
      return isForgotten(use) ||
             (isEscaped(use) && isPlaced(use) &&
              (!lint::isSafe(use.position, use.hole->escape) || isForeign(use, first.dialect)));
    });
    if (uses.empty())
      return;
    findings.push_back(lint::holeFinding(
        "sql-misplaced-escape", messageFor(first, uses.front()) + lint::moreLikeIt(uses.size()),
        first, uses, adviceFor(first, uses.front())));
  });
}

} // namespace

extern const lint::Rule sql_misplaced_escape;
const lint::Rule sql_misplaced_escape{
    .name = "sql-misplaced-escape",
    .summary = "Text is escaped for another place in the SQL, or another database, than where it "
               "stands",
    .severity = lint::Severity::Warning,
    .securitySeverity = "8.1",
    .tags = "security,external/cwe/cwe-089,external/cwe/cwe-116",
    .check = check,
};

} // namespace clangsql::rules
