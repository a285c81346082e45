// Which bodies call which, and in what order they are analysed: callees first, cycles together.
#pragma once

#include "link/world.h"

namespace clangsql::link {

/// Strongly connected components of the call graph, callees before callers. Each is a list of
/// bodies. Initialisers of globals come before all that is not needed for them.
std::vector<std::vector<uint32_t>> analysisOrder(const World &);

} // namespace clangsql::link
