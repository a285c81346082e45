// Format strings: printf's, fmt's and %1's, once the format is known.
#pragma once

#include "link/text.h"

namespace clangsql::link {

/// The text that parts[0], a constant, makes of the other parts. nullptr while the format or the
/// variable arguments that it consumes are not known.
TextRef expandFormat(Texts &, Text::FormatKind, const std::vector<TextRef> &parts);

/// Bytes [from, from + count) of a literal, with their places in the source.
Literal slice(const Literal &, size_t from, size_t count);

/// The same for Percent and Feed, where a call fills the lowest markers and leaves the others.
TextRef fillMarkers(Texts &, Text::FormatKind, const std::vector<TextRef> &formatAndArguments);

} // namespace clangsql::link
