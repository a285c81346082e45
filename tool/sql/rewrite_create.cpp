#include "sql/rewrite.h"

namespace clangsql::sql {

/// What CREATE TABLE knows elsewhere about keys and storage (https://sqlite.org/autoinc.html; MySQL
/// manual, "CREATE TABLE Statement"): it names no column and no value, so it is left out.
void rewriteCreate(const Source &source, Edits &edits) {
  if (!source.is(0, "CREATE"))
    return;
  int depth = 0;
  for (size_t i = 1; i < source.tokens.size(); ++i) {
    const Token &token = source.tokens[i];
    if (token.kind == Token::Open)
      ++depth;
    else if (token.kind == Token::Close)
      --depth;
    if (source.isAny(i, {"AUTOINCREMENT", "AUTO_INCREMENT", "UNSIGNED"}))
      edits.push_back({token.begin, token.end, ""});
    bool width = source.isAny(i, {"INT", "INTEGER", "BIGINT", "SMALLINT"}) &&
                 source.isKind(i + 1, Token::Open) && source.isKind(i + 2, Token::Number) &&
                 source.isKind(i + 3, Token::Close);
    if (width) // INTEGER(3): how wide to show it
      edits.push_back({source.tokens[i + 1].begin, source.tokens[i + 3].end, ""});
    bool options = depth == 0 && source.isKind(i, Token::Close) &&
                   !source.isAny(i + 1, {"AS", "SELECT", "WITH", "WHERE"});
    if (options && i + 1 < source.tokens.size() &&
        (source.is(i + 1, "WITHOUT") || source.is(i + 1, "STRICT") ||
         source.isAny(i + 1, {"ENGINE", "DEFAULT", "CHARSET"}))) {
      edits.push_back({source.tokens[i + 1].begin, source.tokens.back().end, ""});
      return;
    }
  }
}

} // namespace clangsql::sql
