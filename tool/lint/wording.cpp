#include "lint/wording.h"

#include <fmt/format.h>

namespace clangsql::lint {

std::string quoted(std::string_view name) { return fmt::format("'{}'", name); }

std::string_view unqualified(std::string_view name) {
  size_t colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

std::string placeholder(sql::Placeholders known, unsigned used) {
  if (known & sql::Dollar)
    return fmt::format("${}", used + 1);
  if (known & sql::Question)
    return "?";
  if (known & sql::Colon)
    return ":name";
  return known & sql::At ? "@name" : "";
}

void placeInText(Finding &finding, const link::Where &text, const link::Statement &statement) {
  finding.where = text;
  if (text.at == text.spelling || text.at.offset == statement.call.at.offset)
    return;
  finding.where = {text.spelling, text.spelling};
  finding.use = text;
}

Note sqlNote(const link::Where &where, std::string message, const link::Variant &variant,
             std::span<const size_t> holes) {
  Note note{.where = where, .message = std::move(message)};
  std::vector<std::pair<size_t, size_t>> all;
  note.snippet = link::display(variant, &all);
  for (size_t hole : holes)
    if (hole < all.size())
      note.marks.push_back(all[hole]);
  return note;
}

Note sqlNoteAt(const link::Where &where, std::string message, const link::Variant &variant,
               uint32_t offset, uint32_t length) {
  Note note{.where = where, .message = std::move(message)};
  std::vector<std::pair<size_t, size_t>> shown; // holes have no width in the text
  note.snippet = link::display(variant, &shown);
  size_t begin = offset;
  for (size_t i = 0; i < shown.size() && i < variant.text.holes.size(); ++i)
    if (variant.text.holes[i].offset <= offset)
      begin += shown[i].second - shown[i].first;
  note.marks.emplace_back(begin, begin + length);
  return note;
}

} // namespace clangsql::lint
