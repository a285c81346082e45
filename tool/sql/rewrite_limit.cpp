#include "sql/rewrite.h"

namespace clangsql::sql {

/// LIMIT offset, count. The two change places, which matters to nobody who reads positions and
/// names.
void rewriteLimit(const Source &source, Edits &edits) {
  for (size_t i = 0; i + 2 < source.tokens.size(); ++i) {
    if (!source.is(i, "LIMIT"))
      continue;
    int depth = 0;
    for (size_t j = i + 1; j < source.tokens.size() && depth >= 0; ++j) {
      if (source.isKind(j, Token::Open))
        ++depth;
      else if (source.isKind(j, Token::Close))
        --depth;
      else if (depth == 0 && source.isKind(j, Token::Comma)) {
        edits.push_back({source.tokens[j].begin, source.tokens[j].end, " OFFSET "});
        break;
      }
    }
  }
}

} // namespace clangsql::sql
