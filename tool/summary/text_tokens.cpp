#include "summary/text_tokens.h"

#include <fmt/format.h>

namespace clangsql::summary::text {

Tokens::Tokens(llvm::StringRef text, llvm::StringRef name) : name(name) {
  std::optional<LexError> error;
  tokens = lex(text, error);
  if (tokens.empty() || tokens.back().kind != Token::End)
    tokens.emplace_back();
  if (!error)
    return;
  Token where;
  where.line = error->line, where.column = error->column;
  fail(where, error->message);
}

const Token &Tokens::peek(size_t ahead) const {
  return tokens[std::min(at + ahead, tokens.size() - 1)];
}

Token Tokens::next() {
  Token token = peek();
  moveTo(std::min(at + 1, tokens.size() - 1));
  return token;
}

bool Tokens::accept(llvm::StringRef spelled) {
  if (atEnd() || !sees(spelled))
    return false;
  next();
  return true;
}

void Tokens::expect(llvm::StringRef spelled) {
  if (!accept(spelled))
    failExpecting("'" + spelled.str() + "'");
}

Token Tokens::expect(Token::Kind kind, llvm::StringRef what) {
  if (sees(kind))
    return next();
  failExpecting(what);
  return {};
}

template <class Int> Int Tokens::integer(llvm::StringRef what) {
  Int value = 0;
  if (sees(Token::Number) && peek().spelled.getAsInteger(10, value))
    fail(peek(), "bad number '" + peek().spelled.str() + "'");
  expect(Token::Number, what);
  return value;
}

uint32_t Tokens::unsignedNumber(llvm::StringRef what) { return integer<uint32_t>(what); }
int64_t Tokens::number(llvm::StringRef what) { return integer<int64_t>(what); }

void Tokens::failExpecting(llvm::StringRef what) {
  std::string found = atEnd() ? "end of text" : "'" + peek().spelled.str() + "'";
  fail(peek(), "expected " + what.str() + ", found " + found);
}

void Tokens::fail(const Token &where, const std::string &what) {
  if (message.empty())
    message = fmt::format("{}:{}:{}: error: {}", name, where.line, where.column, what);
  at = tokens.size() - 1;
}

llvm::Error Tokens::takeError() const {
  return failed() ? llvm::createStringError(message) : llvm::Error::success();
}

void Tokens::skipBraces() {
  Token open = peek();
  size_t depth = 0;
  do {
    if (atEnd())
      return fail(open, "expected '}' to match this '{'");
    Token token = next();
    depth += token.spelled == "{";
    depth -= token.spelled == "}";
  } while (depth > 0);
}

} // namespace clangsql::summary::text
