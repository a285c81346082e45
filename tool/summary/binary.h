// The binary form of a Unit, for the cache and for shards that travel between machines.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <string>

namespace clangsql::summary {

/// The same unit gives the same bytes, on every machine.
std::string save(const Unit &unit);

/// Takes nothing for granted about the bytes: what was truncated, altered, or written by another
/// version is an error, and what it returns has passed verify().
llvm::Expected<Unit> load(llvm::StringRef bytes);

} // namespace clangsql::summary
