#include "sql/rewrite.h"

namespace clangsql::sql {

/// Whether token `i` stands right behind the table of an INSERT.
static bool followsTable(const Source &source, size_t i) {
  static constexpr std::initializer_list<std::string_view> before = {
      "INTO", "INSERT", "REPLACE", "IGNORE", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY"};
  size_t first = i;
  while (first > 0 && !source.isAny(first - 1, before) &&
         (source.isKind(first - 1, Token::Word) || source.isKind(first - 1, Token::QuotedName) ||
          source.isKind(first - 1, Token::Dot)))
    --first;
  return first > 0 && first < i && source.isAny(first - 1, before) &&
         source.isAny(0, {"INSERT", "REPLACE"});
}

/// INSERT OR action INTO (https://sqlite.org/lang_conflict.html), INSERT [LOW_PRIORITY] [IGNORE]
/// [INTO], PARTITION, VALUE and REPLACE (MySQL manual, "INSERT Statement").
void rewriteInsert(const Source &source, Edits &edits) {
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    const Token &token = source.tokens[i];
    bool begins =
        i == 0 || source.isAny(i - 1, {"EXPLAIN", "AS"}) || source.isKind(i - 1, Token::Close);
    if (begins && source.is(i, "REPLACE") && !source.isKind(i + 1, Token::Open)) {
      edits.push_back(
          {token.begin, token.end, source.is(i + 1, "INTO") ? "INSERT" : "INSERT INTO"});
    } else if (begins && source.is(i, "INSERT")) {
      size_t j = i + 1;
      while (source.isAny(j, {"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE"}))
        ++j;
      if (source.is(j, "OR") &&
          source.isAny(j + 1, {"REPLACE", "IGNORE", "ABORT", "FAIL", "ROLLBACK"}))
        j += 2;
      bool into = source.is(j, "INTO");
      if (j > i + 1)
        edits.push_back({source.tokens[i + 1].begin, source.tokens[j - 1].end, into ? "" : "INTO"});
      else if (!into && j < source.tokens.size())
        edits.push_back({token.end, token.end, " INTO"});
    } else if (source.isKind(i, Token::Open) && source.isKind(i + 1, Token::Close) &&
               source.is(i + 2, "VALUES") && source.isKind(i + 3, Token::Open) &&
               source.isKind(i + 4, Token::Close)) {
      edits.push_back({token.begin, source.tokens[i + 4].end, "DEFAULT VALUES"});
    } else if (source.is(i, "VALUE") && source.isKind(i + 1, Token::Open) &&
               (followsTable(source, i) ||
                (source.isAny(0, {"INSERT", "REPLACE"}) && source.isKind(i - 1, Token::Close)))) {
      edits.push_back({token.begin, token.end, "VALUES"});
    } else if (source.is(i, "PARTITION") && source.isKind(i + 1, Token::Open) &&
               followsTable(source, i)) {
      size_t close = i + 1;
      while (close + 1 < source.tokens.size() && !source.isKind(close, Token::Close))
        ++close;
      edits.push_back({token.begin, source.tokens[close].end, ""});
    } else if (source.is(i, "ON") && source.is(i + 1, "DUPLICATE") && source.is(i + 2, "KEY") &&
               source.is(i + 3, "UPDATE")) {
      edits.push_back(
          {source.tokens[i + 1].begin, source.tokens[i + 3].end, "CONFLICT (key) DO UPDATE SET"});
    }
  }
}

} // namespace clangsql::sql
