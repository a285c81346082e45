#include "summary/text_lexer.h"

#include <llvm/ADT/StringExtras.h>

namespace clangsql::summary::text {

static bool isIdentifierByte(char c) { return llvm::isAlnum(c) || c == '_' || (c & 0x80); }

size_t identifierLength(llvm::StringRef text) {
  if (text.empty() || llvm::isDigit(text[0]))
    return 0;
  return text.take_while(isIdentifierByte).size();
}

static size_t operatorSymbolLength(llvm::StringRef text) {
  if (text.starts_with("()") || text.starts_with("[]"))
    return 2;
  return text.take_while([](char c) { return llvm::StringRef("+-*/%^&|~!=<>").contains(c); })
      .size();
}

size_t bareNameLength(llvm::StringRef text) {
  size_t end = 0;
  for (;;) {
    if (text.substr(end).starts_with("~"))
      ++end;
    llvm::StringRef component = text.substr(end).take_while(isIdentifierByte);
    end += component.size();
    if (component == "operator")
      return end + operatorSymbolLength(text.substr(end));
    if (component.empty() || !text.substr(end).starts_with("::"))
      return end;
    end += 2;
  }
}

namespace {

class Lexer {
public:
  Lexer(llvm::StringRef text, std::optional<LexError> &error) : text(text), error(error) {}

  std::vector<Token> run() {
    for (;;) {
      skipBlanks();
      tokens.push_back(begin());
      if (at == text.size() || error)
        return std::move(tokens);
      scan(tokens.back());
      tokens.back().spelled = text.slice(start, at);
    }
  }

private:
  llvm::StringRef rest() const { return text.substr(at); }
  bool sees(char c) const { return at < text.size() && text[at] == c; }
  void take(size_t count) { at += count; }

  void fail(size_t where, std::string message) {
    if (!error)
      error = LexError{line, uint32_t(where - lineStart + 1), std::move(message)};
    at = text.size();
  }

  void skipBlanks() {
    touches = at > 0;
    for (; at < text.size(); touches = false) {
      if (text[at] == '#') {
        take(rest().take_until([](char c) { return c == '\n'; }).size());
      } else if (text[at] == '\n') {
        take(1);
        ++line, lineStart = at, startsLine = true;
      } else if (llvm::isSpace(text[at])) {
        take(1);
      } else {
        return;
      }
    }
  }

  Token begin() {
    Token token;
    start = at;
    token.line = line, token.column = at - lineStart + 1;
    token.startsLine = std::exchange(startsLine, false);
    token.touches = touches;
    return token;
  }

  void scan(Token &token) {
    char c = text[at];
    if (c == '"')
      token.kind = Token::String, quotedText(token.text);
    else if (c == '@')
      name(token, Token::Entity, bareNameLength(text.substr(at + 1)));
    else if (c == '$')
      name(token, Token::Place, text.substr(at + 1).take_while(isIdentifierByte).size());
    else if (c == '%')
      name(token, Token::Value, text.substr(at + 1).take_while(isIdentifierByte).size());
    else if (llvm::isDigit(c) || (c == '-' && at + 1 < text.size() && llvm::isDigit(text[at + 1])))
      token.kind = Token::Number, take(1 + text.substr(at + 1).take_while(isIdentifierByte).size());
    else if (size_t length = identifierLength(rest()))
      token.kind = Token::Word, take(length);
    else
      token.kind = Token::Mark, take(rest().starts_with("->") ? 2 : 1);
  }

  void name(Token &token, Token::Kind kind, size_t bareLength) {
    token.kind = kind;
    take(1);
    if (sees('"') && kind != Token::Value) {
      token.quoted = true;
      quotedText(token.text);
    } else {
      token.text = rest().take_front(bareLength).str();
      take(bareLength);
    }
    llvm::StringRef tag =
        rest().starts_with("{") ? rest().drop_front().take_while(isIdentifierByte) : "";
    if (!tag.empty() && rest().drop_front(1 + tag.size()).starts_with("}")) {
      token.tag = tag.str();
      take(tag.size() + 2);
    }
    if (token.text.empty() && token.tag.empty() && !token.quoted)
      fail(start, "expected a name after '" + text.substr(start, 1).str() + "'");
  }

  void quotedText(std::string &out) {
    size_t quote = at;
    for (take(1); !sees('"');) {
      if (at == text.size() || text[at] == '\n')
        return fail(quote, "unterminated string");
      if (text[at] == '\\')
        escape(out);
      else
        out += text[at], take(1);
    }
    take(1);
  }

  void escape(std::string &out) {
    llvm::StringRef escape = rest().take_front(4);
    if (escape.size() == 4 && escape[1] == 'x' && llvm::isHexDigit(escape[2]) &&
        llvm::isHexDigit(escape[3])) {
      out += char(llvm::hexFromNibbles(escape[2], escape[3]));
      return take(4);
    }
    static constexpr llvm::StringLiteral Letters = "ntr\"\\", Bytes = "\n\t\r\"\\";
    size_t known = escape.size() < 2 ? llvm::StringRef::npos : Letters.find(escape[1]);
    if (known == llvm::StringRef::npos)
      return fail(at, "unknown escape sequence");
    out += Bytes[known];
    take(2);
  }

  llvm::StringRef text;
  std::optional<LexError> &error;
  std::vector<Token> tokens;
  size_t at = 0, start = 0, lineStart = 0;
  uint32_t line = 1;
  bool startsLine = true, touches = false;
};

} // namespace

std::vector<Token> lex(llvm::StringRef text, std::optional<LexError> &error) {
  return Lexer(text, error).run();
}

} // namespace clangsql::summary::text
