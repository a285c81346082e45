// Interns strings into a unit's table.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringMap.h>

namespace clangsql::frontend {

class Strings {
public:
  explicit Strings(summary::Unit &unit) : unit(unit) {}

  summary::Id of(llvm::StringRef text) {
    auto [entry, fresh] = ids.try_emplace(text, summary::Id(unit.strings.size()));
    if (fresh)
      unit.strings.push_back(text.str());
    return entry->second;
  }

  /// The table was renumbered.
  void reset() {
    ids.clear();
    for (summary::Id id = 0; id < unit.strings.size(); ++id)
      ids.try_emplace(unit.strings[id], id);
  }

private:
  summary::Unit &unit;
  llvm::StringMap<summary::Id> ids;
};

} // namespace clangsql::frontend
