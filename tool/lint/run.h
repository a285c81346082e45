// Runs the rules over a Program and keeps what the user asked to see.
#pragma once

#include "lint/config.h"
#include "lint/finding.h"

#include <span>
#include <vector>

namespace clangsql::lint {

struct Result {
  std::vector<Finding> findings; // by file, line, column, rule; each once
  unsigned suppressed = 0;       // silenced by NOLINT comments
  unsigned filtered = 0;         // outside the header and line filters
};

/// `rules`: enabledRules(). The configuration has no problems (findProblems).
Result run(const link::Program &, std::span<const Rule *const> rules, const Config &);

} // namespace clangsql::lint
