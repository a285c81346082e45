#include "frontend/literals.h"

#include <clang/AST/ASTContext.h>
#include <clang/Lex/Lexer.h>
#include <llvm/Support/ConvertUTF.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Id, summary::Segment, summary::Span;

namespace {

/// Bytes and source characters in step: byte `first` of the token is written at `offset` in it.
struct Run {
  uint32_t first, offset, end;
};

/// Walks the spelling of one string token.
class TokenScanner {
public:
  /// `bytes`: what the compiler made of the literal from this token on.
  TokenScanner(StringRef spelling, StringRef bytes) : text(spelling), bytes(bytes) {}

  /// False if the spelling is not what was expected.
  bool scan() {
    size_t quote = text.find('"');
    if (quote == StringRef::npos)
      return false;
    return quote && text[quote - 1] == 'R' ? scanRaw(quote + 1) : scanPlain(quote + 1);
  }

  std::vector<Run> runs;
  uint32_t written = 0; // bytes that the token contributes

private:
  void start(size_t offset) {
    if (!runs.empty() && runs.back().first == written)
      runs.back().offset = offset;
    else
      runs.push_back({written, uint32_t(offset), 0});
  }

  void stop(size_t offset) { runs.back().end = offset; }

  bool scanRaw(size_t at) {
    size_t open = text.find('(', at);
    if (open == StringRef::npos)
      return false;
    std::string close = (")" + text.slice(at, open) + "\"").str();
    size_t end = text.rfind(close);
    if (end == StringRef::npos || end < open)
      return false;
    start(open + 1);
    for (size_t i = open + 1; i < end; ++i) {
      if (text[i] == '\r' && text.substr(i + 1).starts_with("\n"))
        continue;
      ++written;
      if (text[i] == '\n' && i + 1 < end) { // a line of its own
        stop(i + 1);
        start(i + 1);
      }
    }
    stop(end);
    return true;
  }

  bool scanPlain(size_t at) {
    start(at);
    while (at < text.size() && text[at] != '"') {
      if (text[at] != '\\') {
        ++written;
        ++at;
        continue;
      }
      stop(at);
      if (size_t joined = lineContinuation(at)) {
        at += joined;
      } else {
        start(at);
        at += escape(at);
        stop(at);
      }
      start(at);
    }
    stop(at);
    return at < text.size();
  }

  /// Length of a backslash, white space and line end that join two lines; 0 if there is none.
  size_t lineContinuation(size_t at) const {
    StringRef rest = text.substr(at + 1);
    StringRef trimmed = rest.ltrim(" \t\v\f");
    size_t length = 1 + (rest.size() - trimmed.size());
    if (trimmed.starts_with("\r\n"))
      return length + 2;
    return trimmed.starts_with("\n") ? length + 1 : 0;
  }

  /// Length of an escape sequence; adds the bytes it stands for.
  size_t escape(size_t at) {
    char kind = at + 1 < text.size() ? text[at + 1] : 0;
    StringRef rest = text.substr(at + 2);
    bool character = kind == 'u' || kind == 'U' || kind == 'N';
    written += character ? characterLength() : 1;
    if ((kind == 'o' || kind == 'x' || character) && rest.starts_with("{"))
      return 2 + rest.find('}') + 1;
    if (kind == 'u' || kind == 'U')
      return 2 + (kind == 'u' ? 4 : 8);
    if (kind == 'x')
      return 2 + rest.take_while([](char c) { return llvm::isHexDigit(c); }).size();
    if (kind >= '0' && kind <= '7')
      return 2 + rest.take_front(2).take_while([](char c) { return c >= '0' && c <= '7'; }).size();
    return 2;
  }

  uint32_t characterLength() const {
    return written < bytes.size() ? llvm::getNumBytesForUTF8(bytes[written]) : 1;
  }

  StringRef text, bytes;
};

class LiteralMapper {
public:
  LiteralMapper(const StringLiteral &literal, Locations &locations)
      : literal(literal), locations(locations), sources(locations.sources()) {}

  std::vector<Segment> map() {
    std::vector<Segment> segments;
    StringRef bytes = literal.getBytes();
    uint32_t first = 0;
    for (unsigned token = 0; token < literal.getNumConcatenated(); ++token) {
      std::optional<uint32_t> length =
          addToken(literal.getStrTokenLoc(token), bytes.drop_front(first), first, segments);
      if (!length || first + *length > bytes.size())
        return whole();
      first += *length;
    }
    return first == bytes.size() ? segments : whole();
  }

