// Helpers for whoever fills a Unit (the frontend, the textual form): equal strings, files,
// locations and places get one Id each.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include <map>
#include <tuple>

namespace clangsql::summary {

/// Grows the tables of a unit. Tables that need no sharing (entities, functions, …) are filled in
/// `unit` directly.
class UnitBuilder {
public:
  Unit unit;

  Id string(llvm::StringRef text);
  /// Equal paths are one file; it is a system file if any caller says so.
  Id file(llvm::StringRef path, bool system = false);
  Id location(const Location &location);

private:
  using LocationKey = std::tuple<Id, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t>;
  llvm::StringMap<Id> strings, files;
  std::map<LocationKey, Id> locations;
};

/// Grows the places of a function.
class PlaceBuilder {
public:
  explicit PlaceBuilder(Function &function) : function(function) {}

  Id place(const Place &place);

private:
  Function &function;
  std::map<std::vector<uint32_t>, Id> places;
};

} // namespace clangsql::summary
