#include "tidy/analysis.h"

#include "frontend/action.h"
#include "link/link.h"
#include "lint/project.h"
#include "lint/registry.h"

#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace clangsql::tidy {
namespace {

std::string canonical(llvm::StringRef path) {
  llvm::SmallString<256> real;
  llvm::sys::fs::real_path(path, real);
  return std::string(real);
}

std::string directoryOf(const clang::ASTContext &ast) {
  const clang::SourceManager &sources = ast.getSourceManager();
  auto file = sources.getFileEntryRefForID(sources.getMainFileID());
  return file ? llvm::sys::path::parent_path(canonical(file->getName())).str() : canonical(".");
}

Project load(const std::string &file) {
  Project project;
  if (!file.empty())
    if (llvm::Error problem = lint::readConfigFile(file, rules::all(), project.settings)) {
      project.problem = toString(std::move(problem));
      return project;
    }
  if (llvm::Expected<models::Library> library = lint::loadModels(project.settings))
    project.library = std::make_shared<models::Library>(std::move(*library));
  else
    project.problem = toString(library.takeError());
  return project;
}

} // namespace

Project &Analysis::projectOf(const clang::ASTContext &ast) {
  std::string file = lint::findConfigFile(directoryOf(ast));
  auto known = projects_.find(file);
  return known != projects_.end() ? known->second
                                  : projects_.emplace(file, load(file)).first->second;
}

const link::Program &Analysis::programOf(clang::ASTContext &ast, const Project &project) {
  if (program_)
    return *program_;
  const models::Library &library = *project.library;
  frontend::Options options;
  options.modelled = [&library](std::string_view name) { return library.knows(name); };
  options.modelsDigest = library.digest();
  options.projectRoot = canonical(".");
  summary::Unit unit = frontend::summarize(ast, options);
  program_ = link::link(std::span(&unit, 1), library, {.dialect = project.settings.config.dialect});
  program_->suppressions.clear(); // clang-tidy reads NOLINT comments itself
  return *program_;
}

} // namespace clangsql::tidy
