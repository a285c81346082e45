// Checks are tried: a text that must not get through is put in the place of what a function does
// not know, and the function is walked path by path, with everything known that follows from it. If
// no such text gets into the statement as it is, the code checks or changes what it lets through,
// whatever it does for it: a loop over the characters, a pattern, a helper that throws, quotes that
// are doubled. A check that proves nothing (length, emptiness, another variable) lets them through.
#include "link/analysis.h"
#include "link/expand.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <array>

namespace clangsql::link {

using namespace summary;
using link::Literal, link::Hole;
using models::PredicateFact;

/// One walk.
struct FunctionAnalysis::Probe {
  TextRef part = nullptr;   // what is replaced …
  TextRef bytes = nullptr;  // … by this …
  std::string mark = {};    // … of which this must not get through
  Id goal = None;           // the event that must not be reached
  bool arrives = false;     // at the goal …
  bool lost = false;        // … where there is something that is not known
  bool backslashes = false; // they escape
  bool ended = false;       // a way ended: there, at the exit, or by an exception
  std::vector<State> ends;  // of the ways that get to the exit
};

namespace {

constexpr unsigned MaxSteps = 6000;   // events of one walk, callees included
constexpr unsigned MaxDepth = 4;      // of callees that are walked into
constexpr size_t MaxStates = 48;      // of one block
constexpr size_t MaxParts = 8;        // of one statement
constexpr size_t MaxSought = 4;       // different things that are looked for in one text
constexpr unsigned MostQuotes = 4;    // one after the other
constexpr unsigned LongestProbe = 40; // characters: a check of the length is none of the characters

void collectParts(TextRef text, std::vector<TextRef> &parts) {
  if (text->constant() || text->kind == Text::Escaped || parts.size() >= MaxParts)
    return;
  bool open = text->kind == Text::In ||
              (text->kind == Text::Hole && text->hole.kind == sql::HoleKind::Text &&
               text->hole.escape == sql::Escape::None);
  if (open && std::ranges::find(parts, text) == parts.end())
    parts.push_back(text);
  for (TextRef child : text->children)
    collectParts(child, parts);
  for (const Alternative &a : text->alternatives)
    collectParts(a.text, parts);
}

} // namespace

static bool hasOpenFormat(TextRef text) {
  auto below = [](const Alternative &a) { return hasOpenFormat(a.text); };
  return (text->kind == Text::Format && text->format != Text::Named) ||
         std::ranges::any_of(text->children, hasOpenFormat) ||
         std::ranges::any_of(text->alternatives, below);
}

/// What must not get through first of all, and what may.
constexpr std::string_view Quoted = "a'b";
constexpr std::array<std::string_view, 3> Harmless = {"aab", "112", "AAB"};

/// Stand around what is tried, where it can be changed on the way: letters pass most checks.
constexpr std::string_view Front = "zq", Back = "qz";

/// Whether a quote in the text, as it stands in a literal there, ends it.
static bool endsLiteral(std::string_view body, bool backslashes) {
  for (size_t i = 0; i < body.size(); ++i) {
    bool pair = body.substr(i, 2) == "\'\'";
    if (body[i] == '\'' && !pair)
      return true;
    i += pair || (body[i] == '\\' && backslashes);
  }
  return false;
}

/// Whether SQL has these bytes in it as they are; or, of bytes in a frame, whether what became of
/// them ends a literal.
static bool carries(const std::string &sql, const std::string &bytes, bool backslashes) {
  if (!bytes.starts_with(Front))
    return sql.find(bytes) != std::string::npos;
  std::string lower = llvm::StringRef(sql).lower();
  size_t first = lower.find(Front), last = lower.rfind(Back);
  return first != std::string::npos && last != std::string::npos && first < last &&
         endsLiteral(
             std::string_view(sql).substr(first + Front.size(), last - first - Front.size()),
             backslashes);
}

/// Whether a statement's text has these bytes in it, or could have.
static bool carries(TextRef text, const std::string &bytes, bool backslashes) {
  Expansion expansion = expand(text, 16);
  if (expansion.truncated || hasOpenFormat(text))
    return true;
  for (const Variant &variant : expansion.variants) {
    std::string all;
    for (const Fragment &fragment : variant.fragments)
      if (const Literal *literal = std::get_if<Literal>(&fragment))
        all += literal->bytes;
      else if (const Hole &hole = std::get<Hole>(fragment);
               hole.escape == sql::Escape::Checked && !hole.reason.empty())
        return true; // a constant that got lost
      else
        all += '\1';
    if (carries(all, bytes, backslashes))
      return true;
  }
  return false;
}

/// The text, with each part that a check stands before marked as checked.
TextRef FunctionAnalysis::tried(TextRef text, sql::Dialect dialect) {
  if (!recording_ || probing_ || text->constant())
    return text;
  std::vector<TextRef> parts;
  collectParts(text, parts);
  for (TextRef part : parts)
    if (sql::Escape proved = provedOf(part, dialect); proved != sql::Escape::None)
      text = c_.texts.settle(text, part, c_.texts.escaped(proved, part));
  return text;
}

/// What the code before this event proves of a part.
sql::Escape FunctionAnalysis::provedOf(TextRef part, sql::Dialect dialect) {
  if (part->kind == Text::In && (part->rest || c_.paths[part->path].step == Path::Rest))
    return sql::Escape::None;
  bool escapes = dialect == sql::Dialect::MySQL || dialect == sql::Dialect::Generic;
  auto stops = [&](const std::string &bytes) { return !lets(part, bytes, escapes).through; };
  sought_.clear();
  Tried quote = lets(part, std::string(Quoted), escapes);
  if (quote.through || !arrives(part) || getsInWithWhatIsSought(part, escapes))
    return sql::Escape::None;
  bool backslash = stops("a\\b"); // it escapes in some dialects
  if (!backslash && dialect == sql::Dialect::MySQL)
    return sql::Escape::None;
  for (unsigned size = 3; size <= LongestProbe; ++size) {
    std::string bytes(size, 'a');
    bytes[size / 2] = '\'';
    if (!stops(bytes) || !stops("1'" + std::string(size - 2, '1')))
      return sql::Escape::None;
  }
  for (unsigned quotes = 1; quotes <= MostQuotes; ++quotes)
    if (!stops(fmt::format("{}{:'>{}}{}", Front, "", quotes, Back)))
      return sql::Escape::None;
  bool all = backslash && std::ranges::all_of(std::string_view("\";(= `"), [&](char c) {
               return stops(std::string("a") + c + "b") && stops(std::string(2, c)) &&
                      stops(std::string("aaaaaaa") + c);
             });
  return all             ? sql::Escape::Checked
         : quote.changed ? sql::Escape::LiteralBody
                         : sql::Escape::NoQuotes;
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
bool FunctionAnalysis::getsInWithWhatIsSought(TextRef part, bool backslashes) {
  std::vector<std::string> sought;
  for (unsigned round = 0; round < MaxSought; ++round) {
    size_t known = sought.size();
    for (const std::string &one : std::exchange(sought_, {}))
      if (std::ranges::find(sought, one) == sought.end() && one.find(Quoted) == std::string::npos &&
          std::ranges::find(Harmless, one) == Harmless.end())
        sought.push_back(one);
    if (sought.size() == known || sought.size() > MaxSought)
      return false;
    std::string all, between(Quoted);
    for (const std::string &one : sought)
      all += one, between += one + std::string(Quoted);
    std::string quoted(Quoted);
    for (const std::string &bytes : {all + quoted, quoted + all, between, all + quoted + all})
      if (Tried tried = lets(part, bytes, backslashes, quoted); tried.through || tried.lost)
        return true;
  }
  return false;
}

FunctionAnalysis::Tried FunctionAnalysis::lets(TextRef part, const std::string &bytes,
                                               bool backslashes, const std::string &mark) {
  FunctionAnalysis walk(c_, body_);
  unsigned steps = 0;
  walk.startProbing(steps, 0);
  walk.missed_ = &sought_;
  Probe probe{.part = part,
              .bytes = c_.texts.constant(bytes),
              .mark = mark.empty() ? bytes : mark,
              .goal = at_,
              .backslashes = backslashes,
              .ends = {}};
  walk.goal_ = at_;
  State entry = walk.entryState();
  if (part->kind == Text::In)
    entry.store[part->path] = Value::ofText(probe.bytes);
  bool through = walk.explore(probe, std::move(entry));
  return {through, probe.arrives, probe.arrives && probe.lost};
}

void FunctionAnalysis::startProbing(unsigned &steps, unsigned depth) {
  probing_ = true;
  steps_ = 0;
  probeSteps_ = &steps;
  probeDepth_ = depth;
}

/// Where the part comes into being by an event: it is the probe from there on.
void FunctionAnalysis::inject(const Probe &probe, Id inst) {
  if (!probe.part || probe.part->kind != Text::Hole || !(probe.part->hole.where == where(inst)))
    return;
  for (auto &[path, value] : now_.store)
    if (value.kind == Value::Text && value.text->hasHole)
      value.text = c_.texts.replace(value.text, probe.part, probe.bytes);
  Value &made = values_[inst];
  if (made.kind == Value::Text)
    made.text = c_.texts.replace(made.text, probe.part, probe.bytes);
  if (made.kind == Value::Address && content(made.path) == probe.part)
    now_.store[made.path] = Value::ofText(probe.bytes);
}

/// Walks every path; whether one reaches the goal. What takes too long, or goes round for ever as
/// far as is known, counts as reached.
bool FunctionAnalysis::explore(Probe &probe, State entry) {
  struct Stop {
    uint32_t block;
    State state;
    std::vector<Value> values;
  };
  std::vector<Stop> stops;
  stops.push_back({0, std::move(entry), values_});
  std::vector<std::vector<State>> seen(f_.blocks.size());
  while (!stops.empty()) {
    Stop stop = std::move(stops.back());
    stops.pop_back();
    std::vector<State> &known = seen[stop.block];
    if (std::ranges::find(known, stop.state) != known.end())
      continue;
    if (known.size() >= MaxStates)
      return true;
    known.push_back(stop.state);
    now_ = std::move(stop.state);
    values_ = std::move(stop.values);
    const Block &b = f_.blocks[stop.block];
    for (Id i = b.first; i < b.first + b.count && now_.reachable; ++i) {
      if (++*probeSteps_ > MaxSteps)
        return true;
      event(i);
      inject(probe, i);
      if (i != probe.goal)
        continue;
      probe.lost |= !std::ranges::all_of(goalTexts_, &Text::constant);
      if (goalTexts_.empty() || std::ranges::any_of(goalTexts_, [&](TextRef text) {
            return carries(text, probe.mark, probe.backslashes);
          }))
        return true;
      goalTexts_.clear();
      probe.arrives = true;
      now_.reachable = false;
    }
    for (auto &[handler, states] : std::exchange(raised_, {}))
      for (auto &[inst, state] : states)
        if (handler < f_.blocks.size())
          stops.push_back({handler, std::move(state), values_});
    probe.ended |= !now_.reachable || stop.block == f_.exit;
    if (!now_.reachable)
      continue;
    if (stop.block == f_.exit)
      probe.ends.push_back(now_);
    out_[stop.block] = now_;
    conditions_[stop.block] = b.condition == None ? Value() : values_[b.condition];
    for (auto edge = b.next.rbegin(); edge != b.next.rend(); ++edge)
      if (State next; edge->to < f_.blocks.size() && edgeState(stop.block, *edge, next))
        stops.push_back({edge->to, std::move(next), values_});
  }
  return !probe.ended;
}

/// Where a callee finds an argument.
PathId FunctionAnalysis::parameterPath(uint32_t index, const Type &type) const {
  PathId parameter = c_.paths.root(Path::Param, index);
  bool refers = type.reference || type.pointer || type.cls == TypeClass::Text;
  return refers ? c_.paths.child(parameter, Path::Deref) : parameter;
}

/// What is known of an argument, put where the callee finds it.
void FunctionAnalysis::hand(const Value &argument, uint32_t index, const Type &type,
                            State &entry) const {
  PathId held = parameterPath(index, type);
  if (argument.kind == Value::Number && type.record != None &&
      !type.pointer) // a class of characters
    entry.store[held] =
        Value::ofText(c_.texts.constant(std::string(1, static_cast<char>(argument.number))));
  else if (argument.kind == Value::Text || argument.kind == Value::Number)
    entry.store[held] = argument;
  if (argument.kind != Value::Address)
    return;
  std::optional<int64_t> character =
      type.cls == TypeClass::Char ? characterAt(argument.path) : std::nullopt;
  if (character)
    entry.store[held] = Value::ofNumber(*character);
  else if (position(argument))
    entry.store[held] = Value::ofText(textOf(argument, TypeClass::Text, {}));
  else
    handParts(argument.path, held, entry);
}

/// The same of the parts of an object.
void FunctionAnalysis::handParts(PathId object, PathId held, State &entry) const {
  for (const auto &[path, value] : now_.store)
    if (c_.paths.within(path, object) && path != object && value.kind != Value::Address)
      entry.store[c_.paths.rebase(path, object, held)] = value;
}

/// Walks into a body with what is known of its arguments: what comes of it on every way.
FunctionAnalysis::Outcome
FunctionAnalysis::evaluate(EntityId callee, const std::vector<Value> &args, PathId receiver) {
  uint32_t body = c_.world.entities[callee].body;
  if (body == ~uint32_t(0) || probeDepth_ >= MaxDepth)
    return {};
  FunctionAnalysis walk(c_, c_.world.bodies[body]);
  walk.startProbing(*probeSteps_, probeDepth_ + 1);
  walk.missed_ = missed_;
  State entry = walk.entryState();
  const Entity &entity = *c_.world.entities[callee].entity;
  for (uint32_t i = 0; i < args.size() && i < entity.params.size(); ++i)
    hand(args[i], i, entity.params[i], entry);
  if (receiver != NoPath)
    handParts(receiver, c_.paths.root(Path::This, 0), entry);
  Probe probe;
  if (walk.explore(probe, std::move(entry)))
    return {};
  return common(probe.ends);
}

/// What all the ways agree on, as far as it is known.
FunctionAnalysis::Outcome FunctionAnalysis::common(const std::vector<State> &ends) const {
  Outcome outcome;
  outcome.returns = !ends.empty();
  if (ends.empty())
    return outcome;
  PathId result = c_.paths.root(Path::Return, 0);
  for (const auto &[path, value] : ends[0].store) {
    bool plain = value.kind == Value::Number ||
                 (value.kind == Value::Text && strip(value.text)->kind == Text::Literal);
    auto agrees = [&](const State &end) {
      auto held = end.store.find(path);
      return held != end.store.end() && held->second == value;
    };
    if (!plain || !std::ranges::all_of(ends, agrees))
      continue;
    if (path == result)
      outcome.result = value;
    else if (isVisible(path))
      outcome.writes.push_back({path, value});
  }
  return outcome;
}

/// A call on a walk: what it does as always, and what comes of it for these arguments.
Value FunctionAnalysis::callProbed(const Binding &b, Value applied, const State &before) {
  if (!now_.reachable)
    return applied;
  State after = std::exchange(now_, before);
  Outcome outcome = evaluate(b.callee, b.args, b.receiver);
  now_ = std::move(after);
  if (!outcome.returns) {
    now_.reachable = false;
    return {};
  }
  for (const auto &[path, value] : outcome.writes)
    if (std::optional<PathId> mapped = mapPath(path, b))
      assign(*mapped, value);
  if (outcome.result.kind == Value::Text && b.target != NoPath) {
    assign(b.target, outcome.result);
    return Value::ofAddress(b.target);
  }
  return outcome.result.kind == Value::Unknown ? applied : outcome.result;
}

/// What a callable says of each character of a text that is known; nullopt where it says nothing.
std::vector<std::optional<int64_t>> FunctionAnalysis::askedOfEach(std::string_view bytes,
                                                                  Value callable) {
  if (callable.kind == Value::Address)
    callable = lookup(now_, callable.path).value_or(Value());
  std::vector<std::optional<int64_t>> said(bytes.size());
  if (callable.kind != Value::Function)
    return said;
  const models::Function *known = c_.world.entities[callable.function].model;
  for (size_t i = 0; i < bytes.size(); ++i) {
    Binding one;
    one.callee = callable.function;
    one.args = {Value::ofNumber(bytes[i])};
    std::optional<Value> told;
    if (!known)
      told = evaluate(callable.function, one.args, callable.path).result;
    else if (known->predicate)
      told = answer(*known->predicate, one);
    else if (known->changesCharacters())
      told = one.args[0];
    if (told && told->kind == Value::Number)
      said[i] = told->number;
  }
  return said;
}

/// Every, Some, No, Counts, FindsWhere: the callable, asked for each character of a text that is
/// known.
std::optional<Value> FunctionAnalysis::forEach(const models::Function &model, const Binding &b) {
  const PredicateFact &fact = *model.predicate;
  std::optional<Position> at = position(argument(fact.of[0], b));
  if (!at || model.calls.empty())
    return std::nullopt;
  std::string bytes(at->bytes.substr(static_cast<size_t>(at->index)));
  auto told = askedOfEach(bytes, argument(model.calls[0].function, b));
  auto are = [&](bool wanted) {
    return std::ranges::count_if(told, [&](auto t) { return t && (*t != 0) == wanted; });
  };
  int64_t yes = are(true), no = are(false);
  bool all = yes + no == int64_t(bytes.size());
  bool wanted = fact.kind != PredicateFact::FindsWhereNot;
  switch (fact.kind) {
  case PredicateFact::Counts: return all ? std::optional(Value::ofNumber(yes)) : std::nullopt;
  case PredicateFact::FindsWhere:
  case PredicateFact::FindsWhereNot: {
    if (!all)
      return std::nullopt;
    auto first = std::ranges::find_if(told, [&](auto t) { return (*t != 0) == wanted; });
    int64_t index = at->index + (first - told.begin());
    return Value::ofAddress(c_.paths.child(at->text, Path::Element, static_cast<uint32_t>(index)));
  }
  case PredicateFact::Every:
    return no    ? std::optional(Value::ofNumber(0))
           : all ? std::optional(Value::ofNumber(1))
                 : std::nullopt;
  case PredicateFact::Some:
  case PredicateFact::No:
    if (yes || all)
      return Value::ofNumber((yes != 0) == (fact.kind == PredicateFact::Some));
    return std::nullopt;
  default: return std::nullopt;
  }
}

/// The characters that a callable selects or rejects. All of them, where that is not known.
TextRef FunctionAnalysis::selected(TextRef text, bool wanted, const models::Function &model,
                                   const Binding &b) {
  TextRef plain = strip(text);
  if (!probing_ || plain->kind != Text::Literal || model.calls.empty())
    return text;
  std::string kept, bytes = plain->literal.bytes;
  auto said = askedOfEach(bytes, argument(model.calls[0].function, b));
  for (size_t i = 0; i < bytes.size(); ++i)
    if (!said[i] || (*said[i] != 0) == wanted)
      kept += bytes[i];
  return c_.texts.constant(std::move(kept));
}

/// What a callable makes of each character of a text: where it is not known, the text with others;
/// nullptr if these are no characters.
TextRef FunctionAnalysis::mapped(const Value &from, const Value &callable) {
  std::optional<Position> at = probing_ ? position(from) : std::nullopt;
  if (!at)
    return from.kind == Value::Address && isFront(from.path) ? content(c_.paths[from.path].parent)
                                                             : nullptr;
  std::string made(at->bytes.substr(static_cast<size_t>(at->index)));
  auto said = askedOfEach(made, callable);
  for (size_t i = 0; i < made.size(); ++i)
    if (said[i])
      made[i] = static_cast<char>(*said[i]);
  return c_.texts.constant(std::move(made));
}

} // namespace clangsql::link
