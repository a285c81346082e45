// What a worker hands back of one analysis (of a unit, or of the linked program), and how the
// results of units become one.
#pragma once

#include "link/program.h"
#include "lint/run.h"

#include <llvm/Support/Error.h>

#include <string>
#include <vector>

namespace clangsql::batch {

/// Of the program only what reports need survives `save`: files, lines and places of findings and
/// errors, the places and understanding of statements, the places of transactions, notes,
/// statistics. No text variants, no waits.
struct Result {
  link::Program program;
  lint::Result lint;
  std::vector<std::string> declared; // models::declaredIn: what the project declares and is there
  unsigned skipped = 0;              // units that a scan showed to hold nothing of interest
};

/// For a pipe between two processes of the same binary; not a format for files.
std::string save(Result);
llvm::Expected<Result> load(std::string_view bytes);

/// Joins the results of units. What several units say of the same place (in a header) counts once;
/// the first has the word.
Result merge(std::vector<Result>);

} // namespace clangsql::batch
