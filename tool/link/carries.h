// Whether bytes that were put into a text on its way still stand in it in the end.
#pragma once

#include "link/text.h"

#include <string>
#include <string_view>

namespace clangsql::link {

/// The bytes between letters, by which they are found again where they are changed on the way.
std::string framed(std::string_view bytes);

/// Whether a text has these bytes in it as they are, or could have; or, of framed ones, whether
/// what became of them ends a literal or name that is written between such quotes.
/// `backslashes`: they escape.
bool carries(TextRef text, const std::string &bytes, char quote, bool backslashes);

/// Whether a text's constant parts have this character.
bool hasByte(TextRef text, char byte);

} // namespace clangsql::link
