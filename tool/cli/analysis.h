// Takes compile commands down the road in worker processes: unit by unit, or linked into one
// program.
#pragma once

#include "batch/database.h"
#include "batch/pool.h"
#include "batch/result.h"
#include "batch/unit_cache.h"
#include "cli/profile.h"
#include "cli/road.h"

#include <functional>
#include <span>

namespace clangsql::cli {

struct Plan {
  std::span<const batch::Entry> entries;
  std::span<const Road *const> roads; // of each entry; of a whole program all are the same
  bool wholeProgram = false;
  unsigned workers = 1;
  batch::Limits limits; // of each unit; linking the program has none
  std::function<void(const batch::Progress &)> progress; // may be empty
  bool scan = false;                                     // before parsing
  batch::UnitCache *cache = nullptr;                     // none
  Profile *profile = nullptr;                            // likewise
  std::vector<batch::Outcome> made = {}; // what the entries came to, where that is known (merge)
};

struct Analysis {
  batch::Result result;
  size_t lost = 0;    // units that could not be analysed; Program::notes says which and why
  int signal = 0;     // that interrupted the run; there is no result then
  std::string broken; // why there is no result at all; else empty
};

Analysis analyze(Plan);

/// The first half alone: delivers each unit's saved Result, or of a whole program its saved
/// summary, in order. Returns the signal that interrupted it, or 0.
int makeUnits(const Plan &, std::function<void(size_t item, batch::Outcome)> deliver);

} // namespace clangsql::cli
