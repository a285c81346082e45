// sql-insert-without-columns: an INSERT, COPY … FROM or bulk insert that does not say which columns
// it fills.

#include "lint/rule.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>

#include <array>
#include <set>

namespace clangsql::rules {

namespace {

using lint::quoted;

constexpr std::string_view Consequence =
    "the values go wherever the table's columns happen to stand";

std::string shown(const std::string &table) {
  return table.empty() || table == "…" ? "a table" : quoted(table);
}

/// The verb as it stands in the text: "INSERT", "replace", "COPY".
llvm::StringRef verbAt(const link::Variant &variant, uint32_t offset) {
  llvm::StringRef rest = llvm::StringRef(variant.text.bytes)
                             .drop_front(std::min<size_t>(offset, variant.text.bytes.size()));
  return rest.take_while([](char c) { return llvm::isAlpha(c); });
}

/// Underlines the verb, where its characters stand together in one file.
void underline(lint::Finding &finding, uint32_t length) {
  for (link::Location *at : {&finding.where.at, &finding.where.spelling})
    at->length = length;
}

/// Whether the line that a finding shows already holds the whole text.
bool isOneLiteral(const link::Variant &variant) {
  if (variant.fragments.size() != 1)
    return false;
  const auto *literal = std::get_if<link::Literal>(&variant.fragments.front());
  return literal && literal->map.size() == 1 && literal->bytes.find('\n') == std::string::npos;
}

/// The SQL as it is sent, or where, if that is not plain to see.
void addText(const link::Statement &statement, const link::Variant &variant, uint32_t offset,
             uint32_t length, lint::Finding &finding) {
  const link::Location &call = statement.call.at, &at = finding.where.at;
  if (!isOneLiteral(variant) || finding.where.at != finding.where.spelling)
    finding.notes.push_back(
        lint::sqlNoteAt(statement.call, "the SQL that is sent", variant, offset, length));
  else if (call.file != at.file || call.line != at.line)
    finding.notes.push_back(
        {statement.call,
         fmt::format("sent by {} here", quoted(lint::unqualified(statement.callee)))});
}

/// The statement with columns.
std::string withColumns(const std::string &verb, const std::string &table,
                        sql::StatementKind kind) {
  if (verb == "LOAD")
    return fmt::format("LOAD DATA … INTO TABLE {} … (…)", table);
  if (kind == sql::StatementKind::Merge)
    return "INSERT (…)";
  return fmt::format("{} {} (…)", verb == "COPY" ? verb : verb + " INTO", table);
}

lint::Finding findingFor(const link::Statement &statement, const link::Variant &variant,
                         const sql::Insert &insert, sql::StatementKind kind) {
  std::string verb = verbAt(variant, insert.offset).upper();
  std::string table = insert.tableIsHole || insert.table.empty() ? "…" : insert.table;
  std::optional<link::Where> source = link::whereOf(variant, insert.offset);
  lint::Finding finding{.rule = "sql-insert-without-columns", .where = statement.call};
  if (source)
    lint::placeInText(finding, *source, statement);
  if (source && finding.where.at == finding.where.spelling)
    underline(finding, verb.size());
  finding.message =
      fmt::format("{} into {} does not name its columns: {}", verb, shown(table), Consequence);
  addText(statement, variant, insert.offset, verb.size(), finding);
  finding.notes.push_back(
      {finding.where, fmt::format("name the columns: {}", withColumns(verb, table, kind))});
  return finding;
}

lint::Finding bulkFinding(const link::Statement &statement) {
  std::string table = statement.variants.empty() ? "" : statement.variants.front().text.bytes;
  lint::Finding finding{.rule = "sql-insert-without-columns", .where = statement.call};
  finding.message =
      fmt::format("bulk insert into {} does not name its columns: {}", shown(table), Consequence);
  finding.notes.push_back(
      {statement.call, fmt::format("pass the names of the columns to {}",
                                   quoted(lint::unqualified(statement.callee)))});
  return finding;
}

/// What is wrong with one statement, in the order of its texts.
void checkStatement(const link::Statement &statement, std::vector<lint::Finding> &findings) {
  if (statement.kind == link::Statement::BulkInsert) {
    if (!statement.columnsNamed)
      findings.push_back(bulkFinding(statement));
    return;
  }
  for (const link::Variant &variant : statement.variants)
    for (const sql::Statement &parsed : variant.parsed.statements)
      for (const sql::Insert &insert : parsed.inserts)
        if (!insert.columns && !insert.defaultValues)
          findings.push_back(findingFor(statement, variant, insert, parsed.kind));
}

void check(const link::Program &program, const lint::Options &,
           std::vector<lint::Finding> &findings) {
  std::vector<lint::Finding> found;
  for (bool loose : {false, true}) // a text that is sent is shown as it is sent
    for (const link::Statement &statement : program.statements)
      if ((statement.kind == link::Statement::Loose) == loose)
        checkStatement(statement, found);
  std::set<std::array<uint32_t, 6>> seen;
  for (lint::Finding &finding : found) {
    const link::Location &at = finding.where.at, &spelling = finding.where.spelling,
                         &use = finding.use.at;
    if (seen.insert({at.file, at.offset, spelling.file, spelling.offset, use.file, use.offset})
            .second)
      findings.push_back(std::move(finding));
  }
}

} // namespace

extern const lint::Rule sql_insert_without_columns;
const lint::Rule sql_insert_without_columns{
    .name = "sql-insert-without-columns",
    .summary = "INSERT, COPY FROM or a bulk insert without a list of columns",
    .severity = lint::Severity::Warning,
    .tags = "reliability,maintainability",
    .check = check,
};

} // namespace clangsql::rules
