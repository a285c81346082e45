// What a worker hands back of a unit.
#pragma once

#include "cli/units.h"

namespace clangsql::cli {

struct Units::Made {
  batch::Reading reading;      // its `asked` is empty where nothing was parsed
  std::string summary, result; // of a whole program there is no result yet
  Costs costs;
};

template <class V> void fields(V &visit, Units::Made &x) {
  visit(x.reading, x.summary, x.result, x.costs);
}

} // namespace clangsql::cli
