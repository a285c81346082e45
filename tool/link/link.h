// Summaries in, Program out: flow analysis of each function, bottom-up over the call graph.
#pragma once

#include "link/program.h"
#include "models/model.h"

#include <span>

namespace clangsql::link {

struct Options {
  unsigned maxVariants = 32;   // texts kept per statement
  unsigned maxSteps = 200'000; // events interpreted per function before its result is "unknown"
  sql::Dialect dialect = sql::Dialect::Generic; // what Generic libraries speak here
};

/// Links units into one Program. The order of `units` does not matter. Never fails: what is too
/// large becomes unknown.
Program link(std::span<const summary::Unit> units, const models::Library &, const Options & = {});

} // namespace clangsql::link
