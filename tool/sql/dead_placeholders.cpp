#include "sql/dead_placeholders.h"

#include "sql/lexer.h"
#include "sql/placeholders.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

using llvm::StringRef;

namespace {

bool isNameStart(char c) { return llvm::isAlpha(c) || c == '_'; }
bool isNameChar(char c) { return llvm::isAlnum(c) || c == '_'; }

/// The length of a placeholder of one of these styles at the beginning of `text`; 0: there is none.
size_t placeholderAt(StringRef text, Placeholders styles) {
  char mark = text.empty() ? '\0' : text[0];
  StringRef rest = text.drop_front(mark ? 1 : 0);
  size_t digits = rest.take_while(llvm::isDigit).size();
  if (mark == '$' && (styles & Dollar))
    return digits && rest[0] != '0' ? 1 + digits : 0;
  if (mark == '?' && (styles & Question))
    return 1 + digits;
  bool named = (mark == ':' && (styles & Colon)) || (mark == '@' && (styles & At));
  return named && !rest.empty() && isNameStart(rest[0]) ? 1 + rest.take_while(isNameChar).size()
                                                        : 0;
}

class Finder {
public:
  Finder(const Text &text, const Options &options)
      : bytes_(text.bytes), styles_(options.placeholders), lexed_(lex(text, lexRules(options))),
        tokens_(lexed_.tokens) {}

  PlaceholderUse run();

private:
  void inQuotes(size_t);
  void inWord(const Token &);
  void glued(size_t);
  void add(DeadPlaceholder::Place, const Token &, uint32_t offset, size_t length, bool plain);
  bool isCompared(size_t) const;
  bool isInList(size_t) const;
  bool is(size_t i, StringRef keyword) const {
    return i < tokens_.size() && isWord(tokens_[i], bytes_, keyword);
  }
  bool isAny(size_t i, std::initializer_list<StringRef> keywords) const {
    return llvm::any_of(keywords, [&](StringRef keyword) { return is(i, keyword); });
  }

  StringRef bytes_;
  Placeholders styles_;
  Lexed lexed_;
  std::span<const Token> tokens_;
  PlaceholderUse use_;
};

} // namespace

void Finder::add(DeadPlaceholder::Place place, const Token &token, uint32_t offset, size_t length,
                 bool plain) {
  DeadPlaceholder dead{.place = place,
                       .offset = offset,
                       .length = uint32_t(length),
                       .token = std::string(spelling(token, bytes_)),
                       .plain = plain};
  unsigned number = 0;
  if (bytes_[offset] == '$' && !bytes_.substr(offset + 1, length - 1).getAsInteger(10, number))
    dead.number = number;
  use_.dead.push_back(std::move(dead));
}

/// Whether the token stands in `VALUES (…)` or `IN (…)`, and not in the arguments of a function.
bool Finder::isInList(size_t i) const {
  int depth = 0;
  while (i-- > 0) {
    depth += tokens_[i].kind == Token::Close;
    if (tokens_[i].kind == Token::Open && depth-- == 0)
      return isAny(i - 1, {"VALUES", "IN"}) || (i > 0 && tokens_[i - 1].kind == Token::Comma);
  }
  return false;
}

/// Whether the token is what a column is compared with or set to.
bool Finder::isCompared(size_t i) const {
  if (i == 0)
    return false;
  const Token &before = tokens_[i - 1];
  if (before.kind == Token::Operator)
    return spelling(before, bytes_).find_first_not_of("=<>!~*") == std::string_view::npos;
  if (before.kind == Token::Open || before.kind == Token::Comma)
    return isInList(i);
  return isAny(i - 1, {"LIKE", "ILIKE", "GLOB", "INTERVAL", "BETWEEN"});
}

/// A placeholder stands on its own in quotes: not in a word, and a question mark not behind one.
static bool standsAlone(StringRef content, size_t at, size_t length) {
  StringRef before = content.take_front(at), after = content.drop_front(at + length);
  bool clear = before.empty() || !isNameChar(before.back());
  bool mark = content[at] == '?';
  return clear && (after.empty() || !isNameChar(after.front())) &&
         !(mark && !before.empty() && !StringRef("% (,").contains(before.back()));
}

void Finder::inQuotes(size_t i) {
  const Token &token = tokens_[i];
  StringRef text = spelling(token, bytes_);
  size_t open = text.find_first_of("'\"`[");
  if (token.hasHole() || !token.terminated || open == StringRef::npos)
    return;
  StringRef content = text.drop_front(open + 1).drop_back();
  bool name = token.kind == Token::QuotedName;
  for (size_t at = 0; at < content.size(); ++at) {
    size_t length = placeholderAt(content.drop_front(at), styles_);
    if (!length || !standsAlone(content, at, length))
      continue;
    bool whole = content.trim("%_").size() == length;
    bool amount = is(i - 1, "INTERVAL") && at == 0; // INTERVAL '$1 days'
    add(name ? DeadPlaceholder::InName : DeadPlaceholder::InLiteral, token,
        token.begin + open + 1 + at, length, (whole || amount) && (name || isCompared(i)));
    at += length - 1;
  }
}

/// orders_$1: PostgreSQL takes the dollar sign for a letter.
void Finder::inWord(const Token &token) {
  StringRef text = spelling(token, bytes_);
  size_t dollar = text.find('$');
  if (dollar == StringRef::npos || dollar == 0 || token.hasHole())
    return;
  size_t length = placeholderAt(text.drop_front(dollar), styles_);
  if (length == text.size() - dollar)
    add(DeadPlaceholder::InName, token, token.begin + dollar, length, text[dollar - 1] == '_');
}

/// orders_?, orders_:year. `name?'key'` is an operator, `LIMIT?` is well.
void Finder::glued(size_t i) {
  const Token &token = tokens_[i];
  if (i == 0 || token.hasHole() || tokens_[i - 1].end != token.begin ||
      tokens_[i - 1].kind != Token::Word || isKeyword(tokens_[i - 1], bytes_))
    return;
  bool operand = i + 1 < tokens_.size() &&
                 (tokens_[i + 1].kind == Token::Literal || tokens_[i + 1].kind == Token::Open);
  if (!operand)
    add(DeadPlaceholder::Glued, tokens_[i - 1], token.begin, token.end - token.begin, true);
}

PlaceholderUse Finder::run() {
  for (size_t i = 0; i < tokens_.size(); ++i)
    switch (tokens_[i].kind) {
    case Token::Literal:
    case Token::QuotedName: inQuotes(i); break;
    case Token::Word: inWord(tokens_[i]); break;
    case Token::Placeholder: glued(i); break;
    default: break;
    }
  ParameterList real = parameters(tokens_, bytes_);
  use_.numbers = real.numbers;
  use_.counted = !real.unknown;
  return std::move(use_);
}

PlaceholderUse placeholdersOf(const Text &text, const Options &options) {
  return Finder(text, options).run();
}

} // namespace clangsql::sql
