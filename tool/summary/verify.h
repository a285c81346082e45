// Checks what everyone who reads a Unit takes for granted, for units that come from a file.
#pragma once

#include "summary/unit.h"

#include <llvm/Support/Error.h>

namespace clangsql::summary {

/// Every Id is None or inside its table, every block's insts are, and the base of a place (Field,
/// Element) and the parent of a scope stand before it in their table. Says what is wrong and in
/// which function.
llvm::Error verify(const Unit &unit);

} // namespace clangsql::summary
