#include "link/program.h"

#include <algorithm>

namespace clangsql::link {

std::optional<Where> whereOf(const Variant &variant, uint32_t offset) {
  uint32_t at = 0;
  for (const Fragment &fragment : variant.fragments) {
    const Literal *literal = std::get_if<Literal>(&fragment);
    if (!literal)
      continue;
    auto size = static_cast<uint32_t>(literal->bytes.size());
    if (offset >= at + size) {
      at += size;
      continue;
    }
    const Segment *segment = nullptr;
    for (const Segment &s : literal->map)
      if (s.first <= offset - at)
        segment = &s;
    if (!segment)
      return literal->where.known() ? std::optional(literal->where) : std::nullopt;
    uint32_t step = offset - at - segment->first;
    Where where = segment->where;
    bool plain = where.at == where.spelling;
    for (Location *l : {&where.spelling, &where.at})
      if (l == &where.spelling || plain)
        l->offset += step, l->column += step, l->column16 += step, l->length = 1;
    return where;
  }
  return std::nullopt;
}

summary::Id Program::fileOf(const std::string &path) const {
  return static_cast<summary::Id>(std::ranges::lower_bound(files, path) - files.begin());
}

std::string display(const Variant &variant, std::vector<std::pair<size_t, size_t>> *holes) {
  std::string shown;
  for (const Fragment &fragment : variant.fragments) {
    if (const Literal *literal = std::get_if<Literal>(&fragment)) {
      shown += literal->bytes;
      continue;
    }
    const Hole &hole = std::get<Hole>(fragment);
    size_t begin = shown.size();
    shown += "{" + (hole.expression.empty() ? std::string("…") : hole.expression) + "}";
    if (holes)
      holes->push_back({begin, shown.size()});
  }
  return shown;
}

} // namespace clangsql::link
