// What a parsed statement does and names.
#pragma once

#include "sql/tree_walk.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace clangsql::sql {

/// Everything of Statement but its fingerprint and its own offset and length. Names have {} where holes are.
/// `insertAt` finds the byte of Text::bytes where the INSERT or COPY into the table at byte `n` of the filled text begins.
Statement describeStatement(const PgQuery__RawStmt &, llvm::function_ref<uint32_t(uint32_t)> insertAt);

StatementKind kindOf(const ProtobufCMessage &statement);

} // namespace clangsql::sql
