// One forked process that works on one item and sends the result through a pipe.
#pragma once

#include <llvm/Support/Error.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <sys/types.h>

namespace clangsql::batch {

/// What one item may use; 0: no limit. Exceeding the seconds of processor time ends the worker, and
/// so does twice as many seconds of real time (a worker that waits for ever uses no processor).
struct Limits {
  unsigned seconds = 0;
  uint64_t bytes = 0; // of the worker's own, writable memory
};

/// The result, or in a few words why there is none: "crashed: Segmentation fault".
struct Outcome {
  std::string bytes;
  std::string failure; // empty: success
};

/// Runs in the worker's process. An error's text becomes the failure.
using Work = std::function<llvm::Expected<std::string>(size_t item)>;
using Clock = std::chrono::steady_clock;

struct Worker {
  pid_t pid = 0;
  int pipe = -1; // the end to read from
  size_t item = 0;
  Clock::time_point deadline = Clock::time_point::max();
  bool overdue = false; // killed for its deadline
  std::string received;
};

/// Forks. When that fails, the worker has pid 0 and `received` says why.
Worker start(size_t item, const Work &, const Limits &, unsigned realTimeFactor);

/// Reads what is there. False: the worker has closed its end, and `finish` will not wait.
bool receive(Worker &);

/// Waits for the process and judges how it ended.
Outcome finish(Worker &, const Limits &);

/// Ends the process by force and forgets it.
void abandon(Worker &);

} // namespace clangsql::batch
