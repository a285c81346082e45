#include "sql/nesting.h"

#include <algorithm>

namespace clangsql::sql {

namespace {
/// An open parenthesis, bracket or CASE; or the statement itself.
struct Frame {
  bool isCase = false;
  unsigned chain = 0; // operators since the last comma, AND or OR: `a || b || c` leans to the left
  unsigned joins = 0; // JOIN and UNION lean too, and commas do not end them
  unsigned levels() const { return 1 + chain + joins; }
};
} // namespace

static bool isAnyOf(const Token &token, std::string_view bytes,
                    std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return isWord(token, bytes, word); });
}

unsigned nestingOf(std::span<const Token> tokens, std::string_view bytes) {
  std::vector<Frame> frames(1);
  unsigned outer = 0, most = 0; // outer: the levels of all frames but the last
  auto open = [&](bool isCase) {
    outer += frames.back().levels();
    frames.push_back({.isCase = isCase});
  };
  auto close = [&](bool isCase) {
    if (frames.size() == 1 || frames.back().isCase != isCase)
      return;
    frames.pop_back();
    outer -= frames.back().levels();
    ++frames.back().chain; // a chain may go on over it: x OPERATOR(+) y OPERATOR(+) z
  };
  for (const Token &token : tokens) {
    switch (token.kind) {
    case Token::Open:
    case Token::OpenBracket: open(false); break;
    case Token::Close:
    case Token::CloseBracket: close(false); break;
    case Token::Comma: frames.back().chain = 0; break;
    case Token::Semicolon: frames.assign(1, {}), outer = 0; break;
    case Token::Operator: ++frames.back().chain; break;
    case Token::Word:
      if (!isKeyword(token, bytes) && !isAnyOf(token, bytes, {"INTERSECT", "AT", "OPERATOR"}))
        break;
      if (isWord(token, bytes, "CASE"))
        open(true);
      else if (isWord(token, bytes, "END"))
        close(true);
      else if (isAnyOf(token, bytes, {"AND", "OR", "WHEN", "THEN", "ELSE"}))
        frames.back().chain = 0;
      else if (isAnyOf(token, bytes, {"JOIN", "UNION", "EXCEPT", "INTERSECT"}))
        ++frames.back().joins;
      else if (isAnyOf(token, bytes,
                       {"NOT", "IS", "ISNULL", "NOTNULL", "COLLATE", "AT", "OPERATOR"}))
        ++frames.back().chain;
      break;
    default: break;
    }
    most = std::max(most, outer + frames.back().levels());
  }
  return most;
}

} // namespace clangsql::sql
