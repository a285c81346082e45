// Regular expressions as checks: what a text that is tried says of all others.
#include "link/analysis.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Regex.h>

#include <algorithm>

namespace clangsql::link {

namespace {

/// Whether a text that has the character could match the pattern: by `.`, a class, or itself. Where
/// in the text it would have to stand is not asked.
bool canMatch(std::string_view pattern, char character) {
  bool inClass = false, negated = false, listed = false;
  for (size_t i = 0; i < pattern.size(); ++i) {
    bool escaped = pattern[i] == '\\' && i + 1 < pattern.size();
    char c = pattern[i += escaped];
    bool others = escaped && (c == 'D' || c == 'W' || c == 'S' || (c == 's' && character == ' '));
    if (!inClass && !escaped && c == '[') {
      inClass = true;
      negated = pattern.substr(i + 1, 1) == "^";
      listed = false;
      i += negated;
    } else if (inClass && !escaped && c == ']') {
      inClass = false;
      if (listed != negated)
        return true;
    } else if (inClass) {
      bool range =
          pattern.substr(i + 1, 1) == "-" && i + 2 < pattern.size() && pattern[i + 2] != ']';
      listed |= others || (range ? c <= character && character <= pattern[i + 2] : c == character);
      i += range ? 2 : 0;
    } else if (others || (!escaped && c == '.') || (escaped && (c == 'x' || c == 'u'))) {
      return true;
    } else if (c == character &&
               (escaped || std::string_view("()|*+?{}").find(c) == std::string_view::npos)) {
      return true;
    }
  }
  return false;
}

/// An ECMAScript pattern as a POSIX one, as far as they are alike.
std::string posixPattern(const std::string &pattern) {
  std::string made;
  for (size_t i = 0; i < pattern.size(); ++i) {
    char next = i + 1 < pattern.size() ? pattern[i + 1] : 0;
    bool inClass = made.rfind('[') != std::string::npos &&
                   (made.rfind(']') == std::string::npos || made.rfind(']') < made.rfind('['));
    std::string_view known = next == 'd'   ? "0-9"
                             : next == 'w' ? "A-Za-z0-9_"
                             : next == 's' ? " \t"
                                           : "";
    if (pattern[i] == '\\' && (next == 'A' || next == 'z' || next == 'Z')) {
      made += next == 'A' ? '^' : '$';
      ++i;
    } else if (pattern[i] == '\\' && !known.empty()) {
      made += inClass ? std::string(known) : "[" + std::string(known) + "]";
      ++i;
    } else if (pattern[i] == '\\' && inClass && next == '-') {
      made += "-"; // an escape means nothing in a POSIX class
      ++i;
    } else if (pattern.compare(i, 3, "(?:") == 0) {
      made += "(";
      i += 2;
    } else {
      made += pattern[i];
    }
  }
  return made;
}

/// Whether each of a pattern's alternatives begins at the text's beginning and ends at its end.
bool isAnchored(llvm::StringRef posix) {
  unsigned depth = 0;
  bool inClass = false;
  size_t from = 0;
  auto isWhole = [](llvm::StringRef one) { return one.starts_with("^") && one.ends_with("$"); };
  for (size_t i = 0; i < posix.size(); ++i) {
    if (posix[i] == '\\')
      ++i;
    else if (inClass || posix[i] == '[')
      inClass = posix[i] != ']';
    else if (posix[i] == '(' || posix[i] == ')')
      depth += posix[i] == '(' ? 1 : -1;
    else if (posix[i] == '|' && depth == 0 && !isWhole(posix.slice(std::exchange(from, i + 1), i)))
      return false;
  }
  return isWhole(posix.drop_front(std::min(from, posix.size())));
}

} // namespace

std::optional<Value> FunctionAnalysis::matches(const std::string &text, const std::string &pattern,
                                               bool whole) {
  std::string posix = posixPattern(pattern);
  llvm::Regex regex(whole ? "^(" + posix + ")$" : posix);
  if (std::string error; !regex.isValid(error))
    return std::nullopt;
  if (regex.match(text))
    return Value::ofNumber(1);
  // Another text with the same character could get through: this one proves nothing.
  bool other =
      std::ranges::any_of(text, [&](char c) { return !llvm::isAlnum(c) && canMatch(pattern, c); });
  bool more = !whole && !isAnchored(posix); // what matches may stand beside it
  return other || more ? std::nullopt : std::optional(Value::ofNumber(0));
}

/// A text with `with` wherever a regular expression matches: where that is not known, the text with
/// something between.
TextRef FunctionAnalysis::withReplaced(TextRef text, TextRef pattern, TextRef with) const {
  const std::string *bytes = literalOf(text), *what = literalOf(pattern), *by = literalOf(with);
  bool plain = what && what->find_first_of(".^$|()[]{}*+?\\") == std::string::npos;
  bool asItIs = by && by->find('$') == std::string::npos; // no reference to the match
  if (!with->constant())
    return c_.texts.concat({text, with});
  if (!what || !asItIs)
    return text;
  if (plain)
    return c_.texts.replaceBytes(text, pattern, with);
  llvm::Regex regex(posixPattern(*what));
  if (std::string error; !probing_ || !bytes || !regex.isValid(error))
    return text;
  std::string made;
  llvm::StringRef rest = *bytes;
  llvm::SmallVector<llvm::StringRef, 4> found;
  while (regex.match(rest, &found) && !found[0].empty()) {
    auto at = static_cast<size_t>(found[0].data() - rest.data());
    made += rest.take_front(at).str() + *by;
    rest = rest.drop_front(at + found[0].size());
  }
  return c_.texts.constant(made + rest.str());
}

} // namespace clangsql::link
