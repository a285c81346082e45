// Other databases' SQL brought to PostgreSQL's grammar, token by token; edits keep every byte
// traceable. A dialect is a list of small rewriters; PostgreSQL's is empty. To add to a dialect,
// write a rewriter and name it there.
#pragma once

#include "sql/lexer.h"
#include "sql/mapped_text.h"

namespace clangsql::sql {

/// One statement of a text, as rewriters and the hole filler see it.
struct Source {
  std::string_view bytes;
  std::span<const Token> tokens; // of the statement; never empty

  bool is(size_t i, std::string_view keyword) const {
    return i < tokens.size() && isWord(tokens[i], bytes, keyword);
  }
  bool isAny(size_t i, std::initializer_list<std::string_view> keywords) const {
    for (std::string_view keyword : keywords)
      if (is(i, keyword))
        return true;
    return false;
  }
  bool isKind(size_t i, Token::Kind kind) const {
    return i < tokens.size() && tokens[i].kind == kind;
  }
  std::string_view text(size_t i) const { return spelling(tokens[i], bytes); }
};

using Rewriter = void (*)(const Source &, Edits &);

/// Edits that make the statement PostgreSQL's where this is known how; sorted.
Edits rewrite(const Source &, Dialect);

/// Whether it is a statement of that dialect that PostgreSQL has nothing like (PRAGMA, USE):
/// StatementKind::Other.
bool isForeign(const Source &, Dialect);

// One idea each, in rewrite_*.cpp.
void rewriteQuotedNames(const Source &, Edits &);   // `name`, [name]
void rewriteMysqlLiterals(const Source &, Edits &); // "text", backslashes
void rewriteBegin(const Source &,
                  Edits &); // BEGIN IMMEDIATE, START TRANSACTION WITH CONSISTENT SNAPSHOT
void rewriteInsert(
    const Source &,
    Edits &); // INSERT OR REPLACE, INSERT IGNORE, REPLACE INTO, ON DUPLICATE KEY UPDATE
void rewriteLimit(const Source &, Edits &); // LIMIT a, b
void rewriteCreate(const Source &,
                   Edits &); // AUTOINCREMENT, AUTO_INCREMENT, WITHOUT ROWID, ENGINE=…
void rewriteExplain(const Source &, Edits &); // EXPLAIN QUERY PLAN

} // namespace clangsql::sql
