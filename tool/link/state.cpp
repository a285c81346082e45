#include "link/state.h"

#include <algorithm>

namespace clangsql::link {

bool Value::operator==(const Value &o) const {
  if (kind != o.kind || text != o.text || path != o.path || number != o.number ||
      function != o.function)
    return false;
  return condition == o.condition || (condition && o.condition && *condition == *o.condition);
}

TxStates unite(const TxStates &a, const TxStates &b) {
  TxStates all;
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

TxStates defaultStates(PathId key, const Paths &paths) {
  return {paths[key].input ? Entry : Closed};
}

Value Value::ofFact(Fact fact) {
  Condition c;
  c.whenTrue = {fact};
  c.whenFalse = {{fact.first, !fact.second}};
  return ofTruth(std::move(c));
}

namespace {

/// `a` and `b` as one: what both conditions say, and either's transactions.
Disjunct merge(const Disjunct &a, const Disjunct &b, const Paths &paths) {
  Disjunct both;
  std::ranges::set_intersection(a.conditions, b.conditions, std::back_inserter(both.conditions));
  auto add = [&](const Disjunct &from, const Disjunct &other) {
    for (const auto &[key, states] : from.keys) {
      auto it = other.keys.find(key);
      both.keys[key] =
          unite(states, it == other.keys.end() ? defaultStates(key, paths) : it->second);
    }
  };
  add(a, b);
  add(b, a);
  return both;
}

} // namespace

void normalize(std::vector<Disjunct> &all, const Paths &paths) {
  std::vector<Disjunct> kept;
  for (Disjunct &d : all) {
    std::erase_if(d.keys, [&](const auto &entry) {
      return entry.second == defaultStates(entry.first, paths);
    });
    auto twin = std::ranges::find_if(kept, [&](const Disjunct &k) { return k.keys == d.keys; });
    if (twin == kept.end())
      kept.push_back(std::move(d));
    else
      *twin = merge(*twin, d, paths);
  }
  while (kept.size() > MaxDisjuncts) {
    kept[0] = merge(kept[0], kept.back(), paths);
    kept.pop_back();
  }
  std::ranges::sort(kept, [](const Disjunct &a, const Disjunct &b) {
    return std::tie(a.keys, a.conditions) < std::tie(b.keys, b.conditions);
  });
  all = std::move(kept);
}

} // namespace clangsql::link
