#include "frontend/suppressions.h"

#include <llvm/ADT/StringExtras.h>

#include <optional>

namespace clangsql::frontend {

using llvm::StringRef;
using summary::Suppression;

/// The kind of the directive whose name `word` starts with; none if the name goes on as another
/// word.
static std::optional<Suppression::Kind> directiveKind(StringRef word) {
  if (word == "NOLINT")
    return Suppression::Here;
  if (word == "NOLINTNEXTLINE")
    return Suppression::NextLine;
  if (word == "NOLINTBEGIN")
    return Suppression::Begin;
  if (word == "NOLINTEND")
    return Suppression::End;
  return {};
}

void findSuppressions(StringRef text, summary::Id file, Strings &strings,
                      std::vector<Suppression> &found) {
  size_t lineStart = 0, counted = 0;
  uint32_t line = 1;
  for (size_t at = text.find("NOLINT"); at != StringRef::npos; at = text.find("NOLINT", at)) {
    for (; counted < at; ++counted)
      if (text[counted] == '\n') {
        ++line;
        lineStart = counted + 1;
      }
    size_t begin = at;
    StringRef word = text.substr(at).take_while([](char c) { return llvm::isAlpha(c); });
    at += word.size();
    std::optional<Suppression::Kind> kind = directiveKind(word);
    if (!kind)
      continue;
    Suppression suppression{*kind, file, line, uint32_t(begin - lineStart + 1)};
    if (at < text.size() && text[at] == '(') {
      size_t close = text.find_first_of("\n)", at);
      if (close != StringRef::npos && text[close] == ')') {
        suppression.checks = strings.of(text.slice(at + 1, close));
        at = close + 1;
      }
    }
    found.push_back(suppression);
  }
}

} // namespace clangsql::frontend
