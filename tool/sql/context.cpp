#include "sql/context.h"

namespace clangsql::sql {

/// `*` as all columns, not as a product.
bool ContextReader::isStar(size_t i) const {
  if (!source.isKind(i, Token::Operator) || source.text(i) != "*" || i == 0)
    return false;
  return source.isAny(i - 1, {"SELECT", "DISTINCT", "ALL", "RETURNING"}) ||
         source.isKind(i - 1, Token::Dot) || source.isKind(i - 1, Token::Open) ||
         (source.isKind(i - 1, Token::Comma) && clause() == Clause::Targets);
}

bool ContextReader::endsOperand(size_t i) const {
  switch (source.tokens[i].kind) {
  case Token::Word:
    return !isKeyword(source.tokens[i], source.bytes) ||
           source.isAny(i, {"NULL", "TRUE", "FALSE", "END", "ASC", "DESC", "DEFAULT"});
  case Token::QuotedName:
  case Token::Literal:
  case Token::DollarLiteral:
  case Token::Number:
  case Token::Parameter:
  case Token::Placeholder:
  case Token::Close:
  case Token::CloseBracket: return true;
  default: return isStar(i);
  }
}

bool ContextReader::startsOperand(size_t i) const {
  if (i >= source.tokens.size())
    return false;
  switch (source.tokens[i].kind) {
  case Token::Word:
    return !isKeyword(source.tokens[i], source.bytes) ||
           source.isAny(i, {"NULL", "TRUE", "FALSE", "NOT", "CASE", "CAST", "EXISTS", "ARRAY"});
  case Token::QuotedName:
  case Token::Literal:
  case Token::DollarLiteral:
  case Token::Number:
  case Token::Parameter:
  case Token::Placeholder:
  case Token::Open: return true;
  default: return false;
  }
}

/// A word that a name follows, though it could be a name itself: the verb of the statement, or what
/// DDL makes or drops.
bool ContextReader::callsForName(size_t i) const {
  if (source.tokens[i].kind != Token::Word || source.tokens[i].hasHole() ||
      isKeyword(source.tokens[i], source.bytes))
    return false;
  return i == 0 || source.is(i, "SAVEPOINT") ||
         (clause() == Clause::Ddl &&
          source.isAny(i, {"DATABASE", "SCHEMA", "INDEX", "VIEW", "SEQUENCE", "FUNCTION",
                           "PROCEDURE", "TRIGGER", "TYPE", "USER", "ROLE", "COLUMN", "CONSTRAINT",
                           "EXTENSION", "DOMAIN", "TABLESPACE", "OWNER", "CONCURRENTLY", "KEY"}));
}

Context ContextReader::contextOf(size_t i) const {
  const Token &token = source.tokens[i];
  switch (token.kind) {
  case Token::Literal:
  case Token::DollarLiteral:
    return source.isAny(i - 1, {"LIKE", "ILIKE"}) ? Context::Pattern : Context::Literal;
  case Token::QuotedName: return Context::QuotedName;
  case Token::Number: return Context::Digits;
  default: break;
  }
  if (!token.isHole())
    return Context::NamePart;
  if (i == 0)
    return Context::Start;
  switch (source.tokens[i - 1].kind) {
  case Token::Comma: return afterComma(i);
  case Token::Open: return afterOpen(i);
  case Token::Dot: return Context::Name;
  case Token::OpenBracket: return Context::Operand;
  default: break;
  }
  bool glued = i + 1 < source.tokens.size() && source.tokens[i + 1].kind == Token::QuotedName &&
               source.tokens[i + 1].begin == token.end;
  if (glued)
    return Context::Qualifier;
  bool word = startsOperand(i + 1) && !source.isKind(i + 1, Token::Open);
  if (word && source.is(0, "CREATE") && source.isAny(i - 1, {"TABLE", "INDEX", "VIEW"}))
    return Context::OptionalWord;
  if (callsForName(i - 1))
    return i == 1 ? Context::AfterVerb : Context::Name;
  if (source.is(i - 1, "LEVEL"))
    return Context::IsolationLevel;
  if (source.isAny(i - 1, {"INTERVAL", "DATE", "TIME", "TIMESTAMP", "PASSWORD"}) &&
      clause() != Clause::Definitions)
    return Context::Typed;
  if (endsOperand(i - 1))
    return afterOperand(i);
  return source.tokens[i - 1].kind == Token::Word ? afterKeyword(i) : Context::Operand;
}

Context ContextReader::afterKeyword(size_t i) const {
  struct After {
    std::string_view keyword;
    Context context;
  };
  using enum Context;
  static constexpr After table[] = {
      {"WHERE", Condition},  {"AND", Condition},    {"OR", Condition},    {"NOT", Condition},
      {"HAVING", Condition}, {"WHEN", Condition},   {"BY", Key},          {"SELECT", Key},
      {"DISTINCT", Key},     {"ALL", Key},          {"RETURNING", Key},   {"LIMIT", Limit},
      {"OFFSET", Limit},     {"FETCH", Limit},      {"VALUES", Rows},     {"IN", InList},
      {"UNION", Query},      {"EXCEPT", Query},     {"INTERSECT", Query}, {"EXPLAIN", Query},
      {"ANALYZE", Query},    {"FOR", LockStrength}, {"FROM", Name},       {"JOIN", Name},
      {"INTO", Name},        {"UPDATE", Name},      {"TABLE", Name},      {"ONLY", Name},
      {"USING", Name},       {"EXISTS", Name},      {"ON", Name},         {"AS", Name},
      {"REFERENCES", Name},  {"TO", Name}};
  size_t previous = i - 1;
  if (source.is(previous, "ON") && clause() == Clause::On)
    return Condition;
  if (source.is(previous, "SET"))
    return namesAssigned(i) ? Name : Assignment;
  if (source.is(previous, "AS") && source.isAny(0, {"CREATE", "PREPARE", "EXPLAIN"}))
    return Query;
  if (previous == 0 && source.isAny(previous, {"CREATE", "ALTER", "DROP"}))
    return ObjectType;
  for (const After &row : table)
    if (source.is(previous, row.keyword))
      return row.context;
  return Operand;
}

/// Whether the hole after SET is the name of what is set, not the whole assignment.
bool ContextReader::namesAssigned(size_t i) const {
  return source.isKind(i + 1, Token::Operator) || source.isKind(i + 1, Token::Dot) ||
         source.isKind(i + 1, Token::Open) || source.is(i + 1, "TO");
}

Context ContextReader::afterComma(size_t i) const {
  switch (clause()) {
  case Clause::From:
  case Clause::On:
  case Clause::Columns:
  case Clause::Ddl: return Context::Name;
  case Clause::Targets:
  case Clause::Keys:
  case Clause::Sort: return Context::Key;
  case Clause::Rows: return Context::Rows;
  case Clause::InList: return Context::ListItem;
  case Clause::Limit: return Context::Limit;
  case Clause::Definitions: return Context::Definition;
  case Clause::Set:
    return source.isKind(i + 1, Token::Operator) ? Context::Name : Context::Assignment;
  default: return Context::Operand;
  }
}

Context ContextReader::afterOpen(size_t i) const {
  if (source.isKind(i + 1, Token::Close) && i >= 2 &&
      source.isAny(i - 2, {"AS", "EXISTS", "FROM", "JOIN"}))
    return Context::Query;
  switch (clause()) {
  case Clause::Columns: return Context::Name;
  case Clause::InList: return Context::ListItem;
  case Clause::Definitions: return Context::Definition;
  default: return Context::Operand;
  }
}

Context ContextReader::afterOperand(size_t i) const {
  bool holeNext = i + 1 < source.tokens.size() && source.tokens[i + 1].isHole();
  bool compared =
      i >= 2 && source.isKind(i - 2, Token::Operator); // a = 1 {} {}: more often clauses
  bool between = startsOperand(i + 1) && !(holeNext && compared);
  switch (clause()) {
  case Clause::Sort: return Context::SortTail;
  case Clause::InsertTarget: return Context::InsertRest;
  case Clause::UpdateTarget: return Context::UpdateRest;
  case Clause::From:
    return between && !holeNext && !source.isKind(i + 1, Token::Open) ? Context::JoinInfix
                                                                      : Context::FromTail;
  case Clause::Targets: return between && !holeNext ? Context::Infix : Context::FromTail;
  case Clause::Ddl: return Context::DdlTail;
  default: return between ? Context::Infix : Context::Tail;
  }
}

ContextReader::Clause ContextReader::parenthesised(size_t i) const {
  if (i > 0 && source.is(i - 1, "IN"))
    return Clause::InList;
  switch (clause()) {
  case Clause::Rows: return Clause::Row;
  case Clause::InsertTarget: return Clause::Columns;
  case Clause::Ddl:
    return source.is(0, "CREATE") && !source.is(1, "INDEX") ? Clause::Definitions : Clause::Columns;
  default: return Clause::Arguments;
  }
}

void ContextReader::pass(size_t i) {
  if (source.isKind(i, Token::Open))
    return frames.push_back(parenthesised(i));
  if (source.isKind(i, Token::Close)) {
    if (frames.size() > 1)
      frames.pop_back();
    return;
  }
  struct Begin {
    std::string_view keyword;
    Clause clause;
  };
  static constexpr Begin begins[] = {
      {"SELECT", Clause::Targets}, {"RETURNING", Clause::Targets}, {"FROM", Clause::From},
      {"USING", Clause::From},     {"JOIN", Clause::From},         {"WHERE", Clause::Where},
      {"HAVING", Clause::Where},   {"GROUP", Clause::Keys},        {"PARTITION", Clause::Keys},
      {"ORDER", Clause::Sort},     {"LIMIT", Clause::Limit},       {"OFFSET", Clause::Limit},
      {"VALUES", Clause::Rows},    {"SET", Clause::Set},           {"UNION", Clause::None},
      {"EXCEPT", Clause::None},    {"INTERSECT", Clause::None}};
  for (const Begin &begin : begins)
    if (source.is(i, begin.keyword))
      frames.back() = begin.clause;
  if (source.is(i, "INTO") && i > 0 && clause() == Clause::None)
    frames.back() = Clause::InsertTarget;
  else if (source.is(i, "UPDATE") && !source.isAny(i - 1, {"DO", "FOR", "ON", "KEY"}))
    frames.back() = Clause::UpdateTarget;
  else if (source.is(i, "ON") && clause() == Clause::From)
    frames.back() = Clause::On;
  else if (source.is(i, "CONFLICT"))
    frames.back() = Clause::None;
  else if (i == 0 && source.isAny(i, {"CREATE", "ALTER", "DROP", "TRUNCATE"}))
    frames.back() = Clause::Ddl;
}

} // namespace clangsql::sql
