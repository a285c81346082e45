// A text with holes as people write it, and what the parser made of it, as people read it: for
// tests and `dump sql`.
#pragma once

#include "sql/parse.h"

#include <llvm/Support/Error.h>

namespace clangsql::sql {

/// `SELECT … WHERE name = '{name:literal-body}'`: a hole is {name} or {name:what}, where what is a
/// kind (number, boolean, character, unknown) or an escape (literal, literal-body, identifier,
/// identifier-body, checked), or several of these with commas.
/// {{ and }} stand for braces. Errors name the byte, from 0.
llvm::Expected<Text> readText(std::string_view);

/// One line for each fact, with offsets in bytes from 0.
std::string describe(const Text &, const Parsed &);

} // namespace clangsql::sql
