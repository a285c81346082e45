// What is so, or not, where the flow parts: facts hold transactions apart that a condition parts.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {

void add(Facts &facts, Fact fact) {
  auto at = std::ranges::lower_bound(facts, fact);
  if (at == facts.end() || *at != fact)
    facts.insert(at, fact);
}

bool contradicts(const Facts &known, Fact fact) {
  return std::ranges::binary_search(known, Fact(fact.first, !fact.second));
}

bool isSo(const Comparison &comparison, int64_t number) {
  return comparison.equal ? number == comparison.number : number < comparison.number;
}

} // namespace

/// The scalar that this event made: unknown, but the same until the event happens again.
Value FunctionAnalysis::symbol(Id inst) {
  PathId path = c_.paths.root(Path::Object, inst);
  forgetFacts(path);
  return Value::ofSymbol(path);
}

/// What was known of a path, or of what is in it or at its end, is of something else from now on.
void FunctionAnalysis::forgetFacts(PathId path) {
  for (Disjunct &d : now_.transactions)
    std::erase_if(d.conditions, [&](const Fact &f) { return c_.paths.within(f.first, path); });
}

PathId FunctionAnalysis::comparison(PathId scalar, Comparison asked) const {
  auto known = std::ranges::find(c_.comparisons, asked);
  auto index = static_cast<uint32_t>(known - c_.comparisons.begin());
  if (known == c_.comparisons.end())
    c_.comparisons.push_back(asked);
  return c_.paths.child(scalar, Path::Compared, index);
}

/// An order of a scalar and a number as a fact: all four are one of `less`.
Value FunctionAnalysis::ordered(TestOp op, const Value &left, const Value &right) const {
  bool turned = left.kind == Value::Number;
  const Value &scalar = turned ? right : left, &number = turned ? left : right;
  if (scalar.kind != Value::Symbol || number.kind != Value::Number)
    return {};
  bool less = op == TestOp::Lt || op == TestOp::Le;
  bool orEqual = op == TestOp::Le || op == TestOp::Ge;
  if (turned)
    less = !less;
  int64_t limit = number.number + (less == orEqual ? 1 : 0); // x <= n, x > n: about n + 1
  return Value::ofFact({comparison(scalar.path, {false, limit}), less});
}

/// A pointer as a condition: whether something is there.
Value FunctionAnalysis::presence(const Value &value) const {
  if (probing_ || value.kind != Value::Address || value.condition || value.path == NoPath)
    return value;
  PathId fact = c_.paths.child(value.path, Path::Exists);
  return fact == value.path ? value : Value::ofFact({fact, true});
}

/// A pointer that is compared with null, as a condition.
Value FunctionAnalysis::withNull(const Value &value, const Value &other) const {
  return other == Value::ofNumber(0) ? presence(value) : value;
}

/// Drops what these facts rule out, and keeps them with the rest.
void FunctionAnalysis::assume(std::vector<Disjunct> &all, const Facts &facts) {
  for (Fact fact : facts) {
    std::erase_if(all, [&](const Disjunct &d) { return contradicts(d.conditions, fact); });
    const Path &at = c_.paths[fact.first];
    bool gone = at.step == Path::Exists && !fact.second;
    std::erase_if(all, [&](Disjunct &d) {
      for (auto &[key, states] : d.keys)
        if (gone && c_.paths.within(key, at.parent) &&
            std::erase_if(states, [](int state) { return state >= 0; }) && states.empty())
          return true; // what is not there is not open
      add(d.conditions, fact);
      return false;
    });
  }
}

/// What the caller knows of a scalar of the callee.
Value FunctionAnalysis::callerValue(PathId scalar, const Binding &b) const {
  const Path &at = c_.paths[scalar];
  if (at.step == Path::Param)
    return at.index < b.args.size() ? b.args[at.index] : Value();
  std::optional<PathId> path = mapPath(scalar, b);
  return path ? valueAt(*path, TypeClass::Bool) : Value();
}

