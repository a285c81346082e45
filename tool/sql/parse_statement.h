// One statement: its gaps filled until the grammar accepts it.
#pragma once

#include "sql/hole_positions.h"
#include "sql/rewrite.h"

namespace clangsql::sql {

/// One statement of a text, ready to be filled.
struct Job {
  Source source;
  std::span<const Hole> holes; // of the whole text
  Edits edits;                 // of dialect and placeholders
};

/// A statement as it was last filled, and what the parser said.
struct Outcome {
  MappedText filled;
  std::vector<FilledGap> gaps;
  std::vector<Gap> owned; // what `gaps` point to
  Tree tree;
  std::optional<Error> error; // set if there is no tree; offset in the whole text's bytes
  bool completed = false;     // quotes or parentheses left open were closed at the end
};

Outcome parseStatement(const Job &);

/// The filled text with bound parameters for the holes that stand as values.
std::string withParameters(const Job &, const Outcome &, std::span<const Position>);

} // namespace clangsql::sql
