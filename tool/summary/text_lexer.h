// Tokens of the textual form of a Unit.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clangsql::summary::text {

struct Token {
  enum Kind : uint8_t {
    Word,   // call
    Number, // 42, -1
    String, // "text"
    Entity, // @std::string, @"operator bool", @f{2}
    Place,  // $sql, $0, $"this", $sql{2}, ${0}
    Value,  // %3
    Mark,   // punctuation; -> is one mark
    End
  };
  Kind kind = End;
  llvm::StringRef spelled;       // as it stands in the text
  std::string text;              // of a string or name: without sigil, quotes, escapes and tag
  std::string tag;               // what tells names that are alike apart: 2 in @f{2}
  bool quoted = false;           // the name stands in quotes
  bool startsLine = false;       // nothing but blanks before it
  bool touches = false;          // no blank between it and the token before
  uint32_t line = 0, column = 0; // 1-based, bytes
};

struct LexError {
  uint32_t line = 0, column = 0;
  std::string message;
};

/// The last token is an End, unless there is an error.
std::vector<Token> lex(llvm::StringRef text, std::optional<LexError> &error);

/// How many bytes at the start of `text` can be an entity's name without quotes.
size_t bareNameLength(llvm::StringRef text);

/// How many bytes at the start of `text` are an identifier.
size_t identifierLength(llvm::StringRef text);

} // namespace clangsql::summary::text
