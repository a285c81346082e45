// What the code before a statement proves of a part of its text, by what gets through on walks
// (probe.cpp) that try one text after the other.
#include "link/analysis.h"
#include "link/carries.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace clangsql::link {

using namespace summary;

namespace {

constexpr size_t MaxParts = 8;        // of one statement
constexpr size_t MaxSought = 4;       // different things that are looked for in one text
constexpr unsigned MostQuotes = 4;    // one after the other
constexpr unsigned LongestProbe = 40; // characters: a check of the length is none of the characters

std::vector<TextRef> openParts(TextRef text) {
  std::vector<TextRef> parts;
  anyNode(text, [&](TextRef t) {
    if (t->constant() || t->kind == Text::Escaped)
      return Visit::Past;
    if (t->kind == Text::In || (t->kind == Text::Hole && t->hole.kind == sql::HoleKind::Text &&
                                t->hole.escape == sql::Escape::None))
      parts.push_back(t);
    return parts.size() < MaxParts ? Visit::Below : Visit::Found;
  });
  return parts;
}

/// What may get through.
constexpr std::array<std::string_view, 3> Harmless = {"aab", "112", "AAB"};

} // namespace

/// Whether a text's constant parts have this character.
static bool hasByte(TextRef text, char byte) {
  return anyNode(text, [&](TextRef t) {
    bool has = t->kind == Text::Literal && t->literal.bytes.find(byte) != std::string::npos;
    return has ? Visit::Found : Visit::Below;
  });
}

/// The text, with each part that a check stands before marked as checked.
TextRef FunctionAnalysis::tried(TextRef text, sql::Dialect dialect) {
  if (!recording_ || probing_ || text->constant())
    return text;
  char nameQuote = dialect == sql::Dialect::MySQL ? '`' : '"';
  bool quotesNames = hasByte(text, nameQuote);
  for (TextRef part : openParts(text))
    if (sql::Escape proved = provedOf(part, dialect, quotesNames ? nameQuote : '\0');
        proved != sql::Escape::None)
      text = c_.texts.settle(text, part, c_.texts.escaped(proved, part));
  return text;
}

/// What the code before this event proves of a part; with which quotes names are written in the
/// text around it, 0: none are.
sql::Escape FunctionAnalysis::provedOf(TextRef part, sql::Dialect dialect, char nameQuote) {
  if (part->kind == Text::In && (part->rest || c_.paths[part->path].step == Path::Rest))
    return sql::Escape::None;
  bool escapes = dialect == sql::Dialect::MySQL || dialect == sql::Dialect::Generic;
  auto stops = [&](const std::string &bytes) { return !lets(part, bytes, escapes).through; };
  sought_.clear();
  Quotes literal = quotesOf(part, '\'', escapes);
  bool backslash = literal != Quotes::GetIn && stops("a\\b"); // it escapes in some dialects
  if (!backslash && dialect == sql::Dialect::MySQL)
    literal = Quotes::GetIn;
  Quotes name = nameQuote ? quotesOf(part, nameQuote, false) : Quotes::GetIn;
  if (literal == Quotes::GetIn)
    return name == Quotes::GetIn     ? sql::Escape::None
           : name == Quotes::Refused ? sql::Escape::NoNameQuotes
                                     : sql::Escape::IdentifierBody;
  bool all = backslash && std::ranges::all_of(std::string_view("\";(= `"), [&](char c) {
               return stops(std::string("a") + c + "b") && stops(std::string(2, c)) &&
                      stops(std::string("aaaaaaa") + c);
             });
  return all                          ? sql::Escape::Checked
         : name != Quotes::GetIn      ? sql::Escape::NoQuotesAtAll
         : literal == Quotes::Changed ? sql::Escape::LiteralBody
                                      : sql::Escape::NoQuotes;
}

/// What becomes of a part's quotes of this kind on the way to the statement.
FunctionAnalysis::Quotes FunctionAnalysis::quotesOf(TextRef part, char quote, bool backslashes) {
  auto stops = [&](const std::string &bytes) {
    return !lets(part, bytes, backslashes, quote).through;
  };
  std::string first = fmt::format("a{}b", quote); // what must not get through first of all
  Tried tried = lets(part, first, backslashes, quote);
  if (tried.through || !arrives(part) || getsInWithWhatIsSought(part, first, backslashes))
    return Quotes::GetIn;
  for (unsigned size = 3; size <= LongestProbe; ++size) {
    std::string bytes(size, 'a');
    bytes[size / 2] = quote;
    if (!stops(bytes) || !stops(fmt::format("1{}{}", quote, std::string(size - 2, '1'))))
      return Quotes::GetIn;
  }
  for (unsigned quotes = 1; quotes <= MostQuotes; ++quotes)
    if (!stops(framed(std::string(quotes, quote))))
      return Quotes::GetIn;
  return tried.changed ? Quotes::Changed : Quotes::Refused;
}

/// What this function checks of the texts that it leaves in members, before or after it stores
/// them: those who read a member see no check. What is changed instead says nothing here: it is
/// not known yet in which quotes it will stand.
void FunctionAnalysis::proveMembers(Effect &made) {
  size_t tried = 0;
  for (auto &[path, value] : made.writes) {
    EntityId field = c_.paths.lastField(path);
    if (field == NoPath || value.kind != Value::Text || value.text->constant())
      continue;
    asked_ = path;
    for (TextRef part : openParts(value.text)) {
      if (++tried > MaxParts)
        break;
      sql::Escape proved = provedOf(part, sql::Dialect::Generic, '"');
      if (proved == sql::Escape::None || sql::isEscaper(proved))
        continue;
      TextRef checked = c_.texts.escaped(proved, part);
      value.text = c_.texts.replace(value.text, part, checked);
      for (Written &written : written_)
        if (written.member == field)
          written.text = c_.texts.replace(written.text, part, checked);
    }
  }
  asked_ = NoPath;
}

/// Whether a harmless text gets into the statement, is refused like the others, or a constant is
/// sent in its place: if it gets lost on the way, the walk does not follow what happens to it.
bool FunctionAnalysis::arrives(TextRef part) {
  bool lost = false;
  for (std::string_view bytes : Harmless) {
    Tried harmless = lets(part, std::string(bytes), false);
    if (harmless.through)
      return true;
    lost |= harmless.lost;
  }
  return !lost;
}

/// Whether texts are refused only for want of something that is looked for in them (the @ of an
/// address, a prefix), and get in, or get lost, with a quote beside it.
bool FunctionAnalysis::getsInWithWhatIsSought(TextRef part, const std::string &quoted,
                                              bool backslashes) {
  std::vector<std::string> sought;
  for (unsigned round = 0; round < MaxSought; ++round) {
    size_t known = sought.size();
    for (const std::string &one : std::exchange(sought_, {}))
      if (std::ranges::find(sought, one) == sought.end() && one.find(quoted) == std::string::npos &&
          std::ranges::find(Harmless, one) == Harmless.end())
        sought.push_back(one);
    if (sought.size() == known || sought.size() > MaxSought)
      return false;
    std::string all, between = quoted;
    for (const std::string &one : sought)
      all += one, between += one + quoted;
    for (const std::string &bytes : {all + quoted, quoted + all, between, all + quoted + all})
      if (Tried tried = lets(part, bytes, backslashes, quoted[1], quoted);
          tried.through || tried.lost)
        return true;
  }
  return false;
}

} // namespace clangsql::link
