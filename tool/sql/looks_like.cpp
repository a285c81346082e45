// Whether a literal that no database call was seen to take is SQL nevertheless: its shape, not its
// first word, decides.

#include "sql/prepare.h"
#include "sql/statements.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

namespace {

/// What a statement has that English has not.
struct Evidence {
  bool operators = false; // = < > || and the like
  bool values = false;    // numbers, quoted text, parameters
  bool parentheses = false;
  bool commas = false;
  bool star = false;
  bool capitals = false;     // two keywords in capitals
  bool punctuation = false;  // o.id, "Orders"
  bool strangeNames = false; // order_items
  bool article = false;      // a table or column called `the`
};

} // namespace

static bool isShouted(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Words that begin English noun phrases; nobody's tables or columns.
static bool isArticle(std::string_view word) {
  static constexpr std::string_view articles[] = {
      "a",     "an",  "the",  "this",  "that", "these", "those",   "your", "my",    "our",
      "their", "its", "each", "every", "some", "any",   "another", "one",  "which", "what"};
  return std::ranges::any_of(articles, [&](std::string_view article) {
    return llvm::StringRef(word).equals_insensitive(article);
  });
}

static Evidence evidenceIn(const Source &source) {
  Evidence found;
  unsigned shouted = 0;
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    std::string_view text = source.text(i);
    switch (source.tokens[i].kind) {
    case Token::Operator: (text == "*" ? found.star : found.operators) = true; break;
    case Token::Literal:
    case Token::DollarLiteral:
    case Token::Number:
    case Token::Parameter:
    case Token::Placeholder: found.values = true; break;
    case Token::Open: found.parentheses = true; break;
    case Token::Comma: found.commas = true; break;
    case Token::QuotedName:
    case Token::Dot: found.punctuation = true; break;
    case Token::Word:
      shouted += isShouted(text) && (isKeyword(text) || i == 0);
      found.strangeNames |= text.find('_') != std::string_view::npos;
      found.article |= isArticle(text);
      break;
    default: break;
    }
  }
  found.capitals = shouted >= 2;
  found.article &= !found.capitals;
  return found;
}

/// SELECT without FROM is SQL if it selects something that is no name: a number, a call.
static bool selectsValue(const PgQuery__SelectStmt &select) {
  const auto *target =
      select.n_target_list ? as<PgQuery__ResTarget>(select.target_list[0]) : nullptr;
  if (!target)
    return false;
  return !as<PgQuery__ColumnRef>(target->val) &&
         (!*target->name || as<PgQuery__FuncCall>(target->val));
}

static bool isSql(const Source &source, const ProtobufCMessage &statement, StatementKind kind) {
  Evidence found = evidenceIn(source);
  bool hard = found.operators || found.values || found.parentheses || found.punctuation;
  bool soft = found.commas || found.star || found.capitals || found.strangeNames;
  switch (kind) {
  case StatementKind::Select: {
    if (!source.isAny(0, {"SELECT", "WITH"}) && !source.isKind(0, Token::Open))
      return false; // TABLE x, VALUES (…)
    const auto &select = reinterpret_cast<const PgQuery__SelectStmt &>(statement);
    if (!select.n_from_clause && !select.larg)
      return selectsValue(select);
    return found.star || hard || (soft && !found.article);
  }
  case StatementKind::Insert:
  case StatementKind::Merge:
    return hard || found.capitals || source.is(source.tokens.size() - 1, "VALUES");
  case StatementKind::Update: return hard || (soft && !found.article);
  case StatementKind::Delete: return hard || (soft && !found.article);
  case StatementKind::Copy:
  case StatementKind::Do: return found.values || found.capitals || found.parentheses;
  case StatementKind::Ddl: return hard || ((soft || source.is(0, "ALTER")) && !found.article);
  case StatementKind::Call: return found.values || found.strangeNames || isShouted(source.text(0));
  case StatementKind::Truncate:
  case StatementKind::Lock: return found.capitals || found.strangeNames;
  case StatementKind::Set: return isShouted(source.text(0)) && (found.values || found.operators);
  case StatementKind::Explain:
  case StatementKind::Prepare:
  case StatementKind::Cursor: return found.star || found.capitals || hard;
  default: return false; // BEGIN, COMMIT, SHOW all, LISTEN, NOTIFY me: said in English, too
  }
}

static bool mayBegin(const Source &source) {
  return source.isAny(0, {"SELECT", "INSERT",  "UPDATE",  "DELETE",  "MERGE",    "WITH",
                          "CREATE", "ALTER",   "DROP",    "COPY",    "REPLACE",  "GRANT",
                          "REVOKE", "COMMENT", "CALL",    "DO",      "TRUNCATE", "LOCK",
                          "SET",    "EXPLAIN", "PREPARE", "DECLARE", "REFRESH"}) ||
         source.isKind(0, Token::Open);
}

/// A cheap look at the first word, since every literal of a program comes here.
static bool isWorthParsing(std::string_view bytes) {
  size_t begin = bytes.find_first_not_of(" \t\r\n(;");
  if (begin == std::string_view::npos ||
      bytes.find_first_of(" \t\n", begin) == std::string_view::npos)
    return false;
  if (bytes.substr(begin).starts_with("--") || bytes.substr(begin).starts_with("/*"))
    return true;
  Text text{std::string(bytes.substr(begin, 16)), {}};
  Lexed lexed = lex(text, {});
  Source source{text.bytes, lexed.tokens};
  return mayBegin(source) || source.isAny(0, {"BEGIN", "START", "COMMIT", "ROLLBACK", "END",
                                              "SAVEPOINT", "RELEASE", "PRAGMA", "USE"});
}

bool looksLikeSql(std::string_view bytes) {
  if (!isWorthParsing(bytes))
    return false;
  Text text{std::string(bytes), {}};
  Prepared prepared = prepare(text, {Dialect::Generic, Dollar | Question | Colon | At});
  if (prepared.refused ||
      std::ranges::none_of(prepared.jobs, [](const Job &job) { return mayBegin(job.source); }))
    return false;
  bool sql = false;
  onEnoughStack(text, prepared, [&] {
    for (const Job &job : prepared.jobs) {
      Outcome outcome = parseStatement(job);
      if (!outcome.tree)
        return void(sql = false); // prose goes on where SQL would end
      if (!outcome.tree.statements().empty() && mayBegin(job.source)) {
        const ProtobufCMessage *root = inside(outcome.tree.statements().front()->stmt);
        sql |= root && isSql(job.source, *root, kindOf(*root));
      }
    }
  });
  return sql;
}

} // namespace clangsql::sql
