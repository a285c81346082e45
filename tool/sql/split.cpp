#include "sql/split.h"

namespace clangsql::sql {

bool beginsBlock(std::span<const Token> tokens, std::string_view bytes) {
  if (tokens.size() < 2 || !isWord(tokens[0], bytes, "BEGIN") || tokens[1].kind != Token::Word ||
      tokens[1].hasHole())
    return false;
  for (std::string_view mode : {"TRANSACTION", "TRAN", "WORK", "ISOLATION", "READ", "NOT",
                                "DEFERRABLE", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT"})
    if (isWord(tokens[1], bytes, mode))
      return false;
  return true;
}

/// The token behind the statement that begins at `first`.
static size_t endOfStatement(std::span<const Token> tokens, size_t first, std::string_view bytes) {
  bool blocky = isWord(tokens[first], bytes, "CREATE") || beginsBlock(tokens.subspan(first), bytes);
  int parentheses = 0, blocks = 0;
  for (size_t i = first; i < tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (token.kind == Token::Open)
      ++parentheses;
    else if (token.kind == Token::Close)
      --parentheses;
    else if (token.kind == Token::Semicolon && parentheses <= 0 && blocks == 0)
      return i;
    else if (blocky &&
             (isWord(token, bytes, "BEGIN") || (blocks > 0 && isWord(token, bytes, "CASE"))))
      ++blocks;
    else if (blocks > 0 && isWord(token, bytes, "END") &&
             !(i + 1 < tokens.size() &&
               (isWord(tokens[i + 1], bytes, "IF") || isWord(tokens[i + 1], bytes, "LOOP") ||
                isWord(tokens[i + 1], bytes, "WHILE") || isWord(tokens[i + 1], bytes, "REPEAT"))))
      --blocks;
  }
  return tokens.size();
}

std::vector<std::span<const Token>> splitStatements(std::span<const Token> tokens,
                                                    std::string_view bytes) {
  std::vector<std::span<const Token>> result;
  for (size_t first = 0; first < tokens.size();) {
    size_t end = endOfStatement(tokens, first, bytes);
    if (end > first)
      result.push_back(tokens.subspan(first, end - first));
    first = end + 1;
  }
  return result;
}

} // namespace clangsql::sql
