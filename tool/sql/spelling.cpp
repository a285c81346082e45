#include "sql/spelling.h"

#include "sql/markers.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

NameReader::NameReader(std::string_view text, int64_t location) {
  if (location >= 0 && size_t(location) < text.size())
    rest = text.substr(location);
}

std::string NameReader::next(std::string_view folded) {
  size_t begin = std::min(rest.find_first_not_of(" \t\r\n."), rest.size());
  rest.remove_prefix(begin);
  if (rest.starts_with('"')) { // quoted: nothing was folded
    size_t close = rest.find('"', 1);
    rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + 1);
    return Markers::readable(folded);
  }
  if (!llvm::StringRef(rest).starts_with_insensitive(folded)) {
    rest = {};
    return Markers::readable(folded);
  }
  std::string_view written = rest.substr(0, folded.size());
  rest.remove_prefix(folded.size());
  return Markers::readable(written);
}

} // namespace clangsql::sql
