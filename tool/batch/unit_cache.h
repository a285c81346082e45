// Summaries of units and what came of them, found again by what they were made of.
#pragma once

#include "batch/lookups.h"
#include "batch/store.h"
#include "frontend/frontend.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <optional>
#include <string>
#include <vector>

namespace clangsql::batch {

/// What a worker learnt of the files that it read, for the process that keeps the cache.
struct Reading {
  std::string asked; // Lookups, saved
  Digest unit{};     // the key under which the unit is found as long as the answers are the same
  std::vector<std::pair<Stamp, Digest>> learnt;
};
template <class V> void fields(V &visit, Stamp &x) {
  visit(x.device, x.inode, x.size, x.modified, x.changed);
}
template <class V> void fields(V &visit, Reading &x) { visit(x.asked, x.unit, x.learnt); }

class UnitCache {
public:
  UnitCache(std::string directory, uint64_t limit);

  /// A command as the frontend runs it; `frontend`: digest of its options.
  static Digest keyOf(const frontend::Command &, const Digest &frontend);

  /// The unit's key, if every question that an earlier parse of this command asked gets its answer
  /// again, and something is `stored` under that key.
  std::optional<Digest> find(const frontend::Command &, const Digest &command,
                             llvm::function_ref<bool(const Digest &unit)> stored);

  /// In a worker: what was looked up there. `known`: how many stamps were learnt before it began.
  Reading read(const Digest &command, const Lookups &, size_t known) const;
  /// From now on `find` knows the reading's unit.
  void learn(const frontend::Command &, const Digest &command, const Reading &);

  /// Keeps what was learnt of files, and the directory within its limit.
  void close();

  Store store;
  Stamps stamps;

private:
  /// What is asked depends on the main file most: for each content of it the last few lists of
  /// questions are kept.
  Digest questionsOf(const frontend::Command &, const Digest &command);
  std::vector<std::string> listsAt(const Digest &questions) const;

  Answers answers_;
  std::string stampsFile_;
  bool changed_ = false;
};

} // namespace clangsql::batch
