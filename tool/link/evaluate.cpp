// Callees of a function that is walked: they are walked too, with what is known of their arguments.
#include "link/analysis.h"
#include "link/carries.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {

constexpr unsigned MaxDepth = 4; // of callees that are walked into
constexpr size_t MaxAgreed = 4;  // texts that a callee may leave

} // namespace

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
  else if (isAnyElement(argument))
    handElement(argument.path, held, entry);
  else
    handParts(argument.path, held, entry);
}

/// An element of which it is not known which: what each of its parts can be.
void FunctionAnalysis::handElement(PathId any, PathId held, State &entry) const {
  PathId array = c_.paths[any].parent;
  auto add = [&](PathId path, const Value &value) {
    PathId element = path;
    while (element != NoPath && c_.paths[element].parent != array)
      element = c_.paths[element].parent;
    if (element == NoPath || c_.paths[element].step != Path::Element || value.kind != Value::Text)
      return;
    PathId part = c_.paths.rebase(path, element, any);
    entry.store[c_.paths.rebase(path, element, held)] =
        Value::ofText(isStored(part) ? content(part) : elements(now_, part));
  };
  for (const auto &[path, value] : now_.store)
    add(path, value);
  if (c_.arrays.contains(array))
    for (const auto &[path, value] : c_.constants)
      add(path, value);
}

/// The same of the parts of an object.
void FunctionAnalysis::handParts(PathId object, PathId held, State &entry) const {
  for (const auto &[path, value] : now_.store) {
    if (!c_.paths.within(path, object) || path == object)
      continue;
    PathId part = c_.paths.rebase(path, object, held);
    if (value.kind != Value::Address)
      entry.store[part] = value;
    else if (TextRef text = content(value.path); text->constant()) // captured by reference
      entry.store[c_.paths.child(part, Path::Deref)] = Value::ofText(text);
  }
}

/// Whether a text can be made of what is tried: it has the character that must not get through.
bool FunctionAnalysis::isOfProbe(const Value &value) const {
  if (value.kind != Value::Text || !strange_)
    return value.kind == Value::Text;
  return hasByte(value.text, *strange_);
}

/// Walks into a body with what is known of its arguments: what comes of it on every way.
Outcome FunctionAnalysis::evaluate(EntityId callee, const std::vector<Value> &args, PathId receiver,
                                   Marks *marks) {
  uint32_t body = c_.world.entities[callee].body;
  if (body == ~uint32_t(0) || probeDepth_ >= MaxDepth)
    return {};
  FunctionAnalysis walk(c_, c_.world.bodies[body]);
  walk.startProbing(*probeSteps_, probeDepth_ + 1, stepLimit_);
  walk.missed_ = missed_;
  walk.marking_ = marking_ || marks;
  walk.strange_ = strange_;
  walk.many_ = many_;
  walk.sinksAsked_ = marks || isSent();
  State entry = walk.entryState();
  const Entity &entity = *c_.world.entities[callee].entity;
  bool told = marks != nullptr;
  for (uint32_t i = 0; i < args.size() && i < entity.params.size(); ++i) {
    hand(args[i], i, entity.params[i], entry);
    told |= args[i].kind == Value::Text || args[i].kind == Value::Number;
  }
  if (receiver != NoPath)
    handParts(receiver, c_.paths.root(Path::This, 0), entry);
  for (const auto &[path, value] : now_.store)
    if (c_.paths[c_.paths[path].root].step == Path::Global && value.kind != Value::Address)
      entry.store[path] = value;
  auto hasProbe = [&](const auto &held) { return isOfProbe(held.second); };
  if (!told && std::ranges::none_of(entry.store, hasProbe))
    return {}; // what it does in general says as much
  if (!marks)
    return walkedBefore(walk, std::move(entry));
  for (auto &[path, value] : entry.store)
    if (value.kind == Value::Text)
      value.text = marks->mark(c_.texts, value.text);
  return marks->any ? walk.outcomeOf(std::move(entry)) : Outcome();
}

/// What comes of a callee, walked once for each thing that is known on entry: a function's ways
/// often lead to the same calls.
Outcome FunctionAnalysis::walkedBefore(FunctionAnalysis &walk, State entry) {
  if (!walked_)
    walked_ = std::make_shared<Walks>();
  WalkKey key{.callee = walk.body_.entity,
              .depth = walk.probeDepth_,
              .strange = walk.strange_,
              .marking = walk.marking_,
              .sinksAsked = walk.sinksAsked_,
              .many = walk.many_};
  auto [first, last] = walked_->equal_range(key);
  for (auto it = first; it != last; ++it)
    if (it->second.entry == entry.store) {
      noteSought(it->second.sought);
      return it->second.outcome;
    }
  Sought sought;
  walk.missed_ = &sought;
  walk.walked_ = walked_;
  std::map<PathId, Value> entered = entry.store;
  Outcome outcome = walk.outcomeOf(std::move(entry));
  noteSought(sought);
  if (*probeSteps_ <= stepLimit_)
    walked_->emplace(key, Walk{std::move(entered), outcome, std::move(sought)});
  return outcome;
}

/// What all the ways agree on, as far as it is known; of texts, which ones there are.
Outcome FunctionAnalysis::common(const std::vector<State> &ends) const {
  Outcome outcome;
  outcome.returns = !ends.empty();
  if (ends.empty())
    return outcome;
  PathId result = c_.paths.root(Path::Return, 0);
  for (const auto &[path, value] : ends[0].store) {
    Value all = agreed(ends, path);
    if (path == result)
      outcome.result = all;
    else if (all.kind != Value::Unknown && isVisible(path))
      outcome.writes.push_back({path, all});
  }
  return outcome;
}

/// The same of one path.
Value FunctionAnalysis::agreed(const std::vector<State> &ends, PathId path) const {
  std::set<TextRef> texts;
  std::vector<Alternative> alternatives;
  std::optional<Value> first;
  for (const State &end : ends) {
    auto held = end.store.find(path);
    if (held == end.store.end())
      return {};
    const Value &value = held->second;
    bool text = value.kind == Value::Text && strip(value.text)->kind == Text::Literal;
    if (!text && (value.kind != Value::Number || (first && !(*first == value))))
      return {};
    if (text && texts.insert(value.text).second)
      alternatives.push_back({static_cast<uint32_t>(alternatives.size()), value.text});
    first = first ? first : value;
  }
  if (texts.empty() || first->kind != Value::Text)
    return texts.empty() ? *first : Value();
  if (texts.size() > (marking_ ? 1 : MaxAgreed))
    return {};
  return texts.size() == 1
             ? *first
             : Value::ofText(c_.texts.choice(joinId(path) ^ 0x2545f491, std::move(alternatives)));
}

} // namespace clangsql::link
