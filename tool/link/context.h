// What all function analyses of one link share: interned texts and paths, effects so far, and what
// is to be reported.
#pragma once

#include "link/effect.h"
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

struct Context {
  World &world;
  const Options &options;
  Texts texts;
  Paths paths;
  std::vector<Effect> effects;       // by body
  std::map<PathId, Value> constants; // what constant globals hold
  std::set<PathId> arrays;           // those of them that have elements, by path
  std::unordered_map<TextRef, sql::StatementKind>
      control; // statement kind of constant texts, Other if several
  Results results;
  std::set<EntityId> untried;         // functions that take too long to be walked
  std::map<EntityId, TextRef> stored; // what a member or global holds; nullptr: being worked out
  Statistics &statistics;
};

/// What kind of statement a sink's constant text is, if it controls transactions; Other for all
/// else.
sql::StatementKind controlKind(Context &, const Sink &);

} // namespace clangsql::link
