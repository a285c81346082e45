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

constexpr uint32_t MaxFlagged = 8; // visits of a block, before its scalars are given up

bool isSo(const Comparison &comparison, int64_t number) {
  return comparison.equal ? number == comparison.number : number < comparison.number;
}

/// The numbers that a scalar can be.
struct Numbers {
  int64_t least = INT64_MIN, most = INT64_MAX;
  std::vector<int64_t> others; // that it is not
  void learn(const Comparison &comparison, bool holds) {
    int64_t number = comparison.number;
    if (!comparison.equal && holds)
      most = std::min(most, number - 1);
    else if (!comparison.equal)
      least = std::max(least, number);
    else if (holds)
      least = std::max(least, number), most = std::min(most, number);
    else
      others.push_back(number);
  }
  bool none() const {
    int64_t first = least;
    while (first <= most && std::ranges::find(others, first) != others.end())
      ++first;
    return first > most;
  }
};

} // namespace

/// The scalar that a fact is about.
PathId FunctionAnalysis::subjectOf(PathId fact) const {
  return c_.paths[fact].step == Path::Compared ? c_.paths[fact].parent : fact;
}

/// Whether a fact cannot be so where these are: one scalar is one number.
bool FunctionAnalysis::contradicts(const Facts &known, Fact fact) const {
  if (known.empty() || std::ranges::binary_search(known, fact))
    return false;
  if (std::ranges::binary_search(known, Fact(fact.first, !fact.second)))
    return true;
  PathId subject = subjectOf(fact.first);
  auto isSame = [&](const Fact &f) { return subjectOf(f.first) == subject; };
  if (std::ranges::none_of(known, isSame))
    return false;
  Numbers numbers;
  auto learn = [&](const Fact &f) {
    bool compared = c_.paths[f.first].step == Path::Compared;
    numbers.learn(compared ? c_.comparisons[c_.paths[f.first].index] : Comparison(),
                  compared ? f.second : !f.second);
  };
  learn(fact);
  for (const Fact &f : known)
    if (isSame(f))
      learn(f);
  return numbers.none();
}

/// Whether something is true or not where these facts are so; nullopt if they do not say it.
std::optional<bool> FunctionAnalysis::decide(const Condition &condition, const Facts &known) const {
  auto isFalse = [&](const Fact &fact) { return contradicts(known, fact); };
  if (std::ranges::any_of(condition.whenFalse, isFalse))
    return true;
  if (std::ranges::any_of(condition.whenTrue, isFalse))
    return false;
  return std::nullopt;
}

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
  bool truth = scalar.kind == Value::Truth && scalar.whenTrue();
  if ((scalar.kind != Value::Symbol && !truth) || number.kind != Value::Number)
    return {};
  bool less = op == TestOp::Lt || op == TestOp::Le;
  bool orEqual = op == TestOp::Le || op == TestOp::Ge;
  if (turned)
    less = !less;
  Comparison limit{false, number.number + (less == orEqual ? 1 : 0)}; // x <= n, x > n: about n + 1
  if (!truth)
    return Value::ofFact({comparison(scalar.path, limit), less});
  bool holds = isSo(limit, *scalar.whenTrue()) == less, otherwise = isSo(limit, 0) == less;
  if (holds == otherwise)
    return Value::ofNumber(holds);
  Condition c = *scalar.condition;
  if (!holds)
    std::swap(c.whenTrue, c.whenFalse), std::swap(c.ifTrue, c.ifFalse);
  return Value::ofTruth(std::move(c));
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
    const Path at = c_.paths[fact.first];
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

/// What is so in each of these.
Facts FunctionAnalysis::common(const std::vector<Disjunct> &all) {
  Facts known;
  for (size_t i = 0; i < all.size(); ++i) {
    Facts both;
    std::ranges::set_intersection(i ? known : all[i].conditions, all[i].conditions,
                                  std::back_inserter(both));
    known = std::move(both);
  }
  return known;
}

/// What is known of the function's inputs, however it came here.
Facts FunctionAnalysis::knownFacts() const {
  Facts known = common(now_.transactions);
  std::erase_if(known, [&](const Fact &f) { return !c_.paths[f.first].input; });
  return known;
}

