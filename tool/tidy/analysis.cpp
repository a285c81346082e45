#include "tidy/analysis.h"

#include "frontend/action.h"
#include "link/link.h"
#include "models/load.h"

#include <llvm/Support/FileSystem.h>

namespace clangsql::tidy {
namespace {

std::string workingDirectory() {
  llvm::SmallString<256> directory;
  llvm::sys::fs::real_path(".", directory);
  return std::string(directory);
}

} // namespace

const models::Library &Analysis::library() {
  if (!library_)
    library_ = llvm::cantFail(models::load(models::embeddedSources()));
  return *library_;
}

const link::Program &Analysis::programOf(clang::ASTContext &ast) {
  if (program_)
    return *program_;
  frontend::Options options;
  options.modelled = [this](std::string_view name) { return library().knows(name); };
  options.modelsDigest = library().digest();
  options.projectRoot = workingDirectory();
  summary::Unit unit = frontend::summarize(ast, options);
  program_ = link::link(std::span(&unit, 1), library());
  program_->suppressions.clear(); // clang-tidy reads NOLINT comments itself
  return *program_;
}

} // namespace clangsql::tidy
