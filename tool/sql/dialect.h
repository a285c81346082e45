// The words that libraries, link and the SQL parser share about databases: plain enums, no parser.
#pragma once

#include <cstdint>

namespace clangsql::sql {

/// Whose SQL a text is. Generic: not known; nothing may be reported that holds for one database
/// only.
enum class Dialect : uint8_t { Generic, PostgreSQL, MySQL, SQLite, Oracle, SQLServer };

/// How bound parameters are written; a client library may know several (a bit set).
enum Placeholder : uint8_t {
  NoPlaceholder = 0,
  Dollar = 1 /* $1 */,
  Question = 2 /* ? ?1 */,
  Colon = 4 /* :name */,
  At = 8 /* @name */
};
using Placeholders = uint8_t;

/// What was done to outside text before it became SQL.
enum class Escape : uint8_t {
  None,
  LiteralBody,    // quotes doubled; the quotes around it must stand in the text
  Literal,        // a whole literal, with its quotes
  Identifier,     // a whole quoted identifier
  IdentifierBody, // its quotes doubled; those around it must stand in the text
  NoQuotes,       // checked to have no quotes in it: safe between them, and nowhere else
  NoNameQuotes,   // the same of the quotes of names
  NoQuotesAtAll,  // the same of both, or what there are of them is doubled
  Checked         // compared with constants, or made of characters that cannot end anything
};

/// Whether it changes the text for a place, rather than checking it.
constexpr bool isEscaper(Escape escape) {
  return escape >= Escape::LiteralBody && escape <= Escape::IdentifierBody;
}

} // namespace clangsql::sql
