#include "sql/mapped_text.h"

namespace clangsql::sql {

void MappedText::copy(std::string_view source, uint32_t begin, uint32_t end) {
  if (begin >= end)
    return;
  pieces.push_back({size(), begin, true});
  out += source.substr(begin, end - begin);
}

void MappedText::insert(std::string_view text, uint32_t source) {
  pieces.push_back({size(), source, false});
  out += text;
}

uint32_t MappedText::toSource(uint32_t offset) const {
  auto after = std::ranges::upper_bound(pieces, offset, {}, &Piece::out);
  if (after == pieces.begin())
    return 0;
  const Piece &piece = *std::prev(after);
  return piece.verbatim ? piece.source + (offset - piece.out) : piece.source;
}

} // namespace clangsql::sql
