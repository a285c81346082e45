// String literals with an exact map from each byte to the source characters it was written by.
#pragma once

#include "frontend/locations.h"

#include <clang/AST/Expr.h>

#include <optional>

namespace clangsql::frontend {

/// None for wide literals that are no valid Unicode.
std::optional<summary::Literal> lowerLiteral(const clang::StringLiteral &literal,
                                             Locations &locations, Strings &strings);

/// Name of the macro that the literal comes from (the outermost), all of it or its beginning;
/// empty if it comes from none, or a macro only makes it of its arguments.
std::string literalMacro(const clang::StringLiteral &literal, Locations &locations);

} // namespace clangsql::frontend