  /// The map of a literal whose spelling is not understood.
  std::vector<Segment> whole() { return {{0, locations.span(literal.getSourceRange())}}; }

private:
  std::optional<uint32_t> addToken(SourceLocation at, StringRef bytes, uint32_t first,
                                   std::vector<Segment> &segments) {
    SourceLocation spelling = sources.getSpellingLoc(at);
    auto [file, offset] = sources.getDecomposedLoc(spelling);
    unsigned length = Lexer::MeasureTokenLength(spelling, sources, locations.language());
    TokenScanner scanner(sources.getBufferData(file).substr(offset, length), bytes);
    if (!scanner.scan())
      return {};
    if (sources.isWrittenInScratchSpace(spelling)) { // by # or ##: no characters of its own
      segments.push_back({first, locations.span(at)});
      return scanner.written;
    }
    bool inMacro = !locations.isArgument(at);
    Id expansion = inMacro ? locations.span(at).expansion : summary::None;
    for (auto [start, from, end] : scanner.runs) {
      if (start == scanner.written && start) // nothing follows the last escape
        continue;
      Id here = locations.at(file, offset + from, end - from);
      segments.push_back({first + start, {here, inMacro ? expansion : here}});
    }
    return scanner.written;
  }

  const StringLiteral &literal;
  Locations &locations;
  const SourceManager &sources;
};

} // namespace

static std::optional<std::string> wideText(const StringLiteral &literal) {
  std::string text;
  StringRef bytes = literal.getBytes();
  if (literal.getCharByteWidth() == 2) {
    if (llvm::convertUTF16ToUTF8String(llvm::ArrayRef(bytes.data(), bytes.size()), text))
      return text;
  } else if (llvm::convertUTF32ToUTF8String(llvm::ArrayRef(bytes.data(), bytes.size()), text)) {
    return text;
  }
  return {};
}

std::optional<summary::Literal> lowerLiteral(const StringLiteral &literal, Locations &locations,
                                             Strings &strings) {
  summary::Literal result;
  LiteralMapper mapper(literal, locations);
  if (literal.isUnevaluated() || literal.getCharByteWidth() == 1) {
    result.bytes = strings.of(literal.getBytes());
    result.map = mapper.map();
  } else {
    std::optional<std::string> text = wideText(literal);
    if (!text)
      return {};
    result.bytes = strings.of(*text);
    result.map = mapper.whole();
  }
  if (std::string macro = literalMacro(literal, locations); !macro.empty())
    result.macro = strings.of(macro);
  return result;
}

/// The outermost macro in whose body a token stands. What it makes of its arguments by # is not
/// its own.
static std::string outermostMacro(SourceLocation at, Locations &locations) {
  const SourceManager &sources = locations.sources();
  std::string found;
  bool made = sources.isWrittenInScratchSpace(sources.getSpellingLoc(at));
  for (; at.isMacroID() && !made; at = sources.getImmediateExpansionRange(at).getBegin()) {
    while (at.isMacroID() && sources.isMacroArgExpansion(at))
      at = sources.getImmediateSpellingLoc(at);
    if (at.isMacroID())
      found = Lexer::getImmediateMacroName(at, sources, locations.language()).str();
    else
      break;
  }
  return found;
}

/// "SELECT id FROM orders", but not "SELECT" or "/* shop */": enough to look for.
static bool tells(SourceLocation token, Locations &locations) {
  SourceLocation at = locations.sources().getSpellingLoc(token);
  unsigned length = Lexer::MeasureTokenLength(at, locations.sources(), locations.language());
  StringRef text = StringRef(locations.sources().getCharacterData(at), length);
  text = text.drop_until([](char c) { return c == '"'; }).trim("\" ");
  return !text.empty() && llvm::isAlpha(text[0]) && text.contains(' ');
}

std::string literalMacro(const StringLiteral &literal, Locations &locations) {
  SourceLocation first = literal.getStrTokenLoc(0),
                 last = literal.getStrTokenLoc(literal.getNumConcatenated() - 1);
  std::string name = outermostMacro(first, locations);
  return tells(first, locations) || name == outermostMacro(last, locations) ? name : "";
}

} // namespace clangsql::frontend
