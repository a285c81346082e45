// NOLINT comments of a file, by clang-tidy's rules (NoLintDirectiveHandler): anywhere in the text,
// with an optional list of checks in parentheses right behind.
#pragma once

#include "frontend/strings.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::frontend {

/// Appends the suppressions of `text`, the content of `file`, in order.
void findSuppressions(llvm::StringRef text, summary::Id file, Strings &strings,
                      std::vector<summary::Suppression> &found);

} // namespace clangsql::frontend
