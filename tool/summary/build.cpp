#include "summary/build.h"

namespace clangsql::summary {

Id UnitBuilder::string(llvm::StringRef text) {
  auto [at, isNew] = strings.try_emplace(text, unit.strings.size());
  if (isNew)
    unit.strings.push_back(text.str());
  return at->second;
}

Id UnitBuilder::file(llvm::StringRef path, bool system) {
  auto [at, isNew] = files.try_emplace(path, unit.files.size());
  if (isNew)
    unit.files.push_back({string(path), system});
  unit.files[at->second].system |= system;
  return at->second;
}

Id UnitBuilder::location(const Location &l) {
  LocationKey key{l.file, l.offset, l.length, l.line, l.column, l.column16};
  auto [at, isNew] = locations.try_emplace(key, unit.locations.size());
  if (isNew)
    unit.locations.push_back(l);
  return at->second;
}

Id PlaceBuilder::place(const Place &p) {
  uint32_t typeFlags = p.type.reference | p.type.pointer << 1 | p.type.constant << 2;
  auto [at, isNew] =
      places.try_emplace({p.kind, p.base, p.index, uint32_t(p.type.cls), typeFlags, p.type.record,
                          p.name, p.where.spelling, p.where.expansion},
                         function.places.size());
  if (isNew)
    function.places.push_back(p);
  return at->second;
}

} // namespace clangsql::summary
