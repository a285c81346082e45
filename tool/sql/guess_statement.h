// What can be said of a statement that the grammar rejects: by its first words, and by what stands
// before each hole.
#pragma once

#include "sql/parse_statement.h"

namespace clangsql::sql {

/// Kind, tables, and inserts whose columns are plain to see; offset and length.
Statement guessStatement(const Source &, std::span<const Hole> holes);

/// Whether the first word is a verb of SQL.
bool beginsWithVerb(const Source &);

} // namespace clangsql::sql
