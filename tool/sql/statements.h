// What a parsed statement does and names.
#pragma once

#include "sql/tree_walk.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <span>

namespace clangsql::sql {

/// What a statement was parsed from.
struct ParsedFrom {
  std::string_view filled;             // the text that the tree's locations count in
  std::span<const Position> positions; // of the holes
  /// The byte of Text::bytes where the INSERT or COPY into the table at that byte of `filled`
  /// begins.
  llvm::function_ref<uint32_t(uint32_t)> insertAt;
};

/// Everything of Statement but its fingerprint and its own offset and length. Names are in the
/// user's letters, with {} where holes are; a hole whose position is no identifier's is no name.
Statement describeStatement(const PgQuery__RawStmt &, const ParsedFrom &);

StatementKind kindOf(const ProtobufCMessage &statement);

} // namespace clangsql::sql
