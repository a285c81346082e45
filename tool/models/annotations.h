// What a function's own declaration says of it: [[clang::annotate("sql:…")]] in the words of the
// models.
#pragma once

#include "models/model.h"

#include <string>

namespace clangsql::models {

/// The model that an entity's annotations make. What is wrong with them is told in `problem`
/// ("what; expected …", a line each), and then the model is empty.
Function fromAnnotations(const summary::Unit &, const summary::Entity &, std::string &problem);

} // namespace clangsql::models
