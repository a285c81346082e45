// What makes text from outside harmless depends on where in the grammar it stands: which escapers
// fit a position, how to say where it is, and what to write instead.
#pragma once

#include "link/program.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace clangsql::lint {

/// Whether nothing can break out of the position after this escape.
bool isSafe(sql::Position, sql::Escape);

/// Where a hole of a variant stands; Unknown if the parser did not place it.
sql::Position positionOf(const link::Variant &, size_t hole);

/// "inside a quoted literal": behind "it stands …".
std::string_view standing(sql::Position);
/// "quoted as a whole literal": behind "it is …".
std::string_view treatment(sql::Escape);

/// What to write instead of putting the text into the statement.
std::string advice(const link::Statement &, const link::Variant &, size_t hole);

} // namespace clangsql::lint
