#include "frontend/file_words.h"

#include "sql/statements.h"

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/StringSwitch.h>

#include <set>

namespace clangsql::frontend {

using namespace clang;

namespace {

/// Words that statements begin with which are recognised without their call (sql::looksLikeSql).
bool isVerb(StringRef word) {
  return llvm::StringSwitch<bool>(word)
      .CasesLower({"select", "insert", "update", "delete", "merge", "with", "create", "alter"},
                  true)
      .CasesLower({"drop", "copy", "replace", "grant", "revoke", "comment", "call", "do"}, true)
      .CasesLower({"truncate", "lock", "set", "explain", "prepare", "declare", "refresh"}, true)
      .CasesLower({"begin", "start", "commit", "rollback", "end", "savepoint", "release"}, true)
      .CasesLower({"pragma", "use"}, true)
      .Default(false);
}

/// Keywords after which a literal stands by itself. Any other word before it is a macro.
bool endsBeforeLiteral(StringRef word) {
  return llvm::StringSwitch<bool>(word)
      .Cases({"return", "case", "else", "throw", "do", "in", "and", "or", "not"}, true)
      .Cases({"co_return", "co_yield", "co_await", "extern", "asm", "__asm__", "sizeof"}, true)
      .Cases({"include", "include_next", "import", "line", "error", "warning", "pragma"}, true)
      .Default(false);
}

/// The character that an escape sequence stands for, and moves past it. Nothing: none that is read
/// here.
std::optional<char> unescape(StringRef &rest) {
  constexpr StringRef names = "nrtabfv\"'\\?", values = "\n\r\t\a\b\f\v\"'\\?";
  if (size_t known = rest.empty() ? StringRef::npos : names.find(rest.front());
      known != StringRef::npos) {
    rest = rest.drop_front();
    return values[known];
  }
  bool hexadecimal = rest.consume_front("x");
  StringRef digits = rest.take_while(
      [&](char c) { return hexadecimal ? llvm::isHexDigit(c) : c >= '0' && c <= '7'; });
  digits = hexadecimal ? digits : digits.take_front(3);
  unsigned value = 0;
  if (digits.getAsInteger(hexadecimal ? 16 : 8, value))
    return std::nullopt;
  rest = rest.drop_front(digits.size());
  return char(value);
}

/// Adds a literal's content. False: it holds what is not read here.
bool decode(StringRef spelling, std::string &content) {
  size_t quote = spelling.find('"');
  if (quote == StringRef::npos)
    return false;
  StringRef body = spelling.substr(quote + 1, spelling.rfind('"') - quote - 1);
  if (spelling.take_front(quote).ends_with("R")) {
    size_t open = body.find('('), close = body.rfind(')');
    content += open < close ? body.slice(open + 1, close) : body;
    return open < close;
  }
  while (!body.empty()) {
    char next = body.front();
    body = body.drop_front();
    std::optional<char> read = next == '\\' ? unescape(body) : std::optional(next);
    if (!read)
      return false;
    content += *read;
  }
  return true;
}

class FileLexer {
public:
  FileLexer(StringRef content, const LangOptions &language, const Interest &interest)
      : lexer_(SourceLocation(), language, content.begin(), content.begin(), content.end()),
        interest_(interest) {}

  FileWords run() {
    Token token;
    for (bool end = false; !end;) {
      end = lexer_.LexFromRawLexer(token);
      step(token);
    }
    endLiteral(false);
    result_.words.assign(words_.begin(), words_.end());
    result_.macroWords.assign(macroWords_.begin(), macroWords_.end());
    return std::move(result_);
  }

private:
  void step(const Token &token) {
    if (token.isAtStartOfLine())
      inMacro_ = false;
    bool word = token.is(tok::raw_identifier);
    if (tok::isStringLiteral(token.getKind())) {
      addLiteral(token);
    } else {
      endLiteral(word && !token.isAtStartOfLine());
      afterMacro_ = false;
    }
    if (word)
      addWord(token);
    result_.pastes |= token.is(tok::hashhash) || (word && token.needsCleaning());
    afterHash_ = token.is(tok::hash) && token.isAtStartOfLine();
    noteArgument(token);
  }

  void addWord(const Token &token) {
    StringRef text = token.getRawIdentifier();
    inMacro_ |= afterHash_ && text == "define";
    // What a named module brings is in no file that is read here.
    result_.sql |= token.isAtStartOfLine() && (text == "import" || text == "module");
    afterMacro_ = !endsBeforeLiteral(text) && !token.isAtStartOfLine();
    if (std::optional<unsigned> id = interest_.idOf(text)) {
      words_.insert(*id);
      if (inMacro_)
        macroWords_.insert(*id);
    }
  }

  // SQL(SELECT name FROM users): words that a macro may make a literal of.
  void noteArgument(const Token &token) {
    bool word = token.is(tok::raw_identifier);
    if (verbInParentheses_)
      result_.sql |= word || token.isOneOf(tok::star, tok::numeric_constant) ||
                     tok::isStringLiteral(token.getKind());
    verbInParentheses_ = afterParenthesis_ && word && isVerb(token.getRawIdentifier());
    afterParenthesis_ = token.is(tok::l_paren);
  }

  void addLiteral(const Token &token) {
    if (!inLiteral_) {
      inLiteral_ = true;
      unread_ = false;
      literal_.clear();
      certain_ = !afterMacro_;
    }
    unread_ |= token.needsCleaning() ||
               !decode(StringRef(token.getLiteralData(), token.getLength()), literal_);
    certain_ &= !unread_;
    certain_ &= !inMacro_; // it may be put together with others there
  }

  /// `joined`: a word follows on the same line, a macro perhaps that goes on with the text.
  void endLiteral(bool joined) {
    if (!inLiteral_)
      return;
    inLiteral_ = false;
    StringRef text = StringRef(literal_).ltrim(" \t\r\n(;");
    StringRef verb = text.take_while([](char c) { return llvm::isAlpha(c); });
    bool begins = isVerb(verb) || text.starts_with("--") || text.starts_with("/*");
    if (begins && certain_ && !joined)
      begins = sql::looksLikeSql(literal_);
    result_.sql |= begins || text.starts_with("sql:") || (unread_ && verb.size() == text.size());
  }

  Lexer lexer_;
  const Interest &interest_;
  FileWords result_;
  std::set<unsigned> words_, macroWords_;
  std::string literal_;
  bool inLiteral_ = false, certain_ = true, unread_ = false, afterMacro_ = false;
  bool afterHash_ = false, inMacro_ = false;
  bool afterParenthesis_ = false, verbInParentheses_ = false;
};

} // namespace

FileWords findWords(StringRef content, const LangOptions &language, const Interest &interest) {
  return FileLexer(content, language, interest).run();
}

} // namespace clangsql::frontend
