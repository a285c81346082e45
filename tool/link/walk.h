// What walks through functions with known texts leave: see probe.cpp and evaluate.cpp.
#pragma once

#include "link/state.h"

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace clangsql::link {

/// What walks look for in a text in vain, and the lengths that they compare with.
struct Sought {
  std::vector<std::string> texts;
  std::set<int64_t> sizes;

  void add(const std::string &bytes);
  void add(const Sought &);
};

/// What must not get through, in which quotes, and whether a backslash escapes there.
struct Mark {
  std::string bytes;
  char quote = '\'';
  bool backslashes = false;
};

/// What becomes of a mark: it gets through as it is, or no one knows how, or what arrives is one
/// of these texts.
struct Tried {
  bool through = false, lost = false;
  std::set<TextRef> arrived = {};
};

/// The texts of the statements that an event sends, by their number.
using Arrived = std::map<uint32_t, std::set<TextRef>>;

/// What comes of a walk with certain bytes in the place of a part.
struct Passage {
  std::set<Arrived> arrived = {}; // on each way
  bool walked = false;
  bool cut = false;     // at the first way that said enough
  bool endless = false; // it took too long, or no way ends as far as is known
  Sought sought = {};
};

/// What came of a call on a walk with what it is handed.
struct Outcome {
  Value result;
  std::vector<std::pair<PathId, Value>> writes;              // in the callee's terms
  std::map<std::pair<summary::Id, uint32_t>, TextRef> sinks; // what its events send
  bool returns = true;
};

/// A callee's walk: what was known on entry, and what came of it.
struct Walk {
  std::map<PathId, Value> entry;
  Outcome outcome;
  Sought sought;
};

/// What is asked of a callee.
struct WalkKey {
  EntityId callee = NoEntity;
  unsigned depth = 0;
  std::optional<char> strange; // see FunctionAnalysis
  bool marking = false, sinksAsked = false, many = false;
  auto operator<=>(const WalkKey &) const = default;
};

using Walks = std::multimap<WalkKey, Walk>;

} // namespace clangsql::link
