// The stages that `clang-sql dump` prints, one file each, and the input that several of them share.
#pragma once

#include "batch/database.h"
#include "cli/command.h"
#include "cli/road.h"
#include "cli/settings.h"

#include <llvm/Support/MemoryBuffer.h>

#include <span>
#include <string>
#include <vector>

namespace clangsql::cli {

extern const Command dumpSummary, dumpProgram, dumpSql, dumpModels, dumpConfig;

/// What `dump summary` and `dump program` read: C++ and C files, and the textual form of summaries
/// (`.summary`).
struct DumpInput {
  batch::Request request;
  Given given;
  std::vector<std::string> extraArgs, extraArgsBefore;
};

std::vector<Option> inputOptions(DumpInput &);
llvm::Expected<Road> buildRoad(const DumpInput &);
llvm::Expected<std::vector<summary::Unit>> readUnits(const DumpInput &, const Road &);

/// A file's content, or standard input's for `-`. The error names the file.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readFile(const std::string &name);

} // namespace clangsql::cli
