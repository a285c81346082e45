// Finds the bodies that a unit's user wrote: functions, methods, instantiations, lambdas,
// initialisers.
#pragma once

#include "frontend/context.h"

namespace clangsql::frontend {

/// Lowers them all into `context.unit`, in the order of the source.
void lowerBodies(UnitContext &context);

} // namespace clangsql::frontend
