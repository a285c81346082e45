#include "sql/rewrite.h"

#include <array>

namespace clangsql::sql {

static std::span<const Rewriter> rewritersOf(Dialect dialect) {
  static constexpr std::array<Rewriter, 6> sqlite = {
      rewriteQuotedNames, rewriteBegin, rewriteInsert, rewriteLimit, rewriteCreate, rewriteExplain};
  static constexpr std::array<Rewriter, 6> mysql = {rewriteQuotedNames, rewriteMysqlLiterals,
                                                    rewriteBegin,       rewriteInsert,
                                                    rewriteLimit,       rewriteCreate};
  static constexpr std::array<Rewriter, 1> brackets = {rewriteQuotedNames};
  switch (dialect) {
  case Dialect::Generic: // what is no PostgreSQL at all can be taken for what it is elsewhere
  case Dialect::SQLite: return sqlite;
  case Dialect::MySQL: return mysql;
  case Dialect::SQLServer: return brackets;
  case Dialect::PostgreSQL:
  case Dialect::Oracle: return {};
  }
  return {};
}

Edits rewrite(const Source &source, Dialect dialect) {
  Edits edits;
  for (Rewriter rewriter : rewritersOf(dialect))
    rewriter(source, edits);
  sortByPlace(edits);
  return edits;
}

bool isForeign(const Source &source, Dialect dialect) {
  bool sqlite = source.isAny(0, {"PRAGMA", "ATTACH", "DETACH"});
  bool mysql = source.isAny(0, {"USE", "DESCRIBE", "FLUSH", "KILL", "OPTIMIZE", "UNLOCK", "HANDLER",
                                "LOAD"}) ||
               (source.is(0, "SHOW") && source.tokens.size() > 1);
  switch (dialect) {
  case Dialect::SQLite: return sqlite;
  case Dialect::MySQL: return mysql;
  case Dialect::Generic: return sqlite;
  default: return false;
  }
}

} // namespace clangsql::sql
