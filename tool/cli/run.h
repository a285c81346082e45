// From the units of a run to its report and exit code: the same for all units at once and for those
// of parts.
#pragma once

#include "batch/part.h"
#include "cli/analysis.h"
#include "cli/check_options.h"
#include "cli/roads.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clangsql::cli {

/// The road of each entry. A whole program goes down one: that of the directory that holds all.
llvm::Expected<std::vector<const Road *>> roadsOf(const CheckOptions &, Roads &,
                                                  std::span<const batch::Entry>);

/// What of the roads decides the findings; and what more decides how units are parsed.
batch::Digest settingsDigest(std::span<const Road *const>);
batch::Digest parsingDigest(std::span<const Road *const>);

/// The cache that the options ask for.
void openCache(const CheckOptions &, std::optional<batch::UnitCache> &);

/// Analyses the plan's entries and tells what was found. Returns the exit code.
int analyzeAndTell(const CheckOptions &, const Roads &, Plan);

/// What is said before any work of commands that were inferred.
void tellInferred(const CheckOptions &, std::span<const batch::Entry>);

/// If the cache could not be written.
void tellCache(const CheckOptions &, const batch::UnitCache *);

/// "interrupted", with the line of the progress ended. Returns the exit code.
int tellInterrupted(const CheckOptions &, int signal);

/// Analyses a shard's entries of the plan's and writes them to the part that `-o` names. Returns
/// the exit code.
int writeShard(const CheckOptions &, Plan);

} // namespace clangsql::cli
