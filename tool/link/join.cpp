// Where control flow meets: texts become choices, conditions keep what they prove, loops become
// repeats.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using Ways = std::vector<std::pair<uint32_t, const State *>>;

/// What the ways hold, all of them walked together in the order of the paths.
void FunctionAnalysis::joinStores(uint32_t block, const Ways &ways,
                                  std::vector<std::vector<Disjunct>> &parts, State &joined) {
  std::vector<std::ranges::subrange<std::map<PathId, Value>::const_iterator>> left;
  for (const auto &[index, state] : ways)
    left.emplace_back(state->store);
  for (;;) {
    const std::pair<const PathId, Value> *first = nullptr;
    for (const auto &rest : left)
      if (rest && (!first || rest.front().first < first->first))
        first = &rest.front();
    if (!first)
      return;
    const auto &[key, value] = *first;
    bool differs = false;
    for (auto &rest : left)
      if (rest && rest.front().first == key) {
        differs |= !(rest.front().second == value);
        rest.advance(1);
      } else {
        differs |= c_.paths[key].input;
      }
    if (!differs)
      joined.store.emplace_hint(joined.store.end(), key, value);
    else if (!isAsOnEntry(withoutNull(ways, key), key))
      joined.store.emplace_hint(joined.store.end(), key,
                                joinFlags(key, block, ways, joinValues(key, block, ways), parts));
  }
}

State FunctionAnalysis::joinPredecessors(uint32_t block, const Ways &ways) {
  State joined;
  if (ways.empty())
    return joined;
  joined.reachable = true;
  joined.prepared = ways[0].second->prepared;
  std::erase_if(joined.prepared, [&](const auto &known) {
    return std::ranges::any_of(ways, [&](const auto &way) {
      auto it = way.second->prepared.find(known.first);
      return it == way.second->prepared.end() || !(it->second == known.second);
    });
  });
  std::vector<std::vector<Disjunct>> parts;
  for (const auto &[index, state] : ways)
    parts.push_back(state->transactions);
  for (const auto &[index, state] : ways)
    for (const auto &[path, refined] : state->refined)
      if (std::ranges::all_of(
              ways, [&](const auto &way) { return unrefined(*way.second, path) == refined.from; }))
        joined.refined[path] = refined;
  joinStores(block, ways, parts, joined);
  for (const std::vector<Disjunct> &part : parts)
    joined.transactions.insert(joined.transactions.end(), part.begin(), part.end());
  normalize(joined.transactions, c_.paths);
  for (auto it = joined.refined.begin(); it != joined.refined.end();) {
    auto &[path, refined] = *it;
    bool lost = std::ranges::any_of(
        ways, [&](const auto &way) { return content(*way.second, path) == refined.from; });
    refined.to = lost ? refined.from : content(joined, path);
    if (lost && joined.store.contains(path))
      joined.store[path] = Value::ofText(refined.from);
    it = lost ? joined.refined.erase(it) : std::next(it);
  }
  return joined;
}

/// Whether none of the ways has stored to a path of the caller's.
bool FunctionAnalysis::isAsOnEntry(const Ways &ways, PathId key) const {
  auto stores = [&](const auto &way) { return way.second->store.contains(key); };
  return c_.paths[key].input && std::ranges::none_of(ways, stores);
}

/// A local that one way has not stored to is not in use there: the others decide.
static Ways known(const Ways &ways, PathId key, const Paths &paths) {
  if (paths[key].input)
    return ways;
  Ways kept;
  for (const auto &way : ways)
    if (way.second->store.contains(key))
      kept.push_back(way);
  return kept;
}

/// A null pointer holds no text: the other ways decide, where there are some.
Ways FunctionAnalysis::withoutNull(const Ways &ways, PathId key) const {
  std::optional<TypeAt> type = typeAt(key);
  if (!type || !type->type.pointer)
    return ways;
  Ways kept;
  for (const auto &way : ways)
    if (auto held = way.second->store.find(key);
        held == way.second->store.end() || !(held->second == Value::ofNumber(0)))
      kept.push_back(way);
  return kept.empty() ? ways : kept;
}

