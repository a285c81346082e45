// How the rules speak: names in quotes, lists, and the reconstructed SQL as a note.
#pragma once

#include "lint/finding.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// 'name'
std::string quoted(std::string_view name);

/// The last part of a qualified name: "find" of "shop::Users::find".
std::string_view unqualified(std::string_view name);

/// How a further bound value is written for a client library, after `used` others: "$3", "?",
/// ":name"; empty: it binds none.
std::string placeholder(sql::Placeholders, unsigned used);

/// Puts a finding where a piece of a statement's text is written. Text in a macro stands in its
/// body, unless the call does too: then the macro is code, and its use is told.
void placeInText(Finding &, const link::Where &text, const link::Statement &);

/// A note that shows a statement's text with some of its holes (indices among the variant's holes)
/// marked.
Note sqlNote(const link::Where &, std::string message, const link::Variant &,
             std::span<const size_t> holes = {});
/// The same with bytes [offset, offset + length) of the text marked.
Note sqlNoteAt(const link::Where &, std::string message, const link::Variant &, uint32_t offset,
               uint32_t length);

} // namespace clangsql::lint
