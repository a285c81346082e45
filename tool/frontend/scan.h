// Scan before parse: which units cannot hold anything that a rule looks at. A scan preprocesses
// only what decides what is included, and lexes each file once for all units.
#pragma once

#include "frontend/frontend.h"
#include "models/model.h"

#include <memory>
#include <optional>

namespace clangsql::frontend {

/// For many units in one thread: what it learns of files serves all of them.
class Scanner {
public:
  Scanner();
  ~Scanner();

  /// The summary of a unit that need not be parsed: it names its main file and holds nothing, not
  /// even inputs. Nothing: the unit has to be parsed, or may have to be.
  std::optional<summary::Unit> scan(const Command &, const Options &, const models::Library &,
                                    const WrapFiles & = {});

private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether a unit is one that a scan made.
bool isSkipped(const summary::Unit &);

} // namespace clangsql::frontend