/// What is so wherever a value that one of these ways brings is true, or is not.
Facts FunctionAnalysis::joinFacts(const std::vector<std::pair<uint32_t, const State *>> &ways,
                                  const std::vector<Value> &values, bool truth) const {
  std::optional<Facts> all;
  for (size_t i = 0; i < ways.size(); ++i) {
    if (values[i].kind == Value::Number && (values[i].number != 0) != truth)
      continue;
    Facts here = common(ways[i].second->transactions), both;
    if (values[i].condition)
      for (Fact fact : truth ? values[i].condition->whenTrue : values[i].condition->whenFalse)
        add(here, fact);
    if (all)
      std::ranges::set_intersection(*all, here, std::back_inserter(both));
    all = all ? std::move(both) : std::move(here);
  }
  return all.value_or(Facts());
}

/// What facts say of a value, as facts of `flag`.
Facts FunctionAnalysis::factsOf(const Value &value, const Facts &known, PathId flag) const {
  Facts facts;
  if (value.kind == Value::Number)
    facts.push_back(value.number == 0 ? Fact(flag, false)
                                      : Fact(comparison(flag, {true, value.number}), true));
  if (value.kind == Value::Symbol)
    for (Fact fact : known)
      if (subjectOf(fact.first) == value.path)
        add(facts, {c_.paths.rebase(fact.first, value.path, flag), fact.second});
  if (std::optional<bool> truth =
          value.kind == Value::Truth ? decide(*value.condition, known) : std::nullopt)
    facts.push_back({flag, *truth});
  return facts;
}

/// The same disjuncts, with what each knows of the value as facts of `flag`.
std::vector<Disjunct> FunctionAnalysis::flagged(std::vector<Disjunct> part, const Value &value,
                                                PathId flag) {
  if (value.kind == Value::Truth) {
    std::vector<Disjunct> otherwise = part;
    assume(part, value.condition->whenTrue);
    assume(otherwise, value.condition->whenFalse);
    part.insert(part.end(), otherwise.begin(), otherwise.end());
  }
  for (Disjunct &d : part) {
    Facts facts = factsOf(value, d.conditions, flag);
    std::erase_if(d.conditions, [&](const Fact &f) { return c_.paths.within(f.first, flag); });
    for (Fact fact : facts)
      add(d.conditions, fact);
  }
  return part;
}

/// A scalar that the ways in have set differently: what is open on each of them stays known by it.
Value FunctionAnalysis::joinFlags(PathId key, uint32_t block,
                                  const std::vector<std::pair<uint32_t, const State *>> &ways,
                                  Value joined, std::vector<std::vector<Disjunct>> &parts) {
  auto held = [&](const State &state) {
    auto found = state.store.find(key);
    return found == state.store.end() ? Value() : found->second;
  };
  auto isScalar = [&](const auto &way) {
    Value value = held(*way.second);
    return value.kind == Value::Number || value.kind == Value::Symbol || value.kind == Value::Truth;
  };
  auto sameKeys = [&](const std::vector<Disjunct> &part) {
    return part.size() == 1 && part[0].keys == parts[0][0].keys;
  };
  PathId flag = c_.paths.child(key, Path::Joined, block);
  if (probing_ || flag == key || (joined.kind != Value::Unknown && joined.kind != Value::Truth) ||
      parts[0].empty() || visits_[block] > MaxFlagged || std::ranges::none_of(ways, isScalar) ||
      (!flags_.contains(flag) && std::ranges::all_of(parts, sameKeys)))
    return joined;
  flags_.insert(flag); // for good: the fixpoint is not to go to and fro
  for (size_t i = 0; i < ways.size(); ++i)
    parts[i] = flagged(std::move(parts[i]), held(*ways[i].second), flag);
  if (joined.kind == Value::Unknown)
    return Value::ofSymbol(flag);
  Condition c = *joined.condition;
  add(c.whenTrue, {flag, true});
  add(c.whenFalse, {flag, false});
  return Value::ofTruth(std::move(c), joined.number);
}

} // namespace clangsql::link
