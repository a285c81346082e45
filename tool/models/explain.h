// What is known of a function, class or variable, in plain words.
#pragma once

#include "models/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

/// All that is known under a qualified name: each overload, class and variable with where it is
/// described, what it means, and the model as written. Empty: nothing is known.
std::string explain(const Library &, std::string_view name);

/// What is known and has a name like it, at most `most`: the same last part first, of the same
/// outer namespace before others; then those spelled alike.
std::vector<std::string> namesLike(const Library &, std::string_view name, size_t most);

/// A line for each library: how much it describes, and where.
std::string listLibraries(const Library &);

} // namespace clangsql::models
