// What waits on the world, and which transactions may be open then.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace clangsql::link {

using namespace summary;

/// Keys of the caller that something below has ended, or begun anew, on every way.
std::vector<PathId> FunctionAnalysis::endedKeys() const {
  std::vector<PathId> keys, ended;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      if (c_.paths[key].input)
        keys.push_back(key);
  for (PathId key : keys) {
    auto untouched = [&](const Disjunct &d) {
      TxStates states = statesOf(d, key);
      return std::ranges::find(states, int(Entry)) != states.end();
    };
    if (std::ranges::none_of(now_.transactions, untouched) &&
        std::ranges::find(ended, key) == ended.end())
      ended.push_back(key);
  }
  std::ranges::sort(ended);
  return ended;
}

/// Something waits here: a wait of every transaction that may be open, and of the caller's.
void FunctionAnalysis::wait(WaitEffect below, const Where &at) {
  // What a database client does inside is between it and its database.
  if (!recording_ || c_.world.library.isInternal(c_.world.entities[body_.entity].name()))
    return;
  std::set<int> open;
  std::vector<Disjunct> feasible = now_.transactions;
  assume(feasible, below.given);
  if (feasible.empty())
    return;
  for (const Disjunct &d : feasible)
    for (const auto &[key, states] : d.keys)
      if (std::ranges::find(below.ended, key) == below.ended.end())
        for (int state : states)
          if (state >= 0)
            open.insert(state);
  for (int state : open) {
    Transaction &tx = found_[state];
    auto same = [&](const Wait &w) { return w.call == at && w.category == below.category; };
    if (std::ranges::none_of(tx.waits, same))
      tx.waits.push_back(
          {at, below.callee, below.waitsIn, below.category, below.what, below.path, {}});
  }
  std::string what = below.path.empty() ? fmt::format("'{}' waits here", below.waitsIn)
                                        : fmt::format("calls '{}'", below.callee);
  below.path.insert(below.path.begin(), {at, what});
  for (PathId key : endedKeys())
    below.ended.push_back(key);
  for (Fact fact : knownFacts())
    below.given.push_back(fact);
  std::erase_if(below.given, [&](const Fact &f) { return !c_.paths[f.first].input; });
  std::ranges::sort(below.given);
  below.given.erase(std::ranges::unique(below.given).begin(), below.given.end());
  std::ranges::sort(below.ended);
  below.ended.erase(std::ranges::unique(below.ended).begin(), below.ended.end());
  auto known = [&](const WaitEffect &w) { return !(w < below) && !(below < w); };
  if (effect_.waits.size() < MaxWaits && std::ranges::none_of(effect_.waits, known) &&
      below.path.size() < 24)
    effect_.waits.push_back(std::move(below));
}

/// A call that waits by its model, under the model's conditions.
void FunctionAnalysis::waitFact(const models::Function &model, const Binding &b) {
  const models::WaitFact &fact = *model.waits;
  std::optional<Facts> given = holds(fact.given, b);
  if (!given || (fact.awaited && !(b.call->flags & AwaitedCall)))
    return;
  if (fact.from) {
    const models::Variable *read = sourceVariable(object(*fact.from, b));
    if (!read || read->source.kind != "input")
      return;
  }
  WaitEffect made;
  made.callee = made.waitsIn = model.name;
  made.category = fact.category;
  made.what = fact.what;
  made.given = std::move(*given);
  wait(std::move(made), b.where);
}

void FunctionAnalysis::applyWaits(const Effect &effect, const Binding &b) {
  for (const WaitEffect &below : effect.waits) {
    WaitEffect mine = below;
    mine.callee = std::string(c_.world.entities[b.callee].name());
    mine.ended.clear();
    mine.given.clear();
    bool happens = true;
    for (Fact fact : below.given) {
      std::optional<Facts> mapped = mapFact(fact, b);
      happens &= mapped.has_value();
      for (Fact given : mapped.value_or(Facts()))
        mine.given.push_back(given);
    }
    if (!happens)
      continue;
    if (b.call->flags & VirtualCall && global(b.call->callee) != b.callee)
      mine.path.insert(
          mine.path.begin(),
          {b.where, fmt::format("a virtual call, which can be one of '{}'", mine.callee)});
    for (PathId key : below.ended)
      if (std::optional<PathId> mapped = mapPath(key, b))
        mine.ended.push_back(*mapped);
    wait(std::move(mine), b.where);
  }
}

} // namespace clangsql::link