Value FunctionAnalysis::joinValues(PathId key, uint32_t block, const Ways &all) {
  Ways ways = withoutNull(known(all, key, c_.paths), key);
  std::vector<Value> values;
  bool text = false, truth = true, objects = true;
  for (const auto &[index, state] : ways) {
    auto it = state->store.find(key);
    Value value = it != state->store.end() ? it->second : Value();
    text |= value.kind == Value::Text || value.kind == Value::Zero;
    text |= value.kind == Value::Address &&
            lookup(*state, value.path).value_or(Value()).kind == Value::Text;
    truth &= value.kind == Value::Truth || value.kind == Value::Number;
    objects &= value.kind == Value::Zero;
    values.push_back(std::move(value));
  }
  if (c_.paths[key].input)
    standAtEntry(key, values);
  if (std::ranges::all_of(values, [&](const Value &v) { return v == values[0]; }) &&
      !values.empty() && values[0].kind != Value::Unknown)
    return values[0];
  if (PathId any = sameArray(values); any != NoPath)
    return Value::ofAddress(any);
  if (text && !objects)
    return Value::ofText(joinTexts(key, block, ways));
  bool counter =
      std::ranges::any_of(ways, [&](const auto &way) { return flow_.isBack(block, way.first); });
  return truth && !counter ? joinTruths(block, ways, values) : Value();
}

/// A pointer that was handed in, and has been moved on some ways, points to its target on others.
void FunctionAnalysis::standAtEntry(PathId key, std::vector<Value> &values) const {
  auto moved = [&](const Value &v) {
    if (v.kind != Value::Address || c_.paths[v.path].step != Path::Element)
      return false;
    const Path &array = c_.paths[c_.paths[v.path].parent];
    return array.step == Path::Deref && array.parent == key;
  };
  if (std::ranges::any_of(values, moved))
    for (Value &value : values)
      if (value.kind == Value::Unknown)
        value = Value::ofAddress(c_.paths.child(key, Path::Deref));
}

/// Pointers to different elements of one array: to any of them. NoPath if they are not.
PathId FunctionAnalysis::sameArray(const std::vector<Value> &values) const {
  PathId array = NoPath;
  for (const Value &value : values) {
    if (value.kind != Value::Address || value.path == NoPath)
      return NoPath;
    const Path &at = c_.paths[value.path];
    PathId base = at.step == Path::Element ? at.parent : value.path;
    if (array != NoPath && base != array)
      return NoPath;
    array = base;
  }
  if (hasElements(array))
    return c_.paths.child(array, Path::Element, AnyElement);
  auto tail = [&](const Value &v) { return v.path == tailOf(array); };
  return array != NoPath && std::ranges::any_of(values, tail) ? tailOf(array) : NoPath;
}

