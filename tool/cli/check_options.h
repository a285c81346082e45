// What `clang-sql check` was asked to do.
#pragma once

#include "batch/database.h"
#include "batch/part.h"
#include "batch/pool.h"
#include "batch/store.h"
#include "cli/settings.h"
#include "report/report.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace clangsql::cli {

struct Command;

struct CheckOptions {
  batch::Request request;
  Given given; // of the configuration
  std::vector<std::string> extraArgs, extraArgsBefore;
  report::Format format = report::Format::Text;
  std::string output; // empty: standard output
  unsigned workers = batch::defaultWorkers();
  batch::Limits limits{.seconds = 300, .bytes = uint64_t(4) << 30};
  std::string cacheDirectory = batch::defaultCacheDirectory(); // empty: no cache
  uint64_t cacheLimit = uint64_t(2) << 30;                     // bytes; 0: any
  bool noCache = false;
  std::string scan = "auto"; // always, never
  bool wholeProgram = false, exitZero = false, quiet = false, profile = false;
  std::optional<bool> colour; // absent: if the output is a terminal
  std::string root;           // what paths are shown relative to; empty: depends on the format
  std::optional<batch::Shard> shard;
  std::vector<std::string> substance; // the arguments that decide what is found
  std::vector<std::string> decisive;  // of these, the options
};

/// Those that say how to report what was found; `merge` has them too.
std::vector<Option> reportOptions(CheckOptions &);

/// What is wrong with where the report is to go; else empty.
std::string problemOfOutput(const CheckOptions &);

/// Absent: help or an error was printed, and `exit` says how to end.
std::optional<CheckOptions> readCheckOptions(const Command &,
                                             std::span<const std::string> arguments, int &exit);

} // namespace clangsql::cli
