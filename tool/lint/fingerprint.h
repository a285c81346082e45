// What tells a finding apart from others when lines above it come and go.
#pragma once

#include "lint/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// GitHub's hash of each line of a text, "1b2c…:1" (github/codeql-action, src/fingerprints.ts): a
/// rolling hash of the first 100 characters from the line's start on that are neither blank nor
/// tab, and how often it has come up so far.
std::vector<std::string> lineHashes(std::string_view text);

/// One per finding: Program::lineHashes of its line; where that is not known, of the line's text
/// alone.
std::vector<std::string> fingerprints(const link::Program &, const std::vector<Finding> &);

} // namespace clangsql::lint
