#include "sql/rewrite.h"

namespace clangsql::sql {

/// MySQL without ANSI_QUOTES: "text" is a literal, and a backslash escapes (MySQL manual, "String
/// Literals").
void rewriteMysqlLiterals(const Source &source, Edits &edits) {
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    const Token &token = source.tokens[i];
    if (token.kind != Token::Literal)
      continue;
    std::string_view text = source.text(i);
    bool escapes =
        text.front() != 'E' && text.front() != 'e' && text.find('\\') != std::string_view::npos;
    bool doubled = text.front() == '"';
    if (escapes || doubled)
      edits.push_back({token.begin, token.begin + doubled,
                       std::string(escapes ? " E" : "") + (doubled ? "'" : "")});
    if (!doubled)
      continue;
    for (uint32_t at = token.begin + 1; at + 1 < token.end; ++at) {
      if (source.bytes[at] == '\\')
        ++at;
      else if (source.bytes[at] == '\'')
        edits.push_back({at, at + 1, "''"});
      else if (source.bytes[at] == '"' && source.bytes[at + 1] == '"')
        edits.push_back({at, at + 1, ""}), ++at;
    }
    if (token.terminated)
      edits.push_back({token.end - 1, token.end, "'"});
  }
}

} // namespace clangsql::sql
