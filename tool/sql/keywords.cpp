// The words that cannot be meant as a name where a statement is read token by token.

#include "sql/lexer.h"

#include <llvm/ADT/StringRef.h>

#include <algorithm>
#include <array>

namespace clangsql::sql {

/// Of PostgreSQL's documentation, appendix C, those reserved or seldom used as names; sorted.
static constexpr std::string_view keywords[] = {
    "ALL",       "ALTER",   "ANALYZE", "AND",        "ANY",     "ARRAY",     "AS",      "ASC",
    "BEGIN",     "BETWEEN", "BY",      "CASE",       "CAST",    "CHECK",     "COLLATE", "COMMIT",
    "CREATE",    "CROSS",   "DEFAULT", "DELETE",     "DESC",    "DISTINCT",  "DROP",    "ELSE",
    "END",       "ESCAPE",  "EXCEPT",  "EXISTS",     "EXPLAIN", "FALSE",     "FETCH",   "FOR",
    "FROM",      "FULL",    "GROUP",   "HAVING",     "ILIKE",   "IN",        "INNER",   "INSERT",
    "INTERSECT", "INTO",    "IS",      "ISNULL",     "JOIN",    "LEFT",      "LIKE",    "LIMIT",
    "NATURAL",   "NOT",     "NOTNULL", "NULL",       "OFFSET",  "ON",        "ONLY",    "OR",
    "ORDER",     "OUTER",   "PRIMARY", "REFERENCES", "REPLACE", "RETURNING", "RIGHT",   "SELECT",
    "SET",       "SIMILAR", "SOME",    "TABLE",      "THEN",    "TO",        "TRUE",    "UNION",
    "UNIQUE",    "UPDATE",  "USING",   "VALUES",     "WHEN",    "WHERE",     "WINDOW",  "WITH"};
static_assert(std::ranges::is_sorted(keywords));

bool isKeyword(std::string_view word) {
  std::array<char, 16> upper;
  if (word.size() > upper.size())
    return false;
  std::ranges::transform(word, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return std::ranges::binary_search(keywords, std::string_view(upper.data(), word.size()));
}

std::string_view spelling(const Token &token, std::string_view bytes) {
  return bytes.substr(token.begin, token.end - token.begin);
}

bool isWord(const Token &token, std::string_view bytes, std::string_view keyword) {
  return token.kind == Token::Word && !token.hasHole() &&
         token.end - token.begin == keyword.size() &&
         llvm::StringRef(spelling(token, bytes)).equals_insensitive(keyword);
}

bool isKeyword(const Token &token, std::string_view bytes) {
  return token.kind == Token::Word && !token.hasHole() && isKeyword(spelling(token, bytes));
}

} // namespace clangsql::sql
