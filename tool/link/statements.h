// From sinks and literals to the Program's statements.
#pragma once

#include "link/context.h"

namespace clangsql::link {

/// The text with every input that no caller fills resolved: members and globals by all that is
/// stored to them, parameters as unproven holes.
TextRef resolveInputs(Context &, EntityId function, TextRef);

/// Statements of all sinks, and of literals that are SQL but reach none.
void addStatements(Context &, Program &);

} // namespace clangsql::link
