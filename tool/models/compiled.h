// A Library as bytes. The models that travel inside the binary are read and checked when it is
// built (compile/main.cpp): at each start that took longer than parsing a small C file.
#pragma once

#include "models/model.h"

namespace clangsql::models {

/// Of models that are no project's own (Library::declared is not kept).
std::string compile(const Library &);

/// The bytes are those of `compile` of the same build.
Library compiled(std::string_view bytes);

} // namespace clangsql::models