/// A fact of the callee as the caller's; nullopt: it cannot be so here.
std::optional<Facts> FunctionAnalysis::mapFact(Fact fact, const Binding &b) const {
  const Path at = c_.paths[fact.first];
  auto decided = [&](bool truth) {
    return truth == fact.second ? std::optional(Facts()) : std::nullopt;
  };
  if (at.step == Path::Joined || !at.input)
    return Facts();
  if (at.step == Path::Exists) {
    const Path &object = c_.paths[at.parent];
    Value pointer = object.step == Path::Deref ? callerValue(object.parent, b) : Value();
    if (pointer.kind == Value::Number)
      return decided(pointer.number != 0);
    std::optional<PathId> mapped = mapPath(at.parent, b);
    return mapped ? Facts{{c_.paths.child(*mapped, Path::Exists), fact.second}} : Facts();
  }
  bool compared = at.step == Path::Compared;
  Value value = callerValue(compared ? at.parent : fact.first, b);
  if (compared && value.kind == Value::Number)
    return decided(isSo(c_.comparisons[at.index], value.number));
  if (compared)
    return value.kind == Value::Symbol
               ? Facts{{comparison(value.path, c_.comparisons[at.index]), fact.second}}
               : Facts();
  value = presence(value);
  if (value.kind == Value::Number)
    return decided(value.number != 0);
  if (value.kind == Value::Symbol)
    return Facts{{value.path, fact.second}};
  if (value.kind == Value::Truth)
    return fact.second ? value.condition->whenTrue : value.condition->whenFalse;
  return Facts();
}

/// Facts of the callee as the caller's, as far as it has a word for them.
Facts FunctionAnalysis::mapFacts(const Facts &facts, const Binding &b) const {
  Facts mapped;
  for (Fact fact : facts)
    for (Fact mine : mapFact(fact, b).value_or(Facts()))
      add(mapped, mine);
  return mapped;
}

/// What is known of the function's inputs, however it came here.
Facts FunctionAnalysis::knownFacts() const {
  Facts known;
  for (size_t i = 0; i < now_.transactions.size(); ++i) {
    const Facts &here = now_.transactions[i].conditions;
    Facts both;
    std::ranges::set_intersection(i ? known : here, here, std::back_inserter(both));
    known = std::move(both);
  }
  std::erase_if(known, [&](const Fact &f) { return !c_.paths[f.first].input; });
  return known;
}

/// A flag that the ways in have set differently: what is open on each of them stays known by it.
Value FunctionAnalysis::joinFlags(PathId key, uint32_t block,
                                  const std::vector<std::pair<uint32_t, const State *>> &ways,
                                  Value joined, std::vector<std::vector<Disjunct>> &parts) {
  auto isNumber = [&](const auto &way) {
    auto held = way.second->store.find(key);
    return held != way.second->store.end() && held->second.kind == Value::Number;
  };
  auto sameKeys = [&](const std::vector<Disjunct> &part) {
    return part.size() == 1 && part[0].keys == parts[0][0].keys;
  };
  PathId flag = c_.paths.child(key, Path::Joined, block);
  if (probing_ || flag == key || (joined.kind != Value::Unknown && joined.kind != Value::Truth) ||
      parts[0].empty() || std::ranges::all_of(parts, sameKeys) ||
      std::ranges::none_of(ways, isNumber) ||
      std::ranges::any_of(ways, [&](const auto &way) { return isBack(block, way.first); }))
    return joined;
  for (size_t i = 0; i < ways.size(); ++i) {
    auto held = ways[i].second->store.find(key);
    Value value = held != ways[i].second->store.end() ? held->second : Value();
    std::vector<Disjunct> made;
    for (bool truth : {false, true}) {
      if (value.kind == Value::Number && (value.number != 0) != truth)
        continue;
      std::vector<Disjunct> part = parts[i];
      for (Disjunct &d : part)
        std::erase_if(d.conditions, [&](const Fact &f) { return c_.paths.within(f.first, flag); });
      if (value.kind == Value::Symbol)
        assume(part, {{value.path, truth}});
      if (value.kind == Value::Truth)
        assume(part, truth ? value.condition->whenTrue : value.condition->whenFalse);
      if (value.kind == Value::Number || value.kind == Value::Symbol || value.kind == Value::Truth)
        assume(part, {{flag, truth}});
      made.insert(made.end(), part.begin(), part.end());
    }
    parts[i] = std::move(made);
  }
  if (joined.kind == Value::Unknown)
    return Value::ofSymbol(flag);
  Condition c = *joined.condition;
  add(c.whenTrue, {flag, true});
  add(c.whenFalse, {flag, false});
  return Value::ofTruth(std::move(c));
}

} // namespace clangsql::link
