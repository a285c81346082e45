// String literals with an exact map from each byte to the source characters it was written by.
#pragma once

#include "frontend/locations.h"

#include <clang/AST/Expr.h>

#include <optional>

namespace clangsql::frontend {

/// None for wide literals that are no valid Unicode.
std::optional<summary::Literal> lowerLiteral(const clang::StringLiteral &literal,
                                             Locations &locations, Strings &strings);

/// Name of the object-like macro that all of the literal comes from (the outermost), or empty.
std::string literalMacro(const clang::StringLiteral &literal, Locations &locations);

} // namespace clangsql::frontend
