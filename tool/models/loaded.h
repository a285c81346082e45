// Texts that a program loads from files: a statement to each file, many in one file behind lines
// `-- name: find_orders`, or the values of settings (.ini, .conf, .properties, .yaml, .json).
#pragma once

#include "models/model.h"

#include <llvm/Support/Error.h>

namespace clangsql::models {

/// All texts of the files that are like the pattern (`sql/*.sql`, `sql/**/*.sql`), by file and
/// place. An error if there is no such file or one cannot be read.
llvm::Expected<std::vector<LoadedText>> loadedTexts(const std::string &directory,
                                                    std::string_view pattern);

} // namespace clangsql::models
