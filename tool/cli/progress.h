// Tells on standard error how far a run is: one line that renews itself on a terminal, with the
// rate and the time left; a line per tenth elsewhere.
#pragma once

#include "batch/pool.h"

#include <functional>

namespace clangsql::cli {

/// `what` is done to units: "analysed". Nothing is printed for a single item.
std::function<void(const batch::Progress &)> showProgress(std::string what);

} // namespace clangsql::cli
