// From a Text to the bounded set of variants that a call can send, each parsed.
#pragma once

#include "link/context.h"

namespace clangsql::link {

struct Expansion {
  std::vector<Variant> variants;
  bool truncated = false; // more than the budget
};

/// `function`: whose statement it is. A hole is shown as the expression that stands for it there.
Expansion expand(TextRef, unsigned budget, EntityId function = NoEntity);

/// Parses a variant for a dialect; fills Variant::text and Variant::parsed.
void parse(Variant &, sql::Dialect, sql::Placeholders);

} // namespace clangsql::link
