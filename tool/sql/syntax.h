// Whether a PostgreSQL server would refuse a text, as far as this grammar can say.
#pragma once

#include "sql/parse.h"

namespace clangsql::sql {

struct SyntaxError {
  std::string message; // the grammar's own
  uint32_t offset = 0; // byte of the text: of the token that it stumbled over, or of the last one
  uint32_t length = 1; // bytes of that token
  bool atEnd = false;  // something is missing behind that token
};

/// `placeholders`: those that the client library brings to $1. nullopt: the text parses, or has
/// holes, or is one that a server may accept although this grammar does not (newer_grammar.h), or
/// is too long or nested too deeply to be parsed.
std::optional<SyntaxError> syntaxError(const Text &, Placeholders placeholders);

} // namespace clangsql::sql
