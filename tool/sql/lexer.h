// SQL cut into tokens, with the holes of a text standing in or between them. It knows quoting and
// comments, no grammar.
#pragma once

#include "sql/parse.h"

#include <span>

namespace clangsql::sql {

/// A token of a text. A hole belongs to the token that it is inside of or joined to; else it is a
/// Word of its own.
struct Token {
  enum Kind : uint8_t {
    Word,          // identifier or keyword; its characters may all be holes
    QuotedName,    // "name", `name`, [name]
    Literal,       // '…' with its prefix (E, B, X, N, U&); "…" in MySQL
    DollarLiteral, // $tag$…$tag$
    Number,
    Parameter,   // $1
    Placeholder, // ? ?1 :name @name $name, as the client library's style has it
    Operator,
    Open,
    Close,
    OpenBracket,
    CloseBracket,
    Comma,
    Semicolon,
    Dot,
    Other,
    Comment
  };

  Kind kind = Other;
  bool terminated = true;               // false: the text ends inside it
  uint32_t begin = 0, end = 0;          // bytes of Text::bytes
  uint32_t firstHole = 0, lastHole = 0; // [first, last) of Text::holes

  bool hasHole() const { return firstHole != lastHole; }
  bool isHole() const { return kind == Word && begin == end; } // nothing but holes
};

/// How a dialect quotes and comments, and which placeholders the client library knows.
struct LexRules {
  bool backticks = false;
  bool brackets = false;
  bool doubleQuotedLiterals = false;
  bool backslashEscapes = false;
  bool hashComments = false;
  bool nestedComments = true;
  bool namedDollar = false; // SQLite's $name
  Placeholders placeholders = NoPlaceholder;
};

LexRules lexRules(const Options &);

struct Lexed {
  std::vector<Token> tokens; // without comments
  std::vector<Token> comments;
};

Lexed lex(const Text &, const LexRules &);

/// The token's bytes.
std::string_view spelling(const Token &, std::string_view bytes);

/// Whether it is this keyword (given in capitals), unquoted and without a hole.
bool isWord(const Token &, std::string_view bytes, std::string_view keyword);

/// Whether it is a word that the grammar, not the user, gives a meaning to.
bool isKeyword(const Token &, std::string_view bytes);
bool isKeyword(std::string_view word);

} // namespace clangsql::sql
