// Which models a unit's calls meet: what is known of each function that it calls, and of which
// nothing is.
#pragma once

#include "models/model.h"

#include <string>
#include <vector>

namespace clangsql::models {

/// One line per function that the unit calls and that it does not define: its name with the words
/// of its parameters, then the model that serves it ("std::basic_string::append(integer, char)",
/// "of 'libpqxx'") or "no model"; sorted. Then one line per class that a model knows.
std::string printUses(const Library &, const summary::Unit &);

/// Of the names that the project declares, those that a unit meets: "function 'shop::run'"; sorted.
std::vector<std::string> declaredIn(const Library &, const summary::Unit &);

/// How a declared name is called in such a list.
std::string keyOf(const Declaration &);

/// The most specific model for an entity: by its own name, else by those of overridden methods.
const Function *modelOf(const Library &, const summary::Unit &, const summary::Entity &);

} // namespace clangsql::models
