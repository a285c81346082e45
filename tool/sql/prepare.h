// A text made ready for the grammar: cut into tokens and statements, its dialect and placeholders
// edited away.
#pragma once

#include "sql/parse_statement.h"
#include "sql/placeholders.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace clangsql::sql {

struct Prepared {
  Lexed lexed;
  ParameterList parameters;
  std::vector<Job> jobs;        // one a statement; they point into the Text and into `lexed`
  std::optional<Error> refused; // too long, too deep: then there are no jobs
};

Prepared prepare(const Text &, const Options &);

/// Runs `work` where there is stack enough to parse and walk the prepared text.
void onEnoughStack(const Text &, const Prepared &, llvm::function_ref<void()> work);

} // namespace clangsql::sql
