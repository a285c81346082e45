#include "sql/rewrite.h"

namespace clangsql::sql {

/// Replaces the quotes only, so that holes and offsets between them stay.
void rewriteQuotedNames(const Source &source, Edits &edits) {
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    const Token &token = source.tokens[i];
    bool other = token.kind == Token::QuotedName &&
                 (source.text(i).front() == '`' || source.text(i).front() == '[');
    if (!other)
      continue;
    edits.push_back({token.begin, token.begin + 1, "\""});
    for (uint32_t at = token.begin + 1; at + 1 < token.end; ++at)
      if (source.bytes[at] == '"')
        edits.push_back({at, at + 1, "\"\""});
    if (token.terminated)
      edits.push_back({token.end - 1, token.end, "\""});
  }
}

} // namespace clangsql::sql
