// Checks are tried: a text that must not get through is put in the place of what a function does
// not know, and the function is walked path by path, with everything known that follows from it. If
// no such text gets into the statement as it is, the code checks or changes what it lets through,
// whatever it does for it: a loop over the characters, a pattern, a helper that throws, quotes that
// are doubled. A check that proves nothing (length, emptiness, another variable) lets them through.
#include "link/analysis.h"
#include "link/expand.h"

#include <llvm/Support/Regex.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using link::Literal, link::Hole;
using models::PredicateFact;

/// One walk.
struct FunctionAnalysis::Probe {
  TextRef part = nullptr;                // what is replaced …
  TextRef bytes = nullptr;               // … by this
  Id goal = None;                        // the event that must not be reached
  bool returns = false, arrives = false; // at the end; at the goal
  std::vector<Value> results;
};

namespace {

constexpr unsigned MaxSteps = 6000;   // events of one walk, callees included
constexpr unsigned MaxDepth = 4;      // of callees that are walked into
constexpr size_t MaxStates = 48;      // of one block
constexpr size_t MaxParts = 8;        // of one statement
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

/// An ECMAScript pattern as a POSIX one, as far as they are alike.
std::string posixPattern(const std::string &pattern) {
  std::string made = "^(";
  for (size_t i = 0; i < pattern.size(); ++i) {
    char next = i + 1 < pattern.size() ? pattern[i + 1] : 0;
    bool inClass = made.rfind('[') != std::string::npos &&
                   (made.rfind(']') == std::string::npos || made.rfind(']') < made.rfind('['));
    std::string_view known = next == 'd'   ? "0-9"
                             : next == 'w' ? "A-Za-z0-9_"
                             : next == 's' ? " \t"
                                           : "";
    if (pattern[i] == '\\' && !known.empty()) {
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
  return made + ")$";
}

} // namespace

std::optional<Value> FunctionAnalysis::matches(const std::string &text,
                                               const std::string &pattern) {
  llvm::Regex regex(posixPattern(pattern));
  if (std::string error; !regex.isValid(error))
    return std::nullopt;
  return Value::ofNumber(regex.match(text));
}

static bool hasOpenFormat(TextRef text) {
  auto below = [](const Alternative &a) { return hasOpenFormat(a.text); };
  return (text->kind == Text::Format && text->format != Text::Named) ||
         std::ranges::any_of(text->children, hasOpenFormat) ||
         std::ranges::any_of(text->alternatives, below);
}

/// Whether a statement's text has these bytes in it as they are, or could have.
static bool carries(TextRef text, const std::string &bytes) {
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
    if (all.find(bytes) != std::string::npos)
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
      text = c_.texts.replace(text, part, c_.texts.escaped(proved, part));
  return text;
}

/// What the code before this event proves of a part.
sql::Escape FunctionAnalysis::provedOf(TextRef part, sql::Dialect dialect) {
  if (part->kind == Text::In && (part->rest || c_.paths[part->path].step == Path::Rest))
    return sql::Escape::None;
  bool quoteChanged = false, changed = false; // not refused: it gets there in another form
  auto stops = [&](const std::string &bytes) { return !lets(part, bytes, changed); };
  if (lets(part, "a'b", quoteChanged) || !arrives(part))
    return sql::Escape::None;
  bool backslash = stops("a\\b"); // it escapes in some dialects
  if (!backslash && dialect == sql::Dialect::MySQL)
    return sql::Escape::None;
  for (unsigned size = 1; size <= LongestProbe; ++size) {
    std::string bytes(size, 'a');
    bytes[size / 2] = '\'';
    if (!stops(bytes) || !stops(std::string(size, '\'')) || !stops("1'" + std::string(size, '1')))
      return sql::Escape::None;
  }
  bool all = backslash && std::ranges::all_of(std::string_view("\";(= `"), [&](char c) {
               return stops(std::string("a") + c + "b") && stops(std::string(2, c)) &&
                      stops(std::string("aaaaaaa") + c);
             });
  return all            ? sql::Escape::Checked
         : quoteChanged ? sql::Escape::LiteralBody
                        : sql::Escape::NoQuotes;
}

/// Whether a harmless text gets into the statement, or is refused like the others: if it gets lost
/// on the way, the walk does not follow what happens to it.
bool FunctionAnalysis::arrives(TextRef part) {
  bool lost = false;
  for (const char *bytes : {"aab", "112", "AAB"}) {
    bool changed = false;
    if (lets(part, bytes, changed))
      return true;
    lost |= changed;
  }
  return !lost;
}

bool FunctionAnalysis::lets(TextRef part, const std::string &bytes, bool &changed) {
  FunctionAnalysis walk(c_, body_);
  unsigned steps = 0;
  walk.startProbing(steps, 0);
  Probe probe{part, c_.texts.constant(bytes), at_, false, false, {}};
  walk.goal_ = at_;
  State entry = walk.entryState();
  if (part->kind == Text::In)
    entry.store[part->path] = Value::ofText(probe.bytes);
  bool through = walk.explore(probe, std::move(entry));
  changed |= probe.arrives;
  return through;
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

/// Walks every path; whether one reaches the goal. What takes too long counts as reached.
bool FunctionAnalysis::explore(Probe &probe, State entry) {
  struct Stop {
    uint32_t block;
    State state;
    std::vector<Value> values;
  };
  std::vector<Stop> stops;
  stops.push_back({0, std::move(entry), values_});
  std::vector<std::vector<State>> seen(f_.blocks.size());
  PathId result = c_.paths.root(Path::Return, 0);
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
      if (goalTexts_.empty() || std::ranges::any_of(goalTexts_, [&](TextRef text) {
            return carries(text, probe.bytes->literal.bytes);
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
    if (!now_.reachable)
      continue;
    if (stop.block == f_.exit) {
      probe.returns = true;
      probe.results.push_back(lookup(now_, result).value_or(Value()));
    }
    out_[stop.block] = now_;
    conditions_[stop.block] = b.condition == None ? Value() : values_[b.condition];
    for (auto edge = b.next.rbegin(); edge != b.next.rend(); ++edge)
      if (State next; edge->to < f_.blocks.size() && edgeState(stop.block, *edge, next))
        stops.push_back({edge->to, std::move(next), values_});
  }
  return false;
}

/// Walks into a body with what is known of its arguments. Unknown: it may return anything.
Value FunctionAnalysis::evaluate(EntityId callee, const std::vector<Value> &args, PathId receiver,
                                 bool &returns) {
  returns = true;
  uint32_t body = c_.world.entities[callee].body;
  if (body == ~uint32_t(0) || probeDepth_ >= MaxDepth)
    return {};
  FunctionAnalysis walk(c_, c_.world.bodies[body]);
  walk.startProbing(*probeSteps_, probeDepth_ + 1);
  State entry = walk.entryState();
  const Entity &entity = *c_.world.entities[callee].entity;
  for (uint32_t i = 0; i < args.size() && i < entity.params.size(); ++i) {
    PathId parameter = c_.paths.root(Path::Param, i);
    const Type &type = entity.params[i];
    bool refers = type.reference || type.pointer || type.cls == TypeClass::Text;
    PathId held = refers ? c_.paths.child(parameter, Path::Deref) : parameter;
    if (args[i].kind == Value::Text || args[i].kind == Value::Number)
      entry.store[held] = args[i];
    else if (args[i].kind == Value::Address && position(args[i]))
      entry.store[held] = Value::ofText(content(args[i].path));
  }
  if (receiver != NoPath)
    for (const auto &[path, value] : now_.store)
      if (c_.paths.within(path, receiver) && path != receiver)
        entry.store[c_.paths.rebase(path, receiver, c_.paths.root(Path::This, 0))] = value;
  Probe probe;
  if (walk.explore(probe, std::move(entry)))
    return {};
  returns = probe.returns;
  auto same = [&](const Value &v) { return v.kind == Value::Number && v == probe.results[0]; };
  return returns && std::ranges::all_of(probe.results, same) ? probe.results[0] : Value();
}

/// A call on a walk: what it does as always, and what it returns for these arguments.
Value FunctionAnalysis::callProbed(const Binding &b, Value applied, const State &before) {
  if (!now_.reachable)
    return applied;
  State after = std::exchange(now_, before);
  bool returns = true;
  Value result = evaluate(b.callee, b.args, b.receiver, returns);
  now_ = std::move(after);
  if (!returns) {
    now_.reachable = false;
    return {};
  }
  return result.kind == Value::Number ? result : applied;
}

/// Every, Some, No: the callable, asked for each character of a text that is known.
std::optional<Value> FunctionAnalysis::forEach(const models::Function &model, const Binding &b) {
  const PredicateFact &fact = *model.predicate;
  std::optional<Position> at = position(argument(fact.of[0], b));
  if (!at || model.calls.empty())
    return std::nullopt;
  Value callable = argument(model.calls[0].function, b);
  if (callable.kind == Value::Address)
    callable = lookup(now_, callable.path).value_or(Value());
  if (callable.kind != Value::Function)
    return std::nullopt;
  const models::Function *known = c_.world.entities[callable.function].model;
  size_t yes = 0, no = 0;
  std::string bytes(at->bytes.substr(static_cast<size_t>(at->index)));
  for (char c : bytes) {
    Binding one;
    one.callee = callable.function;
    one.args = {Value::ofNumber(c)};
    bool returns = true;
    std::optional<Value> told = known && known->predicate
                                    ? answer(*known->predicate, one)
                                    : evaluate(callable.function, one.args, callable.path, returns);
    if (told && told->kind == Value::Number)
      ++(told->number ? yes : no);
  }
  bool all = yes + no == bytes.size();
  switch (fact.kind) {
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

} // namespace clangsql::link
