// Drops from a lowered body what cannot matter to text, handles, transactions or control flow. Works on
// summaries alone; keeps the order of what stays.
#pragma once

#include "summary/unit.h"

#include <functional>
#include <string_view>

namespace clangsql::frontend {

class Slicer {
public:
  Slicer(const summary::Unit &unit, const std::function<bool(std::string_view)> &modelled)
      : unit(unit), modelled(modelled) {}

  /// Drops unused insts, places and scopes, joins blocks; renumbers the rest.
  void slice(summary::Function &function);

  /// The project's own, or known to a library model: never dropped.
  bool matters(summary::Id entity);

private:
  const summary::Unit &unit;
  const std::function<bool(std::string_view)> &modelled;
  std::vector<int8_t> known; // by entity: 0 not asked yet, 1 matters, -1 does not
};

} // namespace clangsql::frontend
