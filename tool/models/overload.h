// Which of a function's models fits a call best.
#pragma once

#include "models/model.h"

#include <optional>

namespace clangsql::models {

/// How well words describe parameters; higher is more specific. nullopt: not at all.
std::optional<unsigned> fit(const Library &, const std::vector<std::string> &words,
                            const std::vector<summary::Type> &params, const summary::Unit *unit);

} // namespace clangsql::models
