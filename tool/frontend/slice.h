// Drops from a lowered body what cannot matter to text, handles, transactions or control flow.
// Works on summaries alone; keeps the order of what stays.
#pragma once

#include "summary/unit.h"

#include <functional>
#include <string_view>

namespace clangsql::frontend {

class Slicer {
public:
  /// `arguments`: see Entities::arguments().
  Slicer(const summary::Unit &unit, const std::vector<std::vector<summary::Id>> &arguments,
         const std::function<bool(std::string_view)> &modelled)
      : unit(unit), arguments(arguments), modelled(modelled) {}

  /// Drops unused insts, places and scopes, joins blocks; renumbers the rest.
  void slice(summary::Function &function);

  /// The project's own, known to a library model, or a member of a library's template over such a
  /// class (std::list<Guard>): never dropped.
  bool matters(summary::Id entity);

private:
  bool decide(summary::Id entity);

  const summary::Unit &unit;
  const std::vector<std::vector<summary::Id>> &arguments;
  const std::function<bool(std::string_view)> &modelled;
  std::vector<int8_t> known; // by entity: 0 not asked yet, 1 matters, -1 does not
};

} // namespace clangsql::frontend
