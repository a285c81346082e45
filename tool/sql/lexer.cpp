// The rules are those of PostgreSQL's scan.l, widened by what LexRules says of other dialects.

#include "sql/lexer.h"

#include <llvm/ADT/StringExtras.h>

namespace clangsql::sql {

LexRules lexRules(const Options &options) {
  LexRules rules;
  rules.placeholders = options.placeholders;
  bool generic = options.dialect == Dialect::Generic;
  bool mysql = options.dialect == Dialect::MySQL, sqlite = options.dialect == Dialect::SQLite;
  rules.backticks = generic || mysql || sqlite;
  rules.brackets = options.dialect == Dialect::SQLServer;
  rules.doubleQuotedLiterals = rules.backslashEscapes = rules.hashComments = mysql;
  rules.nestedComments =
      generic || options.dialect == Dialect::PostgreSQL || options.dialect == Dialect::SQLServer;
  rules.namedDollar = sqlite && (options.placeholders & Dollar);
  return rules;
}

static bool isNameStart(char c) {
  return llvm::isAlpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
static bool isNameChar(char c) { return isNameStart(c) || llvm::isDigit(c) || c == '$'; }
static bool isOperatorChar(char c) {
  return std::string_view("~!@#^&|`?+-*/%<>=").find(c) != std::string_view::npos;
}

/// Whether it can hold more than a value or part of a name.
static bool mayBeClause(const Hole &hole) {
  return hole.kind == HoleKind::Text || hole.kind == HoleKind::Unknown;
}

namespace {

class Lexer {
public:
  Lexer(const Text &text, const LexRules &rules)
      : bytes(text.bytes), holes(text.holes), rules(rules) {}

  Lexed run() {
    while (more())
      next();
    return std::move(result);
  }

private:
  std::string_view bytes;
  std::span<const Hole> holes;
  const LexRules &rules;
  Lexed result;
  Token token;
  uint32_t at = 0, hole = 0; // the next byte and the next hole
  int brackets = 0;

  bool holeHere() const { return hole < holes.size() && holes[hole].offset <= at; }
  bool more() const { return at < bytes.size() || hole < holes.size(); }
  char peek(uint32_t ahead = 0) const {
    return at + ahead < bytes.size() ? bytes[at + ahead] : '\0';
  }
  /// Whether the next bytes are these, with no hole between them.
  bool ahead(std::string_view word) const {
    return bytes.substr(at).starts_with(word) &&
           (hole == holes.size() || holes[hole].offset <= at ||
            holes[hole].offset >= at + word.size());
  }
  void takeHoles() {
    while (holeHere())
      ++hole;
  }
  /// Moves `n` bytes on; holes passed are inside the token.
  void advance(uint32_t n = 1) {
    at += n;
    while (hole < holes.size() && holes[hole].offset < at)
      ++hole;
  }
  void begin(Token::Kind kind) {
    token = Token{.kind = kind, .begin = at, .end = at, .firstHole = hole, .lastHole = hole};
  }
  void finish() {
    token.end = at;
    token.lastHole = hole;
    (token.kind == Token::Comment ? result.comments : result.tokens).push_back(token);
  }
  void single(Token::Kind kind, uint32_t length = 1) {
    begin(kind);
    advance(length);
    finish();
  }

  void next();
  void spaceOrHole();
  void word();
  bool joins(uint32_t wordBegin) const;
  void number();
  void dollar();
  void operatorOrPlaceholder();
  bool placeholder();
  void untilLineEnd();
  void blockComment();
  /// From the opening quote on. Two quotes stand for one, unless a hole parts them: then the first
  /// one closes.
  void quoted(Token::Kind kind, uint32_t prefix, char close, bool backslash);
};

} // namespace

void Lexer::next() {
  if (holeHere())
    return word();
  char c = peek();
  if (llvm::isSpace(c) || c == '\0')
    return void(at += 1);
  if (ahead("--") || (rules.hashComments && c == '#'))
    return untilLineEnd();
  if (ahead("/*"))
    return blockComment();
  if (c == '\'')
    return quoted(Token::Literal, 0, '\'', rules.backslashEscapes);
  if (c == '"')
    return rules.doubleQuotedLiterals ? quoted(Token::Literal, 0, '"', rules.backslashEscapes)
                                      : quoted(Token::QuotedName, 0, '"', false);
  if (c == '`' && rules.backticks)
    return quoted(Token::QuotedName, 0, '`', false);
  if (c == '[' && rules.brackets)
    return quoted(Token::QuotedName, 0, ']', false);
  if (ahead("U&'") || ahead("u&'"))
    return quoted(Token::Literal, 2, '\'', false);
  if (ahead("U&\"") || ahead("u&\""))
    return quoted(Token::QuotedName, 2, '"', false);
  if (std::string_view("eEbBxXnN").find(c) != std::string_view::npos && ahead(std::string{c, '\''}))
    return quoted(Token::Literal, 1, '\'', c == 'e' || c == 'E' || rules.backslashEscapes);
  if (isNameStart(c))
    return word();
  if (llvm::isDigit(c) || (c == '.' && llvm::isDigit(peek(1)) && ahead(bytes.substr(at, 2))))
    return number();
  if (c == '$')
    return dollar();
  switch (c) {
  case '(': return single(Token::Open);
  case ')': return single(Token::Close);
  case '[': return ++brackets, single(Token::OpenBracket);
  case ']': return --brackets, single(Token::CloseBracket);
  case ',': return single(Token::Comma);
  case ';': return single(Token::Semicolon);
  case '.': return single(Token::Dot);
  default: return operatorOrPlaceholder();
  }
}

/// "WHERE" + hole is a keyword and a clause, "orders_" + hole one name; "FROM orders" + hole at the
/// end more often goes on with a clause than with a name.
bool Lexer::joins(uint32_t wordBegin) const {
  if (at == wordBegin)
    return true;
  if (isKeyword(bytes.substr(wordBegin, at - wordBegin)))
    return false;
  char last = bytes[at - 1];
  if (last == '_' || llvm::isDigit(last) || isNameChar(peek()) || !mayBeClause(holes[hole]))
    return true;
  size_t rest = bytes.find_first_not_of(" \t\r\n", at);
  return rest != std::string_view::npos && bytes[rest] != ';';
}

void Lexer::word() {
  begin(Token::Word);
  uint32_t piece = at;
  while (more()) {
    if (holeHere()) {
      if (token.firstHole == hole && !joins(token.begin))
        break;
      takeHoles();
      piece = at;
      while (piece < bytes.size() && isNameChar(bytes[piece]) &&
             (hole == holes.size() || holes[hole].offset >= piece))
        ++piece;
      if (piece > at && isKeyword(bytes.substr(at, piece - at)))
        break; // hole + "FROM": the hole ends with a space
    } else if (isNameChar(peek())) {
      ++at;
    } else {
      break;
    }
  }
  finish();
}

void Lexer::number() {
  begin(Token::Number);
  while (at < bytes.size() || holeHere()) {
    if (holeHere()) {
      bool clause = mayBeClause(holes[hole]) && !llvm::isDigit(peek());
      if (clause)
        break;
      takeHoles();
    } else if (llvm::isAlnum(peek()) || (peek() == '.' && peek(1) != '.') ||
               (peek() == '_' && llvm::isDigit(peek(1)))) {
      bool exponent = (peek() == 'e' || peek() == 'E') && (peek(1) == '+' || peek(1) == '-');
      advance(exponent ? 2 : 1);
    } else {
      break;
    }
  }
  finish();
}

/// A parameter $1, a dollar-quoted literal, or SQLite's $name.
void Lexer::dollar() {
  begin(Token::Parameter);
  uint32_t i = at + 1;
  while (i < bytes.size() && isNameChar(bytes[i]) && bytes[i] != '$')
    ++i;
  bool unbroken = hole == holes.size() || holes[hole].offset >= i + 1;
  if (i < bytes.size() && bytes[i] == '$' && unbroken && !llvm::isDigit(peek(1))) {
    std::string_view tag = bytes.substr(at, i + 1 - at);
    token.kind = Token::DollarLiteral;
    advance(tag.size());
    size_t close = bytes.find(tag, at);
    token.terminated = close != std::string_view::npos;
    advance((token.terminated ? close + tag.size() : bytes.size()) - at);
    if (!token.terminated)
      hole = holes.size();
    return finish();
  }
  if (isNameStart(peek(1)))
    token.kind = rules.namedDollar ? Token::Placeholder : Token::Other;
  auto belongs = [&] {
    return token.kind == Token::Parameter ? llvm::isDigit(peek()) : isNameChar(peek());
  };
  ++at;
  while (holeHere() || belongs()) {
    takeHoles();
    if (belongs())
      ++at;
  }
  finish();
}

bool Lexer::placeholder() {
  char c = peek(), after = peek(1);
  bool apart = hole < holes.size() && holes[hole].offset == at + 1; // ":" + hole
  bool named = apart || isNameStart(after);
  bool found = false;
  if (c == '?')
    found = rules.placeholders & Question;
  else if (c == ':') {
    bool glued = at > 0 && bytes[at - 1] == ':';
    bool slice = brackets > 0 && !result.tokens.empty() &&
                 result.tokens.back().kind != Token::OpenBracket &&
                 result.tokens.back().kind != Token::Operator;
    found = (rules.placeholders & Colon) && (named || llvm::isDigit(after)) && !glued && !slice;
  } else if (c == '@')
    found = (rules.placeholders & At) && named &&
            (at == 0 || !isOperatorChar(bytes[at - 1]) || bytes[at - 1] == '=');
  if (!found)
    return false;
  begin(Token::Placeholder);
  ++at;
  while (holeHere() || (c == '?' ? llvm::isDigit(peek()) : isNameChar(peek()))) {
    if (holeHere() && c == '?' && holes[hole].kind != HoleKind::Number)
      break;
    takeHoles();
    if (c == '?' ? llvm::isDigit(peek()) : isNameChar(peek()))
      ++at;
  }
  finish();
  return true;
}

void Lexer::operatorOrPlaceholder() {
  if (placeholder())
    return;
  if (ahead("::") || ahead(":="))
    return single(Token::Operator, 2);
  if (!isOperatorChar(peek()))
    return single(Token::Other);
  begin(Token::Operator);
  bool special = false; // a character that lets an operator end in + or -
  while (at < bytes.size() && isOperatorChar(peek())) {
    bool comment = ahead("--") || ahead("/*") || (rules.hashComments && peek() == '#');
    bool mark =
        at > token.begin && ((peek() == '?' && (rules.placeholders & Question)) ||
                             (peek() == '@' && (rules.placeholders & At) && isNameStart(peek(1))));
    bool quote = peek() == '`' && rules.backticks;
    if ((at > token.begin && holeHere()) || comment || mark || quote)
      break;
    special |= std::string_view("~!@#%^&|`?").find(peek()) != std::string_view::npos;
    ++at;
  }
  while (!special && at > token.begin + 1 && (bytes[at - 1] == '+' || bytes[at - 1] == '-'))
    --at;
  finish();
}

void Lexer::untilLineEnd() {
  begin(Token::Comment);
  size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) {
    at = bytes.size();
    hole = holes.size();
  } else {
    advance(end + 1 - at);
  }
  finish();
}

void Lexer::blockComment() {
  begin(Token::Comment);
  int depth = 0;
  do {
    takeHoles();
    if (ahead("/*") && (depth == 0 || rules.nestedComments))
      ++depth, at += 2;
    else if (ahead("*/"))
      --depth, at += 2;
    else
      ++at;
  } while (depth > 0 && at < bytes.size());
  token.terminated = depth == 0;
  if (depth > 0)
    takeHoles();
  finish();
}

void Lexer::quoted(Token::Kind kind, uint32_t prefix, char close, bool backslash) {
  begin(kind);
  at += prefix + 1;
  token.terminated = false;
  while (!token.terminated) {
    takeHoles();
    if (at >= bytes.size())
      break;
    char c = peek();
    ++at;
    if (backslash && c == '\\' && at < bytes.size() && !holeHere())
      ++at;
    else if (c == close && peek() == close && !holeHere())
      ++at;
    else if (c == close)
      token.terminated = true;
  }
  finish();
}

Lexed lex(const Text &text, const LexRules &rules) { return Lexer(text, rules).run(); }

} // namespace clangsql::sql
