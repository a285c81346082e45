// sql-dead-placeholder: a placeholder that is none because of where it stands, or placeholders that
// do not match the values that are bound.

#include "lint/rule.h"
#include "lint/wording.h"
#include "sql/dead_placeholders.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::rules {

namespace {

using lint::quoted;
using sql::DeadPlaceholder, sql::PlaceholderUse;

bool isCandidate(const link::Statement &statement) {
  bool sends = statement.kind == link::Statement::Execute ||
               statement.kind == link::Statement::Prepare ||
               statement.kind == link::Statement::Cursor;
  return sends && statement.binds && statement.placeholders != sql::NoPlaceholder;
}

/// Whether a value is meant for it. Where it is known what is bound, one must be left over;
/// otherwise its place has to leave no doubt.
bool isMeant(const link::Statement &statement, const PlaceholderUse &use,
             const DeadPlaceholder &dead) {
  if (dead.number && llvm::is_contained(use.numbers, *dead.number))
    return false;
  if (!statement.bound) // a higher number that is used has one of its own left over
    return dead.plain || (dead.number && *dead.number < use.required());
  return dead.number ? *dead.number <= *statement.bound : use.required() < *statement.bound;
}

std::string deadMessage(std::string_view placeholder, const DeadPlaceholder &dead) {
  switch (dead.place) {
  case DeadPlaceholder::InLiteral:
    return fmt::format("{} stands inside a quoted literal: it is these characters there, and no "
                       "value is put in its place",
                       quoted(placeholder));
  case DeadPlaceholder::InName:
    return fmt::format("{} is a part of the name {}, and no value is put in its place",
                       quoted(placeholder), dead.token);
  case DeadPlaceholder::Glued: break;
  }
  return fmt::format("{} touches the name {}: a value cannot become a part of a name",
                     quoted(placeholder), quoted(dead.token));
}

std::string deadAdvice(const link::Statement &statement, std::string_view placeholder,
                       const DeadPlaceholder &dead) {
  if (dead.place != DeadPlaceholder::InLiteral)
    return "a name cannot be a parameter: choose it from constants, or let the client library "
           "quote it as an identifier";
  bool alone = dead.token.size() == placeholder.size() + 2;
  if (alone)
    return fmt::format("leave out the quotes: {}", placeholder);
  return statement.dialect == sql::Dialect::MySQL
             ? fmt::format("put the text together in SQL, as CONCAT('…', {}), or in the value",
                           placeholder)
             : fmt::format("put the text together in SQL, as '…' || {}, or in the value",
                           placeholder);
}

lint::Finding deadFinding(const link::Statement &statement, const link::Variant &variant,
                          const DeadPlaceholder &dead) {
  std::string placeholder = variant.text.bytes.substr(dead.offset, dead.length);
  std::optional<link::Where> source = link::whereOf(variant, dead.offset);
  lint::Finding finding{.rule = "sql-dead-placeholder"};
  lint::placeInText(finding, source.value_or(statement.call), statement);
  if (source && finding.where.at == finding.where.spelling)
    for (link::Location *at : {&finding.where.at, &finding.where.spelling})
      at->length = dead.length;
  finding.message = deadMessage(placeholder, dead);
  finding.notes.push_back(lint::sqlNoteAt(
      statement.call,
      fmt::format("the SQL that {} sends", quoted(lint::unqualified(statement.callee))), variant,
      dead.offset, dead.length));
  finding.notes.push_back({finding.where, deadAdvice(statement, placeholder, dead)});
  return finding;
}

lint::Finding countFinding(const link::Statement &statement, unsigned required) {
  lint::Finding finding{.rule = "sql-dead-placeholder", .where = statement.call};
  finding.message =
      fmt::format("{} binds {} value{}, but the statement asks for {}",
                  quoted(lint::unqualified(statement.callee)), *statement.bound,
                  *statement.bound == 1 ? "" : "s", required ? std::to_string(required) : "none");
  finding.notes.push_back(
      lint::sqlNote(statement.call, "the SQL that is sent", statement.variants.front()));
  for (const link::Hop &hop : statement.through)
    finding.notes.push_back({hop.where, hop.what});
  return finding;
}

/// Whether a text's placeholders are all known, so that their number can be compared.
bool isCountable(const link::Variant &variant, const PlaceholderUse &use) {
  return variant.text.holes.empty() && use.counted &&
         variant.parsed.understanding == sql::Understanding::Full;
}

void checkStatement(const link::Statement &statement, std::vector<lint::Finding> &findings) {
  bool differs = statement.bound && !statement.truncated, dead = false;
  unsigned required = 0;
  for (const link::Variant &variant : statement.variants) {
    PlaceholderUse use =
        sql::placeholdersOf(variant.text, {statement.dialect, statement.placeholders});
    for (const DeadPlaceholder &one : use.dead)
      if (isMeant(statement, use, one)) {
        findings.push_back(deadFinding(statement, variant, one));
        dead = true;
      }
    differs = differs && isCountable(variant, use) && use.required() != *statement.bound;
    required = std::max(required, use.required());
  }
  if (differs && !dead)
    findings.push_back(countFinding(statement, required));
}

void check(const link::Program &program, const lint::Options &,
           std::vector<lint::Finding> &findings) {
  for (const link::Statement &statement : program.statements)
    if (isCandidate(statement))
      checkStatement(statement, findings);
}

} // namespace

extern const lint::Rule sql_dead_placeholder;
const lint::Rule sql_dead_placeholder{
    .name = "sql-dead-placeholder",
    .summary = "A placeholder inside a literal or name, or more or fewer of them than bound values",
    .severity = lint::Severity::Warning,
    .tags = "reliability,correctness",
    .check = check,
};

} // namespace clangsql::rules
