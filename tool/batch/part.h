// What one of several machines made of its share of the units, as a file; and how the parts of all
// become one run again.
#pragma once

#include "batch/database.h"
#include "batch/digest.h"
#include "batch/worker.h"

#include <llvm/Support/Error.h>

#include <string>
#include <vector>

namespace clangsql::batch {

/// The `index`th (from 1) of `count` shares: every `count`th unit.
struct Shard {
  unsigned index = 1, count = 1;
  bool has(size_t item) const { return item % count == index - 1; }
};

/// What one unit came to: Outcome's bytes are a saved Result, or of a whole program a saved
/// summary.
struct PartUnit {
  std::string file, inferred; // as in Entry
  Outcome outcome;
};

struct Part {
  Shard shard;
  std::vector<std::string> arguments; // of `check`, without those that do not decide what is found
  std::vector<std::string> options;   // of these, the options
  std::string directory;              // the project's root
  Digest units{};                     // of all units' commands, in order
  size_t unitCount = 0;
  Digest settings{};         // of the models and options of all units
  Digest parsing{};          // of all else that decides how they are parsed
  std::vector<PartUnit> own; // in order

  std::string name; // the file it was read from
};

llvm::Error writePart(const std::string &file, const Part &);

/// The error's text has a line for each file that is no part of this build's.
llvm::Expected<std::vector<Part>> readParts(const std::vector<std::string> &files);

/// Parts that each are all of a run of its own: of a build system's targets, say.
bool areTargets(const std::vector<Part> &);

/// Takes the units out of all parts, in their order. The error says which parts do not belong
/// together, which are there twice, and which are missing.
llvm::Expected<std::vector<PartUnit>> join(std::vector<Part> &);

} // namespace clangsql::batch
