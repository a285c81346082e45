// What a parsed statement does and names.
#pragma once

#include "sql/tree_walk.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <span>

namespace clangsql::sql {

/// Everything of Statement but its fingerprint and its own offset and length. Names have {} where
/// holes are; a hole that `positions` says is no identifier is no name. `insertAt` finds the byte
/// of Text::bytes where the INSERT or COPY into the table at byte `n` of the filled text begins.
Statement describeStatement(const PgQuery__RawStmt &, std::span<const Position> positions,
                            llvm::function_ref<uint32_t(uint32_t)> insertAt);

StatementKind kindOf(const ProtobufCMessage &statement);

} // namespace clangsql::sql
