// What the code before a statement proves of a part of its text, by what gets through on walks
// (probe.cpp) that try one text after the other.
#include "link/analysis.h"
#include "link/carries.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <array>

namespace clangsql::link {

using namespace summary;

namespace {

constexpr size_t MaxParts = 8;             // of one statement
constexpr size_t MaxSought = 4;            // different things that are looked for in one text
constexpr size_t MaxEndless = 2;           // events of one function to which walks take too long
constexpr unsigned MaxMemberSteps = 50000; // of the walks for one member
constexpr size_t MaxSizes = 24;            // of what is tried
constexpr unsigned MostQuotes = 4;         // one after the other
constexpr int64_t LongestProbe = 300;      // characters

/// A piece that is read in this function.
bool isRead(TextRef text, EntityId function) {
  return text->kind == Text::Step && text->step.kind == StepInfo::Read &&
         text->step.function == function;
}

std::vector<TextRef> openParts(TextRef text, EntityId function) {
  std::vector<TextRef> parts;
  anyNode(text, [&](TextRef t) {
    if (t->constant() || t->kind == Text::Escaped)
      return Visit::Past;
    if (isRead(t, function)) {
      parts.push_back(t);
      return Visit::Past;
    }
    if (t->kind == Text::In || (t->kind == Text::Hole && t->hole.kind == sql::HoleKind::Text &&
                                t->hole.escape == sql::Escape::None))
      parts.push_back(t);
    return parts.size() < MaxParts ? Visit::Below : Visit::Found;
  });
  return parts;
}

/// All that is not constant in a text.
std::set<TextRef> leavesOf(TextRef text, EntityId function) {
  std::set<TextRef> leaves;
  anyNode(text, [&](TextRef t) {
    bool leaf = t->kind == Text::In || t->kind == Text::Hole || isRead(t, function);
    if (leaf)
      leaves.insert(t);
    return leaf || t->constant() ? Visit::Past : Visit::Below;
  });
  return leaves;
}

/// Those of which characters, or parts, are all that is left.
std::set<TextRef> changedParts(TextRef text, EntityId function) {
  std::set<TextRef> parts;
  auto add = [&](TextRef t) {
    if (t->kind == Text::In || t->kind == Text::Hole || isRead(t, function))
      parts.insert(t);
    return Visit::Below;
  };
  anyNode(text, [&](TextRef t) {
    if (!t->lossy)
      return Visit::Past;
    bool changed =
        t->kind == Text::Mixed || (t->kind == Text::Step && t->step.kind == StepInfo::Part);
    if (changed)
      anyNode(t, add);
    return changed ? Visit::Past : Visit::Below;
  });
  return parts;
}

/// A mark that nothing carries: the walk goes every way.
constexpr const char *NowhereInText = "\x01\x02";

/// What may get through.
constexpr std::array<std::string_view, 3> Harmless = {"aab", "112", "AAB"};

} // namespace

/// Something is asked of a text, or of its characters: only then can a check have been passed.
void FunctionAnalysis::noteTested(TextRef text) {
  if (probing_ || text->constant())
    return;
  anyNode(text, [&](TextRef t) {
    if (t->kind == Text::In || t->kind == Text::Hole || isRead(t, body_.entity))
      if (auto [tested, isNew] = tested_.try_emplace(t, at_); !isNew && tested->second != at_)
        tested->second = None;
    return t->constant() ? Visit::Past : Visit::Below;
  });
}

/// The same of all texts that a call is handed.
void FunctionAnalysis::noteTested(const Binding &b) {
  if (probing_)
    return;
  auto note = [&](const Value &value) {
    if (value.kind == Value::Text || value.kind == Value::Length)
      noteTested(value.text);
    else if (value.kind == Value::Address && value.path != NoPath)
      noteTested(content(value.path));
  };
  for (const Value &arg : b.args)
    note(arg);
  note(Value::ofAddress(b.receiver));
}

/// Whether no walk to this event ends; where those to others did not, nor will those to later ones.
bool FunctionAnalysis::gaveUp() const {
  return endless_.size() >= MaxEndless || endless_.contains(at_) || proofSteps_ > proofLimit_;
}

bool FunctionAnalysis::isTested(TextRef part) const {
  bool known = isTriedBelow(part);
  auto asks = [&](const auto &tested) {
    bool same = tested.first == part || (part->path != NoPath && tested.first->path == part->path);
    return same && !(known && tested.second == at_);
  };
  return std::ranges::any_of(tested_, asks);
}

/// Whether a part is the callee's own, not handed to it: what the callee asks of it, it has tried.
bool FunctionAnalysis::isTriedBelow(TextRef part) const {
  if (!sentBelow_)
    return false;
  bool handed = false;
  if (part->path != NoPath) {
    Path::Step root = c_.paths[c_.paths[part->path].root].step;
    handed = root != Path::Global && root != Path::Shared;
  }
  return !handed && anyNode(sentBelow_, [&](TextRef t) {
    return t == part ? Visit::Found : t->constant() ? Visit::Past : Visit::Below;
  });
}

/// The text, with each part that a check stands before marked as checked.
TextRef FunctionAnalysis::tried(TextRef text, sql::Dialect dialect) {
  bool last = reporting_ || !given_.empty(); // of the rounds in which a cycle is analysed
  if (!last || probing_ || text->constant())
    return text;
  char nameQuote = dialect == sql::Dialect::MySQL ? '`' : '"';
  bool quotesNames = hasByte(text, nameQuote);
  std::set<TextRef> changed = changedParts(text, body_.entity);
  besides_ = leavesOf(text, body_.entity);
  for (TextRef part : openParts(text, body_.entity)) {
    if (!isTested(part) && !changed.contains(part))
      continue;
    if (sql::Escape escape = provedOf(part, dialect, quotesNames ? nameQuote : '\0');
        escape != sql::Escape::None)
      text = c_.texts.settle(text, part, c_.texts.escaped(escape, part));
    else if (isTested(part) && gaveUp())
      text = doubted(text, part);
  }
  return text;
}

/// What the code before this event proves of a part; with which quotes names are written in the
/// text around it, 0: none are.
sql::Escape FunctionAnalysis::provedOf(TextRef part, sql::Dialect dialect, char nameQuote) {
  if (part->kind == Text::In && (part->rest || c_.paths[part->path].step == Path::Rest))
    return sql::Escape::None;
  bool escapes = dialect == sql::Dialect::MySQL || dialect == sql::Dialect::Generic;
  auto stops = [&](const std::string &bytes) {
    return !lets(part, bytes, {bytes, '\'', escapes}).through;
  };
  sought_ = {};
  std::string quotes = nameQuote ? fmt::format("a'{}b", nameQuote) : "a'b";
  if (gaveUp() || !stops(quotes)) // most code checks nothing: one walk tells
    return sql::Escape::None;
  if (gaveUp() || !arrives(part) || gaveUp())
    return sql::Escape::None;
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

/// Lengths to try: a check of the length is none of the characters.
std::set<size_t> FunctionAnalysis::sizes() const {
  std::set<size_t> found{3, 4, 8, 36};
  for (int64_t size : sought_.sizes)
    for (int64_t near : {size - 1, size, size + 1})
      if (near >= 3 && near <= LongestProbe && found.size() < MaxSizes)
        found.insert(static_cast<size_t>(near));
  return found;
}

/// What becomes of a part's quotes of this kind on the way to the statement.
FunctionAnalysis::Quotes FunctionAnalysis::quotesOf(TextRef part, char quote, bool backslashes) {
  auto lets = [&](const std::string &bytes, const std::string &mark) {
    return FunctionAnalysis::lets(part, bytes, {mark, quote, backslashes});
  };
  auto stops = [&](const std::string &bytes, const std::string &mark) {
    return !lets(bytes, mark).through;
  };
  std::string first = fmt::format("a{}b", quote); // what must not get through first of all
  Tried tried = lets(first, first);
  if (tried.through || getsInWithWhatIsSought(part, first, backslashes))
    return Quotes::GetIn;
  for (size_t size : sizes()) {
    std::string bytes(size, 'a');
    bytes[size / 2] = quote;
    std::string late = fmt::format("1{}{}", quote, std::string(size - 2, '1'));
    if (!stops(bytes, fmt::format("a{}a", quote)) || // or a part of it
        !stops(late, late))
      return Quotes::GetIn;
  }
  for (unsigned quotes = 1; quotes <= MostQuotes; ++quotes)
    if (std::string bytes = framed(std::string(quotes, quote)); !stops(bytes, bytes))
      return Quotes::GetIn;
  std::string unworded = fmt::format("({})", quote); // no letter or digit is asked for
  if (!stops(unworded, unworded))
    return Quotes::GetIn;
  if (tried.arrived.empty())
    return Quotes::Refused;
  // What arrives when there are no quotes as well is on another way, and nothing that was changed.
  Tried plain = lets("aab", NowhereInText);
  bool changed = !std::ranges::includes(plain.arrived, tried.arrived);
  return changed ? Quotes::Changed : Quotes::Refused;
}

/// What the function checks of a text that it leaves in a member, before or after it stores it:
/// those who read the member see no check. What is changed instead says nothing here: it is not
/// known yet in which quotes it will stand.
TextRef FunctionAnalysis::provedMember(PathId path, TextRef text) {
  if (text->constant())
    return text;
  if (c_.untried.contains(body_.entity))
    return undecided(text);
  asked_ = path;
  proofLimit_ = MaxMemberSteps;
  const std::vector<PathId> &tested = c_.effects[c_.world.entities[body_.entity].body].tested;
  std::set<TextRef> changed = changedParts(text, body_.entity);
  besides_ = leavesOf(text, body_.entity);
  for (TextRef part : openParts(text, body_.entity)) {
    if (part->kind == Text::In && !changed.contains(part) &&
        std::ranges::find(tested, part->path) == tested.end())
      continue;
    sql::Escape proved = provedOf(part, sql::Dialect::Generic, '"');
    if (proved != sql::Escape::None && !sql::isEscaper(proved))
      text = c_.texts.replace(text, part, c_.texts.escaped(proved, part));
  }
  if (endless_.contains(at_))
    c_.untried.insert(body_.entity);
  return gaveUp() ? undecided(text) : text;
}

/// Outside text that a check stands before, in a function whose walks take too long: what the check
/// lets through is not known, so it is not called an attacker's.
TextRef FunctionAnalysis::doubted(TextRef text, TextRef part) const {
  if (part->kind != Text::Hole || part->hole.grade != Grade::Tainted)
    return text;
  Hole unproven = part->hole;
  unproven.grade = Grade::Unproven;
  unproven.reason += ", checked in a function too large to follow";
  return c_.texts.replace(text, part, c_.texts.hole(unproven, part->path, part->join));
}

/// The same of what a function leaves in a member.
TextRef FunctionAnalysis::undecided(TextRef text) const {
  const std::vector<PathId> &tested = c_.effects[c_.world.entities[body_.entity].body].tested;
  for (TextRef part : openParts(text, body_.entity))
    if (part->path != NoPath && std::ranges::find(tested, part->path) != tested.end())
      text = doubted(text, part);
  return text;
}

/// Whether a harmless text gets into the statement, is refused like the others, or a constant is
/// sent in its place: if it gets lost on the way, the walk does not follow what happens to it.
bool FunctionAnalysis::arrives(TextRef part) {
  bool lost = false;
  for (std::string_view bytes : Harmless) {
    Tried harmless = lets(part, std::string(bytes), {std::string(bytes)});
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
    for (const std::string &one : std::exchange(sought_.texts, {}))
      if (std::ranges::find(sought, one) == sought.end() && one.find(quoted) == std::string::npos &&
          std::ranges::find(Harmless, one) == Harmless.end())
        sought.push_back(one);
    if (sought.size() == known || known == MaxSought)
      return false;
    sought.resize(std::min(sought.size(), MaxSought));
    std::string all, between = quoted;
    for (const std::string &one : sought)
      all += one, between += one + quoted;
    std::vector<std::string> tries{all + quoted, quoted + all, between, all + quoted + all};
    for (std::string_view word : Harmless) // in a part that is checked, beside one that is not
      tries.push_back(std::string(word) + all + quoted + all + std::string(word));
    for (const std::string &mark : sought) // a word, what parts it from the next one, and that
      if (std::ranges::none_of(mark, llvm::isAlnum))
        for (const std::string &word : sought)
          if (word != mark)
            tries.push_back(word + mark + quoted);
    for (const std::string &bytes : tries)
      if (Tried tried = lets(part, bytes, {quoted, quoted[1], backslashes});
          tried.through || tried.lost)
        return true;
  }
  return false;
}

} // namespace clangsql::link
