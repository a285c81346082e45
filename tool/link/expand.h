// From a Text to the bounded set of variants that a call can send, each parsed.
#pragma once

#include "link/context.h"

namespace clangsql::link {

struct Expansion {
  std::vector<Variant> variants;
  bool truncated = false; // more than the budget
};

/// `name`: what an input that nobody fills is called, and where it is declared.
Expansion expand(TextRef, unsigned budget);

/// Parses a variant for a dialect; fills Variant::text and Variant::parsed.
void parse(Variant &, sql::Dialect, sql::Placeholders);

} // namespace clangsql::link
