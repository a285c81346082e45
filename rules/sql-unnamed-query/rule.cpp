// sql-unnamed-query: a statement written inline at the call, not under a name that can be searched
// for.

#include "lint/rule.h"
#include "lint/naming.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include <map>
#include <set>

namespace clangsql::rules {

namespace {

using lint::quoted;
using sql::StatementKind;

constexpr lint::Option options[] = {
    {"Exempt", lint::Option::Words, "transaction,session,health",
     "Statements that need no name: `transaction` (BEGIN, COMMIT, SAVEPOINT, …), `session` (SET, "
     "SHOW, LISTEN, DEALLOCATE, …), "
     "`health` (a SELECT without tables, such as `SELECT 1`), `ddl` (CREATE, ALTER, DROP, …).",
     "transaction,session,health,ddl"},
    {"MinLength", lint::Option::Number, "0", "Statements of fewer characters need no name."},
    {"GenericNames", lint::Option::Words, "sql,query,q,stmt,statement,cmd,command,text,str,s",
     "Names of constants inside functions that name nothing: a statement under one of these counts "
     "as unnamed."},
};

/// The group of Option "Exempt" that a statement belongs to, or empty.
std::string_view groupOf(const sql::Statement &statement) {
  switch (statement.kind) {
  case StatementKind::Begin:
  case StatementKind::Commit:
  case StatementKind::Rollback:
  case StatementKind::Savepoint:
  case StatementKind::Release:
  case StatementKind::RollbackTo:
  case StatementKind::PrepareTransaction: return "transaction";
  case StatementKind::Set:
  case StatementKind::Show:
  case StatementKind::Deallocate:
  case StatementKind::Listen: return "session";
  case StatementKind::Select: return statement.tables.empty() && !statement.writes ? "health" : "";
  case StatementKind::Ddl: return "ddl";
  default: return "";
  }
}

bool exempt(const link::Variant &variant, const lint::Options &options) {
  const std::vector<sql::Statement> &statements = variant.parsed.statements;
  if (llvm::StringRef(variant.text.bytes).trim().size() < options.number("MinLength"))
    return true;
  return !statements.empty() && llvm::all_of(statements, [&](const sql::Statement &statement) {
    return options.has("Exempt", groupOf(statement));
  });
}

/// The literal that begins the text if it is written inline; nullptr if the text has a name, or
/// begins with something unknown.
const link::Literal *inlineStart(const link::Variant &variant, const lint::Options &options) {
  for (const link::Fragment &fragment : variant.fragments) {
    const auto *literal = std::get_if<link::Literal>(&fragment);
    if (!literal)
      return nullptr;
    if (llvm::StringRef(literal->bytes).trim().empty())
      continue;
    bool named =
        !literal->named.empty() && !options.has("GenericNames", lint::unqualified(literal->named));
    return literal->inFunction && literal->where.known() && !named ? literal : nullptr;
  }
  return nullptr;
}

/// The names of the constants that hold a program's statements, by file.
std::map<summary::Id, std::vector<std::string_view>> namesInUse(const link::Program &program) {
  std::map<summary::Id, std::vector<std::string_view>> names;
  for (const link::Statement &statement : program.statements)
    for (const link::Variant &variant : statement.variants)
      for (const link::Fragment &fragment : variant.fragments)
        if (const auto *literal = std::get_if<link::Literal>(&fragment);
            literal && !literal->named.empty()) {
          names[statement.call.at.file].push_back(literal->named);
          names[summary::None].push_back(literal->named);
        }
  return names;
}

lint::Finding findingFor(const link::Statement &statement, const link::Variant &variant,
                         const link::Literal &literal, lint::NameStyle style) {
  std::string callee = quoted(lint::unqualified(statement.callee));
  lint::Finding finding{.rule = "sql-unnamed-query", .where = literal.where};
  finding.message = fmt::format(
      "SQL written inline at the call of {}: no name to search for, log or measure by", callee);
  if (statement.call.at.file != literal.where.at.file ||
      statement.call.at.line != literal.where.at.line)
    finding.notes.push_back(
        {statement.call,
         fmt::format("{} by {} here",
                     statement.kind == link::Statement::Prepare ? "prepared" : "sent", callee)});
  if (!variant.parsed.statements.empty()) {
    std::string name =
        lint::proposeName(variant.parsed.statements.front(), variant.text.bytes, style);
    finding.notes.push_back(
        {literal.where, fmt::format("give it a name in a constant, such as {}", quoted(name))});
  }
  return finding;
}

void check(const link::Program &program, const lint::Options &options,
           std::vector<lint::Finding> &findings) {
  auto names = namesInUse(program);
  std::set<std::pair<summary::Id, uint32_t>> seen;
  for (const link::Statement &statement : program.statements) {
    bool sendsText = statement.kind == link::Statement::Execute ||
                     statement.kind == link::Statement::Prepare ||
                     statement.kind == link::Statement::Cursor;
    if (!sendsText || !statement.preparedName.empty())
      continue;
    const auto &inFile = names[statement.call.at.file];
    lint::NameStyle style = lint::commonStyle(inFile.empty() ? names[summary::None] : inFile);
    for (const link::Variant &variant : statement.variants) {
      const link::Literal *literal =
          exempt(variant, options) ? nullptr : inlineStart(variant, options);
      if (literal && seen.emplace(literal->where.at.file, literal->where.at.offset).second)
        findings.push_back(findingFor(statement, variant, *literal, style));
    }
  }
}

} // namespace

extern const lint::Rule sql_unnamed_query;
const lint::Rule sql_unnamed_query{
    .name = "sql-unnamed-query",
    .summary =
        "A statement written inline at the call instead of under a name that can be searched for",
    .severity = lint::Severity::Warning,
    .tags = "maintainability",
    .options = options,
    .check = check,
};

} // namespace clangsql::rules
