// Where the grammar put the markers that stand for holes.
#pragma once

#include "sql/fillers.h"
#include "sql/tree_walk.h"

namespace clangsql::sql {

/// A gap as it was filled.
struct FilledGap {
  const Gap *gap;
  Shape shape;
  uint32_t begin; // byte of its token in the filled text
};

/// Sets the positions of the gaps' holes; Unknown stays for what neither shape, tree nor tokens
/// tell.
void placeHoles(const PgQuery__RawStmt &, std::span<const FilledGap>, std::span<const Hole>,
                std::span<Position>);

} // namespace clangsql::sql
