// Drops the strings, locations and entities that no function names any more, and renumbers the rest
// in the order of first use. Works on summaries alone.
#pragma once

#include "summary/unit.h"

namespace clangsql::frontend {

void compact(summary::Unit &unit);

} // namespace clangsql::frontend
