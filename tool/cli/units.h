// The first half of a run: each compile command becomes bytes, in a worker process or from the
// cache.
#pragma once

#include "batch/pool.h"
#include "batch/unit_cache.h"
#include "cli/analysis.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace clangsql::cli {

class Units {
public:
  /// `cache` may be null.
  Units(const Plan &plan, batch::UnitCache *cache);

  /// Gets each unit's saved Result, or of a whole program its saved summary; delivers them in order
  /// of the entries. Returns the signal that interrupted it, or 0.
  int run(std::function<void(size_t item, batch::Outcome)> deliver);

  /// What all units are made of, when nothing of it has changed since each was stored.
  std::optional<batch::Digest> key();

  struct Made;

private:
  /// Across units nearly everything can matter to a text: who stores to a field, who calls.
  bool scans() const { return plan_.scan && !plan_.wholeProgram; }
  /// Finds the units that need no parse, many in one worker.
  int scan();
  std::string scanSome(std::span<const size_t> items);
  llvm::Expected<std::string> work(size_t item);
  llvm::Expected<summary::Unit> summaryOf(size_t item, Made &);
  llvm::Expected<summary::Unit> parse(size_t item, Made &);
  bool lookUp(size_t item);
  std::optional<std::string> find(size_t item);
  void unpack(size_t item, batch::Outcome &);
  void store(size_t item, const Made &);
  std::string kind() const { return plan_.wholeProgram ? "summary" : "result"; }
  batch::Digest keyOf(size_t item, const batch::Digest &unit) const;

  const Plan &plan_;
  batch::UnitCache *cache_;
  size_t known_ = 0;                                // from the cache
  std::vector<batch::Digest> commands_, analyses_;  // keys, by item
  std::vector<std::optional<std::string>> scanned_; // what a unit came to that was not parsed
  std::vector<std::optional<batch::Digest>> found_; // what UnitCache::find said, by item
};

} // namespace clangsql::cli
