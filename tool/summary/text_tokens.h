// A cursor over the tokens of the textual form. The first error stops it: from then on only the end
// is seen, so a parser needs no test after each step.
#pragma once

#include "summary/text_lexer.h"

#include <llvm/Support/Error.h>

#include <optional>

namespace clangsql::summary::text {

class Tokens {
public:
  /// `name` is what messages call the text.
  Tokens(llvm::StringRef text, llvm::StringRef name);

  const Token &peek(size_t ahead = 0) const;
  bool atEnd() const { return peek().kind == Token::End; }
  bool sees(llvm::StringRef spelled, size_t ahead = 0) const {
    return peek(ahead).spelled == spelled;
  }
  bool sees(Token::Kind kind, size_t ahead = 0) const { return peek(ahead).kind == kind; }

  Token next();
  bool accept(llvm::StringRef spelled);
  void expect(llvm::StringRef spelled);
  Token expect(Token::Kind kind, llvm::StringRef what);
  uint32_t unsignedNumber(llvm::StringRef what);
  int64_t number(llvm::StringRef what);
  std::string string(llvm::StringRef what) { return expect(Token::String, what).text; }

  /// "expected …, found …" at the current token.
  void failExpecting(llvm::StringRef what);
  void fail(const Token &where, const std::string &message);
  bool failed() const { return !message.empty(); }
  llvm::Error takeError() const;

  size_t position() const { return at; }
  void moveTo(size_t position) { at = failed() ? tokens.size() - 1 : position; }
  /// Goes behind the closing brace that belongs to the opening one at the cursor.
  void skipBraces();

private:
  template <class Int> Int integer(llvm::StringRef what);

  std::vector<Token> tokens;
  std::string name, message;
  size_t at = 0;
};

} // namespace clangsql::summary::text
