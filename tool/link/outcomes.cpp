// The transactions of a function as its caller sees them, and a callee's in the caller's terms.
#include "link/analysis.h"

#include <algorithm>
#include <set>

namespace clangsql::link {

using namespace summary;

/// What became of a key of the caller's on one way.
std::optional<TxEffect> FunctionAnalysis::outcome(PathId key, const TxStates &states) {
  TxEffect effect{key, {}, Transaction::Text, "", endings_[key]};
  for (int state : states) {
    bool received = state >= 0 && sites_[static_cast<size_t>(state)].kind == Transaction::Received;
    effect.states = unite(effect.states, {state >= 0 ? (received ? int(Entry) : 0) : state});
    if (state < 0 || received)
      continue;
    effect.kind = sites_[static_cast<size_t>(state)].kind;
    effect.type = sites_[static_cast<size_t>(state)].type;
    if (recording_)
      found_[state].openAtEnd = true;
  }
  bool changed = c_.paths[key].input && effect.states != TxStates{Entry};
  return changed ? std::optional(std::move(effect)) : std::nullopt;
}

/// Whether the result is true on the way of these facts, if they say so.
std::optional<bool> FunctionAnalysis::truthUnder(const Facts &known, const Value &result) const {
  if (result.kind == Value::Number)
    return result.number != 0;
  if (result.kind == Value::Symbol)
    return decide(*Value::ofFact({result.path, true}).condition, known);
  return result.kind == Value::Truth ? decide(*result.condition, known) : std::nullopt;
}

/// Marks the transactions that some ways leave open behind, and others have ended: the caller
/// cannot know, unless the result tells it.
void FunctionAnalysis::findForgotten(const Value &result) {
  for (size_t i = 0; i < sites_.size(); ++i) {
    auto isOpen = [&](const Disjunct &d) {
      TxStates states = statesOf(d, sites_[i].key);
      return std::ranges::find(states, static_cast<int>(i)) != states.end();
    };
    std::set<std::optional<bool>> opened, ended; // what is returned then
    for (const Disjunct &d : now_.transactions)
      (isOpen(d) ? opened : ended).insert(truthUnder(d.conditions, result));
    // Whoever is told that it worked goes on with it: true, not null, or 0 of a number.
    TypeClass cls = c_.world.entities[body_.entity].entity->type.cls;
    bool worked = cls != TypeClass::Integer && cls != TypeClass::Enum;
    // A function that commits it somewhere itself has not begun it for others.
    bool told = opened == std::set<std::optional<bool>>{worked} && ended.contains(!worked) &&
                !(endings_[sites_[i].key] & Commits);
    // What a connection of the function's own holds ends with it.
    found_[static_cast<int>(i)].forgotten =
        c_.paths[sites_[i].key].input && !opened.empty() && !told;
  }
}

/// What the caller sees of the transactions, and what the Program reports of them.
void FunctionAnalysis::finishTransactions(Effect &made) {
  for (Sink &sink : made.sinks)
    if (sink.succeeds)
      sink.returns = truthUnder({*sink.succeeds}, made.result), sink.succeeds = std::nullopt;
  if (made.mayReturn && recording_)
    findForgotten(made.result);
  if (made.mayReturn)
    for (const Disjunct &d : now_.transactions) {
      TxOutcome way;
      for (const Fact &fact : d.conditions)
        if (c_.paths[fact.first].input && c_.paths[fact.first].step != Path::Joined)
          way.given.push_back(fact);
      way.returns = truthUnder(d.conditions, made.result);
      for (const auto &[key, states] : d.keys)
        if (std::optional<TxEffect> effect = outcome(key, states))
          way.keys.push_back(std::move(*effect));
      made.outcomes.push_back(std::move(way));
    }
  if (std::ranges::all_of(made.outcomes, [](const TxOutcome &o) { return o.keys.empty(); }))
    made.outcomes.clear();
  if (reporting_ || !given_.empty())
    reportTransactions();
}

/// An exception leaves the function: with what is open by a begin, not by an object.
void FunctionAnalysis::leave(const Where &at) {
  if (!recording_)
    return;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      for (int state : states)
        if (state >= 0 && c_.paths[c_.paths[key].root].step != Path::Local &&
            std::ranges::find(found_[state].leaves, at) == found_[state].leaves.end())
          found_[state].leaves.push_back(at);
}

void FunctionAnalysis::reportTransactions() {
  for (size_t i = 0; i < sites_.size(); ++i) {
    const Site &s = sites_[i];
    Transaction tx = found_[static_cast<int>(i)];
    tx.kind = s.kind;
    tx.begin = s.begin;
    tx.object = s.object;
    tx.type = s.type;
    tx.function = functionName();
    tx.ends = ends_[static_cast<int>(i)];
    for (Wait &wait : tx.waits)
      wait.ends = tx.ends;
    // A call that begins or ends, by its argument, is no end of what it began.
    bool ended = std::ranges::any_of(tx.ends, [&](const Where &end) { return end != tx.begin; });
    tx.forgotten = ended && (tx.forgotten || !tx.leaves.empty());
    c_.results.found.push_back({body_.entity, s.kind == Transaction::Received, std::move(tx)});
  }
}

/// What one way of the callee does to one disjunct; nullopt: not that way, from here.
std::optional<Disjunct> FunctionAnalysis::along(const TxOutcome &way, Disjunct d, PathId result,
                                                const Binding &b) {
  std::vector<Disjunct> one{std::move(d)};
  for (Fact fact : way.given) {
    std::optional<Facts> mapped = mapFact(fact, b);
    if (mapped)
      assume(one, *mapped);
    if (!mapped || one.empty())
      return std::nullopt;
  }
  if (result != NoPath && way.returns)
    assume(one, {{result, *way.returns}});
  if (one.empty())
    return std::nullopt;
  for (const TxEffect &tx : way.keys) {
    std::optional<PathId> key = mapPath(tx.key, b);
    if (!key)
      continue;
    bool opens = std::ranges::any_of(tx.states, [](int s) { return s >= 0; });
    int opened = opens ? site({tx.kind, b.where, objectName(*key), tx.type, *key}) : Entry;
    TxStates before = statesOf(one[0], *key), after;
    for (int state : tx.states) {
      after = unite(after, state == Entry ? before : TxStates{state >= 0 ? opened : Closed});
      if (state == Closed)
        ended(before, b.where);
    }
    one[0].keys[*key] = after;
    if (recording_) // one that does either is told which, and is no sign of anything
      endings_[*key] |= tx.endings & RollsBack ? RollsBack : tx.endings;
  }
  return std::move(one[0]);
}

/// A destructor ends what any of its ways ends: it knows by flags that are not followed.
void FunctionAnalysis::applyDestructor(const Effect &effect, const Binding &b) {
  for (const TxOutcome &way : effect.outcomes)
    for (const TxEffect &tx : way.keys)
      if (std::ranges::find(tx.states, Closed) != tx.states.end())
        if (std::optional<PathId> key = mapPath(tx.key, b))
          end(*key, b.where);
}

void FunctionAnalysis::applyTransactions(const Effect &effect, const Binding &b) {
  if (effect.outcomes.empty())
    return;
  if (b.call->flags & DestructorCall)
    return applyDestructor(effect, b);
  bool tells = std::ranges::any_of(effect.outcomes,
                                   [](const TxOutcome &o) { return o.returns.has_value(); });
  PathId result = tells ? resultSymbol(b) : NoPath;
  std::vector<Disjunct> made;
  for (const Disjunct &d : now_.transactions)
    for (const TxOutcome &way : effect.outcomes)
      if (std::optional<Disjunct> after = along(way, d, result, b))
        made.push_back(std::move(*after));
  now_.transactions = std::move(made);
  normalize(now_.transactions, c_.paths);
  now_.reachable &= !now_.transactions.empty();
}

/// The symbol of the call's result, for which transactions are known apart.
PathId FunctionAnalysis::resultSymbol(const Binding &b) {
  if (callSymbol_ == NoPath)
    callSymbol_ = symbol(b.inst).path;
  return callSymbol_;
}

/// The call's result, if its symbol was asked for.
Value FunctionAnalysis::withSymbol(Value result) const {
  if (callSymbol_ == NoPath || (result.kind != Value::Unknown && result.kind != Value::Truth &&
                                result.kind != Value::Symbol))
    return result;
  if (result.kind != Value::Truth)
    return Value::ofSymbol(callSymbol_);
  Condition c = *result.condition;
  for (auto [facts, truth] : {std::pair(&c.whenTrue, true), std::pair(&c.whenFalse, false)}) {
    facts->push_back({callSymbol_, truth});
    std::ranges::sort(*facts);
  }
  return Value::ofTruth(std::move(c), result.number);
}

} // namespace clangsql::link
