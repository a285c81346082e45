// The order in which the textual form has a function's insts.
#pragma once

#include "summary/unit.h"

namespace clangsql::summary::text {

/// A copy with its insts renumbered: block after block, then those of no block. A frontend that
/// emits its blocks in order gets back what it gave.
Function inTextOrder(const Function &function);

} // namespace clangsql::summary::text
