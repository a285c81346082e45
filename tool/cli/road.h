// The road from a compile command to findings, for every subcommand: what it is set up with, and
// its two halves.
#pragma once

#include "batch/digest.h"
#include "batch/result.h"
#include "frontend/frontend.h"
#include "link/link.h"
#include "lint/config_file.h"
#include "models/model.h"

#include <llvm/Support/Error.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace clangsql::cli {

struct Road {
  std::shared_ptr<const models::Library> library;
  frontend::Options frontend;
  link::Options link;
  lint::Config config;
  std::vector<const lint::Rule *> rules;
};

/// What the frontend is to know of the library and the project.
frontend::Options frontendOptions(std::shared_ptr<const models::Library>,
                                  std::vector<std::string> extraArgs,
                                  std::vector<std::string> extraArgsBefore);

/// Fails only when there is no file to read.
llvm::Expected<summary::Unit> summarize(const Road &, const frontend::Command &,
                                        const frontend::WrapFiles & = {});

batch::Result analyze(const Road &, std::span<const summary::Unit>);

/// Of all that decides what the road makes of given files: into summaries, and of summaries.
batch::Digest frontendDigest(const Road &);
batch::Digest analysisDigest(const Road &);

/// The directory that holds the project: $CLANG_SQL_PROJECT_ROOT, else the nearest one with `.git`,
/// from the working directory upwards, or the working directory. Canonical.
std::string projectRoot();
std::string workingDirectory();

} // namespace clangsql::cli
