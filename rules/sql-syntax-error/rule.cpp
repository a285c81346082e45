// sql-syntax-error: a statement that is known to the last byte, and that PostgreSQL's grammar
// rejects.

#include "lint/rule.h"
#include "lint/wording.h"
#include "sql/syntax.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::rules {

namespace {

using lint::quoted;

/// `""` between glued parts: a name that is filled where it is not seen.
bool hasEmptyName(const link::Variant &variant) {
  return variant.fragments.size() > 1 && variant.text.bytes.find("\"\"") != std::string::npos;
}

bool isSure(const link::Statement &statement) {
  bool sends = statement.kind == link::Statement::Execute ||
               statement.kind == link::Statement::Prepare ||
               statement.kind == link::Statement::Cursor;
  auto isRejected = [](const link::Variant &variant) {
    return variant.text.holes.empty() && variant.parsed.error && !hasEmptyName(variant);
  };
  return sends && statement.dialect == sql::Dialect::PostgreSQL && !statement.truncated &&
         llvm::all_of(statement.variants, isRejected);
}

/// The error of the first text, if there is one in each: of several texts one that parses may be
/// the only one that is ever sent.
std::optional<sql::SyntaxError> errorOf(const link::Statement &statement) {
  std::optional<sql::SyntaxError> first;
  for (const link::Variant &variant : statement.variants) {
    auto error = sql::syntaxError(variant.text, statement.placeholders);
    if (!error)
      return std::nullopt;
    if (!first)
      first = std::move(error);
  }
  return first;
}

/// The byte's place in the source, with the token underlined where it stands there as it is.
link::Where placeOf(const link::Statement &statement, const sql::SyntaxError &error) {
  auto where = link::whereOf(statement.variants.front(), error.offset);
  if (!where)
    return statement.call;
  auto last = link::whereOf(statement.variants.front(), error.offset + error.length - 1);
  bool together = last && last->at.file == where->at.file && last->at.line == where->at.line &&
                  last->at.offset == where->at.offset + error.length - 1;
  if (together && where->at == where->spelling)
    where->at.length = where->spelling.length = error.length;
  return *where;
}

/// What another database's way of writing placeholders looks like to PostgreSQL.
bool stumblesOverPlaceholder(const link::Statement &statement, const sql::SyntaxError &error) {
  std::string_view text = statement.variants.front().text.bytes;
  char at = error.offset < text.size() ? text[error.offset] : '\0';
  char before = error.offset > 0 ? text[error.offset - 1] : '\0';
  return at == '?' || at == ':' || at == '@' || before == '?' || before == ':' ||
         (error.atEnd && text.find('?') != std::string_view::npos);
}

lint::Finding findingFor(const link::Statement &statement, const sql::SyntaxError &error) {
  const link::Variant &variant = statement.variants.front();
  lint::Finding finding{.rule = "sql-syntax-error"};
  lint::placeInText(finding, placeOf(statement, error), statement);
  finding.message = fmt::format("PostgreSQL rejects this statement: {}", error.message);
  finding.notes.push_back(lint::sqlNoteAt(
      statement.call,
      fmt::format("the SQL that {} sends", quoted(lint::unqualified(statement.callee))), variant,
      error.offset, error.length));
  for (const link::Hop &hop : statement.through)
    finding.notes.push_back({hop.where, hop.what});
  if (stumblesOverPlaceholder(statement, error))
    finding.notes.push_back({finding.where, fmt::format("placeholders are written {} here",
                                                        lint::placeholder(sql::Dollar, 0))});
  return finding;
}

void check(const link::Program &program, const lint::Options &,
           std::vector<lint::Finding> &findings) {
  for (const link::Statement &statement : program.statements)
    if (isSure(statement))
      if (std::optional<sql::SyntaxError> error = errorOf(statement))
        findings.push_back(findingFor(statement, *error));
}

} // namespace

extern const lint::Rule sql_syntax_error;
const lint::Rule sql_syntax_error{
    .name = "sql-syntax-error",
    .summary = "A statement that PostgreSQL's grammar rejects",
    .severity = lint::Severity::Warning,
    .tags = "reliability,correctness",
    .check = check,
};

} // namespace clangsql::rules