TextRef FunctionAnalysis::joinTexts(PathId key, uint32_t block, const Ways &ways) {
  std::vector<Alternative> forward, back;
  for (const auto &[index, state] : ways) {
    auto it = state->store.find(key);
    bool pointer = it != state->store.end() && it->second.kind == Value::Address;
    PathId held = pointer ? it->second.path : key;
    std::optional<TypeAt> type = it == state->store.end() ? typeAt(key) : std::nullopt;
    if (type && type->type.cls == TypeClass::Text && !type->type.reference)
      held = c_.paths.child(key, Path::Deref); // a pointer that still points where it did
    TextRef text = content(*state, held);
    (flow_.isBack(block, index) ? back : forward).push_back({index, text});
  }
  if (forward.empty()) {
    TextRef made = c_.texts.choice(joinId(block), std::move(back));
    return visits_[block] >= 10 ? c_.texts.collapse(made, "built in a loop") : made;
  }
  TextRef first = c_.texts.choice(joinId(block), std::move(forward));
  // Has the entry changed since what comes round the loop was made of it?
  auto before = in_[block].store.find(key);
  bool text = before != in_[block].store.end() && before->second.kind == Value::Text;
  TextRef &entered = entered_[{block, key}];
  if (!entered && text)
    entered = before->second.text; // the first visit had one way in: nothing to join
  bool restart = entered != first;
  entered = first;
  if (back.empty() || (restart && visits_[block] < 10))
    return first;
  TextRef again = c_.texts.choice(joinId(block) + 1, std::move(back));
  if (visits_[block] >= 10)
    again = c_.texts.collapse(c_.texts.choice(1, {{0, first}, {1, again}}), "built in a loop");
  else
    again = c_.texts.widen(text ? before->second.text : first, again);
  if (again->kind != Text::Hole || again->hole.where.known() || !again->hole.expression.empty())
    return again;
  Hole named = again->hole; // what was lost has the variable's name at least
  named.expression = objectName(key);
  return c_.texts.hole(std::move(named), again->path, again->join);
}

/// The number that a truth of these is where it holds.
static int64_t numberOf(const std::vector<Value> &values) {
  std::optional<int64_t> known;
  for (const Value &value : values) {
    std::optional<int64_t> one =
        value.kind == Value::Truth ? value.whenTrue() : std::optional(value.number);
    if (one == 0)
      continue;
    if (!one || (known && known != one))
      return Value::SomeNumber;
    known = one;
  }
  return known.value_or(1) == 1 ? 0 : *known;
}

/// The condition under which one of these is not 0, as far as the ways that bring them tell.
Value FunctionAnalysis::joinTruths(uint32_t block, const Ways &ways,
                                   const std::vector<Value> &values) {
  Condition joined;
  joined.ifTrue = joinRefinements(block, ways, values, true);
  joined.ifFalse = joinRefinements(block, ways, values, false);
  Facts whenTrue = joinFacts(ways, values, true), whenFalse = joinFacts(ways, values, false);
  std::ranges::set_difference(whenTrue, whenFalse, std::back_inserter(joined.whenTrue));
  std::ranges::set_difference(whenFalse, whenTrue, std::back_inserter(joined.whenFalse));
  return joined.saysNothing() ? Value() : Value::ofTruth(std::move(joined), numberOf(values));
}

/// What the condition proves: on each way that can be true (or, on the other side, false), what
/// that way knows of a path, or its own condition does.
Condition::Refinements FunctionAnalysis::joinRefinements(uint32_t block, const Ways &ways,
                                                         const std::vector<Value> &values,
                                                         bool side) {
  Condition::Refinements joined;
  std::vector<PathId> mentioned;
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i].condition)
      for (const auto &[path, text] :
           side ? values[i].condition->ifTrue : values[i].condition->ifFalse)
        mentioned.push_back(path);
    for (const auto &[path, value] : ways[i].second->store)
      if (value.kind == Value::Text && c_.paths[path].depth <= 2 &&
          !(values[i].kind == Value::Truth))
        mentioned.push_back(path);
  }
  std::ranges::sort(mentioned);
  mentioned.erase(std::ranges::unique(mentioned).begin(), mentioned.end());
  for (PathId path : mentioned) {
    std::vector<Alternative> alternatives;
    for (size_t i = 0; i < values.size(); ++i) {
      if (values[i].kind == Value::Number && (values[i].number != 0) != side)
        continue;
      TextRef text = content(*ways[i].second, path);
      if (values[i].condition)
        for (const auto &[refined, to] :
             side ? values[i].condition->ifTrue : values[i].condition->ifFalse)
          if (refined == path)
            text = to;
      alternatives.push_back({ways[i].first, text});
    }
    if (!alternatives.empty())
      joined.push_back({path, c_.texts.choice(joinId(block), std::move(alternatives))});
  }
  return joined;
}

} // namespace clangsql::link
