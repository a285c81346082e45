// The vocabulary as text, normalised: for `clang-sql dump models`, tests and the curious.
#pragma once

#include "models/model.h"

#include <string>

namespace clangsql::models {

/// All that is known, as YAML that loads to the same again: one document per library, one line per
/// class, function, variable.
std::string print(const Library &);

std::string print(const Argument &); // "this", "*1", "2[]"
std::string print(const Function &); // "{execute: {sql: 1}}"
std::string print(const Class &);
std::string print(const Variable &);

} // namespace clangsql::models
