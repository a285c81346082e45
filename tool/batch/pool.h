// Runs items in forked worker processes: what crashes, loops or eats memory in one costs that item
// alone.
#pragma once

#include "batch/worker.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace clangsql::batch {

struct Progress {
  size_t done = 0, failed = 0, known = 0, total = 0; // `done` counts the failed and the known too
};

struct Job {
  size_t items = 0;
  unsigned workers = 1; // at most so many at a time
  Limits limits;        // of each item
  Work work;            // runs in a forked process; a change it makes to memory is lost
  std::function<std::optional<std::string>(size_t item)>
      known; // an item's bytes where no worker is needed; may be empty
  std::function<void(size_t item, Outcome &)>
      ended; // as soon as a worker ends, in whatever order; may change what is delivered
  std::function<void(size_t item, Outcome)>
      deliver;                            // in the order of the items, whatever order they end in
  std::function<void(Progress)> progress; // after each item's end; may be empty
};

/// Runs a job in this, single-threaded, process. Returns 0 when every item was delivered. When
/// SIGINT, SIGTERM or SIGHUP arrives, ends the workers at once and returns that signal's number.
int run(const Job &);

/// As many workers as there are processors for this process.
unsigned defaultWorkers();

} // namespace clangsql::batch
