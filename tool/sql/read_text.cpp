#include "sql/text_form.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

static bool apply(llvm::StringRef word, Hole &hole) {
  struct Kind {
    llvm::StringRef word;
    HoleKind kind;
  };
  struct Escaped {
    llvm::StringRef word;
    Escape escape;
  };
  static const Kind kinds[] = {{"text", HoleKind::Text},
                               {"number", HoleKind::Number},
                               {"boolean", HoleKind::Boolean},
                               {"character", HoleKind::Character},
                               {"unknown", HoleKind::Unknown}};
  static const Escaped escapes[] = {{"literal-body", Escape::LiteralBody},
                                    {"literal", Escape::Literal},
                                    {"identifier", Escape::Identifier},
                                    {"identifier-body", Escape::IdentifierBody},
                                    {"no-quotes", Escape::NoQuotes},
                                    {"no-name-quotes", Escape::NoNameQuotes},
                                    {"no-quotes-at-all", Escape::NoQuotesAtAll},
                                    {"checked", Escape::Checked}};
  for (const Kind &row : kinds)
    if (row.word == word)
      return hole.kind = row.kind, true;
  for (const Escaped &row : escapes)
    if (row.word == word)
      return hole.escape = row.escape, true;
  return false;
}

static llvm::Error fail(std::string message, size_t byte) {
  return llvm::createStringError(fmt::format("byte {}: {}", byte, message));
}

llvm::Expected<Text> readText(std::string_view form) {
  Text text;
  for (size_t i = 0; i < form.size(); ++i) {
    char c = form[i];
    bool doubled = i + 1 < form.size() && form[i + 1] == c;
    if ((c != '{' && c != '}') || doubled) {
      text.bytes += c;
      i += (c == '{' || c == '}') && doubled;
      continue;
    }
    if (c == '}')
      return fail("a single '}'; write '}}' for a brace", i);
    size_t end = form.find('}', i);
    if (end == std::string_view::npos)
      return fail("'{' without '}'; write '{{' for a brace", i);
    Hole hole{.offset = uint32_t(text.bytes.size())};
    auto [name, what] = llvm::StringRef(form.substr(i + 1, end - i - 1)).split(':');
    while (!what.empty()) {
      auto [word, rest] = what.split(',');
      if (!apply(word, hole))
        return fail(fmt::format("unknown kind of hole '{}'", std::string_view(word)), i);
      what = rest;
    }
    text.holes.push_back(hole);
    i = end;
  }
  return text;
}

} // namespace clangsql::sql
