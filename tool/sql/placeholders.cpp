#include "sql/placeholders.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>

#include <map>
#include <set>

namespace clangsql::sql {

ParameterList parameters(std::span<const Token> tokens, std::string_view bytes) {
  ParameterList result;
  std::map<std::string_view, unsigned> named;
  std::set<unsigned> numbers;
  unsigned largest = 0, unknown = 0;
  auto number = [&](const Token &token) -> unsigned {
    std::string_view text = spelling(token, bytes);
    unsigned n = 0;
    if (token.hasHole())
      return ++unknown, 0; // "$" + n
    if (text.size() == 1)
      return largest + 1;
    if (!llvm::StringRef(text.substr(1)).getAsInteger(10, n))
      return std::min(n, 65535u);
    return named.try_emplace(text, largest + 1).first->second;
  };
  for (const Token &token : tokens) {
    if (token.kind != Token::Parameter && token.kind != Token::Placeholder)
      continue;
    result.offsets.push_back(token.begin);
    unsigned n = number(token);
    if (n)
      numbers.insert(n);
    largest = std::max(largest, n);
    if (token.kind == Token::Placeholder || token.hasHole())
      result.edits.push_back(
          {token.begin, token.end, fmt::format(" ${} ", n ? n : 65000 + unknown)});
  }
  result.distinct = numbers.size() + unknown;
  result.numbers.assign(numbers.begin(), numbers.end());
  result.unknown = unknown;
  return result;
}

} // namespace clangsql::sql
