// How deeply a text nests, known before it is parsed: the tree's readers and writers in libpg_query
// recurse.
#pragma once

#include "sql/lexer.h"

namespace clangsql::sql {

/// An upper bound, in levels of expressions, subqueries and joins, of the tree that the tokens can
/// make.
unsigned nestingOf(std::span<const Token>, std::string_view bytes);

inline constexpr unsigned deepest = 1000; // levels that are parsed at all
inline constexpr unsigned deepHere = 30; // levels that half of a thread's 512 KiB of stack can take
inline constexpr unsigned deepStack = 64 << 20; // bytes of stack for what lies between

} // namespace clangsql::sql
