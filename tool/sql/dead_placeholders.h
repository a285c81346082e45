// What looks like a placeholder and is none, because of where it stands.
#pragma once

#include "sql/parse.h"

namespace clangsql::sql {

struct DeadPlaceholder {
  enum Place : uint8_t {
    InLiteral, // '$1', '%?%', INTERVAL '$1 days'
    InName,    // "$1", orders_$1
    Glued      // orders_?, orders_:year: a placeholder that a name touches
  };
  Place place = InLiteral;
  uint32_t offset = 0, length = 0; // bytes of the text
  std::string token;               // the literal or name around it, as written
  std::optional<unsigned> number;  // of $2: 2
  bool plain = false; // nothing else can have been meant, even if it is not known what is bound
};

struct PlaceholderUse {
  std::vector<DeadPlaceholder> dead; // by offset
  std::vector<unsigned> numbers;     // of the real parameters, sorted; a ? or :name has one too
  bool counted = true;               // false: there may be more, or others
  /// How many values the statement asks for.
  unsigned required() const { return numbers.empty() ? 0 : numbers.back(); }
};

/// By the styles that the client library knows.
PlaceholderUse placeholdersOf(const Text &, const Options &);

} // namespace clangsql::sql
