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
     "SHOW, PRAGMA, LISTEN, NOTIFY, DEALLOCATE, …), "
     "`health` (a SELECT without tables, such as `SELECT 1`, and no statement at all), `ddl` "
     "(CREATE, ALTER, DROP, …).",
     "transaction,session,health,ddl"},
    {"MinLength", lint::Option::Number, "0", "Statements of fewer characters need no name."},
    {"GenericNames", lint::Option::Words,
     "sql,query,q,stmt,statement,cmd,command,text,str,string,s,k,sz,buf,buffer,tmp,the,my",
     "Words that say nothing of a statement: a constant inside a function whose name is made of "
     "them alone (`sql`, `query_str`, `kSqlStmt2`) is no name."},
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
  case StatementKind::Listen:
  case StatementKind::Notify: return "session";
  case StatementKind::Select: return statement.tables.empty() && !statement.writes ? "health" : "";
  case StatementKind::Ddl: return "ddl";
  default: return "";
  }
}

/// PREPARE gives the statement a name, EXECUTE uses it.
bool namesItself(const sql::Statement &statement) {
  return statement.kind == StatementKind::Prepare || statement.kind == StatementKind::Execute;
}

bool exempt(const link::Variant &variant, const lint::Options &options) {
  const sql::Parsed &parsed = variant.parsed;
  if (llvm::StringRef(variant.text.bytes).trim().size() < options.number("MinLength"))
    return true;
  if (parsed.statements.empty()) // blanks and comments: a ping
    return !parsed.error && variant.text.holes.empty() && options.has("Exempt", "health");
  return llvm::all_of(parsed.statements, [&](const sql::Statement &statement) {
    return namesItself(statement) || options.has("Exempt", groupOf(statement));
  });
}

/// Whether a constant's name says nothing of the statement: "sql", "query_str", "kSqlStmt2".
bool isGeneric(std::string_view name, const lint::Options &options) {
  return llvm::all_of(lint::wordsOf(lint::unqualified(name)), [&](llvm::StringRef word) {
    word = word.rtrim("0123456789");
    return word.empty() || options.has("GenericNames", word);
  });
}

bool isNamed(const link::Literal &literal, const lint::Options &options) {
  return !literal.named.empty() &&
         (literal.namedBy != link::NamedBy::Local || !isGeneric(literal.named, options));
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
    bool found = literal->inFunction && literal->where.known() && !isNamed(*literal, options);
    return found ? literal : nullptr;
  }
  return nullptr;
}

/// Where the literal is written; of one that came by the name of a constant, `where` is the use.
link::Where placeOf(const link::Literal &literal) {
  if (literal.map.empty())
    return literal.where;
  const link::Location &whole = literal.where.at, &first = literal.map.front().where.at;
  bool inside = first.file == whole.file && first.offset >= whole.offset &&
                first.offset <= whole.offset + whole.length;
  return inside ? literal.where : literal.map.front().where;
}

/// How the code names its constants: those of a file that hold statements, else its other ones,
/// else its macros and the constants of its functions; else those of the whole program.
class Styles {
public:
  explicit Styles(const link::Program &program) : program_(program) {
    for (const link::Statement &statement : program.statements)
      for (const link::Variant &variant : statement.variants)
        for (const link::Fragment &fragment : variant.fragments)
          if (const auto *literal = std::get_if<link::Literal>(&fragment))
            add(statement.call.at.file, *literal);
  }

  lint::NameStyle of(summary::Id file) const {
    using link::NamedBy;
    auto constants = program_.constants.find(file);
    if (const Names *names = find(file, NamedBy::Constant))
      return lint::commonStyle(*names);
    if (constants != program_.constants.end())
      return lint::commonStyle(Names(constants->second.begin(), constants->second.end()));
    for (NamedBy by : {NamedBy::Macro, NamedBy::Local})
      if (const Names *names = find(file, by))
        return lint::commonStyle(*names);
    const Names *any = find(summary::None, NamedBy::Constant);
    return any ? lint::commonStyle(*any) : lint::NameStyle::Upper;
  }

private:
  using Names = std::vector<std::string_view>;

  void add(summary::Id file, const link::Literal &literal) {
    if (literal.named.empty())
      return;
    names_[{file, literal.namedBy}].push_back(literal.named);
    names_[{summary::None, literal.namedBy}].push_back(literal.named);
  }

  const Names *find(summary::Id file, link::NamedBy by) const {
    auto found = names_.find({file, by});
    return found == names_.end() ? nullptr : &found->second;
  }

  const link::Program &program_;
  std::map<std::pair<summary::Id, link::NamedBy>, Names> names_;
};

lint::Finding findingFor(const link::Statement &statement, const link::Variant &variant,
                         const link::Literal &literal, lint::NameStyle style) {
  std::string callee = quoted(lint::unqualified(statement.callee));
  lint::Finding finding{.rule = "sql-unnamed-query", .where = placeOf(literal)};
  finding.message = fmt::format(
      "SQL written inline at the call of {}: no name to search for, log or measure by", callee);
  if (statement.call.at.file != finding.where.at.file ||
      statement.call.at.line != finding.where.at.line)
    finding.notes.push_back(
        {statement.call,
         fmt::format("{} by {} here",
                     statement.kind == link::Statement::Prepare ? "prepared" : "sent", callee)});
  if (!variant.parsed.statements.empty()) {
    std::string name =
        lint::proposeName(variant.parsed.statements.front(), variant.text.bytes, style);
    std::string instead =
        literal.named.empty()
            ? ""
            : fmt::format(", instead of {}", quoted(lint::unqualified(literal.named)));
    finding.notes.push_back(
        {finding.where,
         fmt::format("give it a name in a constant, such as {}{}", quoted(name), instead)});
  }
  return finding;
}

void check(const link::Program &program, const lint::Options &options,
           std::vector<lint::Finding> &findings) {
  Styles styles(program);
  std::set<std::pair<summary::Id, uint32_t>> seen;
  for (const link::Statement &statement : program.statements) {
    bool sendsText = statement.kind == link::Statement::Execute ||
                     statement.kind == link::Statement::Prepare ||
                     statement.kind == link::Statement::Cursor;
    if (!sendsText || !statement.preparedName.empty())
      continue;
    lint::NameStyle style = styles.of(statement.call.at.file);
    for (const link::Variant &variant : statement.variants) {
      const link::Literal *literal =
          exempt(variant, options) ? nullptr : inlineStart(variant, options);
      if (!literal)
        continue;
      link::Location at = placeOf(*literal).at;
      if (seen.emplace(at.file, at.offset).second)
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
