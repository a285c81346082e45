// Literals that are the pattern of LIKE, ILIKE or SIMILAR TO, where % and _ mean something, too.
#pragma once

#include "sql/tree_walk.h"

namespace clangsql::sql {

/// Whether a literal (the A_Const) is the pattern, or becomes part of it by || or a function that
/// keeps the text.
bool isLikePattern(const Visit &literal);

} // namespace clangsql::sql
