// What all function analyses of one link share: interned texts and paths, effects so far, and what
// is to be reported.
#pragma once

#include "link/effect.h"
#include "link/flow.h"
#include "link/link.h"

#include <set>
#include <unordered_map>

namespace clangsql::link {

/// What the analyses of all functions leave for the Program.
struct Results {
  std::vector<Sink> sinks; // inputs gone, or no caller seen
  struct Written {
    uint64_t hash; // of the text
    EntityId function;
    TextRef text;
    PathId path; // in the function's terms
    auto operator<=>(const Written &) const = default;
  };
  std::map<EntityId, std::set<Written>> writers; // texts stored to a field or global
  struct Found {
    EntityId function;
    bool received;
    Transaction transaction;
  };
  std::vector<Found> found;  // transactions
  std::set<EntityId> called; // functions with a call that is seen
};

/// What one statement does to its connection's transaction.
struct ControlStep {
  enum Kind : uint8_t { Begin, Commit, Rollback, Savepoint, Release } kind = Begin;
  std::string name; // of a savepoint
  bool operator==(const ControlStep &) const = default;
};
using Control = std::vector<ControlStep>;

/// How a scalar compares with a number: it is that number, or less.
struct Comparison {
  bool equal = true;
  int64_t number = 0;
  bool operator==(const Comparison &) const = default;
};

/// The arguments of a function that is called with values which its object keeps as elements: 0:
/// the next of these; n: what stands n-th in the call.
using Kept = std::vector<int64_t>;

struct Context {
  World &world;
  const Options &options;
  Texts texts;
  Paths paths;
  std::vector<Effect> effects;       // by body
  std::map<PathId, Value> constants; // what constant globals hold
  std::set<PathId> arrays;           // those of them that have elements, by path
  std::unordered_map<TextRef, std::vector<Control>> control; // what texts do: see controlOf
  std::vector<Comparison> comparisons;                       // by index of a Path::Compared
  std::vector<Kept> kept = {{}};                             // by number; 0: none
  std::map<std::pair<uint32_t, Given>, Effect> specialised;  // by body and its callables
  unsigned specialising = 0;                                 // how deep
  Results results;
  std::set<EntityId> untried;          // functions that take too long to be walked
  std::map<EntityId, unsigned> wasted; // events of walks that told nothing, by function
  std::map<EntityId, TextRef> stored;  // what a member or global holds; nullptr: being worked out
  std::set<EntityId> unfinished;       // those of them that others were made of meanwhile
  Statistics &statistics;
  std::unordered_map<const summary::Function *, Flow> flows; // of those that were analysed

  const Flow &flowOf(const Body &body) {
    return flows.try_emplace(body.function, *body.function).first->second;
  }
};

/// What a sink's text does to transactions: a way for each thing that it can say; none, if it never
/// says anything.
const std::vector<Control> &controlOf(Context &, const Sink &);

} // namespace clangsql::link
