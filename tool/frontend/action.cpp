#include "frontend/action.h"

#include "frontend/compact.h"
#include "frontend/suppressions.h"
#include "frontend/walk.h"

#include <clang/AST/ASTContext.h>
#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>

#include <set>

namespace clangsql::frontend {

using namespace clang;

namespace {

/// One FileID for each file that was read, in the order of reading.
std::vector<FileID> filesRead(const SourceManager &sources) {
  std::vector<FileID> files;
  std::set<const FileEntry *> seen;
  for (unsigned i = 0; i < sources.local_sloc_entry_size(); ++i) {
    const SrcMgr::SLocEntry &entry = sources.getLocalSLocEntry(i);
    if (!entry.isFile())
      continue;
    FileID id = sources.getFileID(SourceLocation::getFromRawEncoding(entry.getOffset()));
    const FileEntry *file = sources.getFileEntryForID(id);
    if (file && seen.insert(file).second)
      files.push_back(id);
  }
  return files;
}

void addFiles(UnitContext &context) {
  const SourceManager &sources = context.ast.getSourceManager();
  std::set<std::string> inputs;
  for (FileID id : filesRead(sources)) {
    inputs.insert(context.locations.path(id));
    if (!context.locations.isUser(sources.getLocForStartOfFile(id)))
      continue;
    StringRef text = sources.getBufferData(id);
    if (text.contains("NOLINT"))
      findSuppressions(text, context.locations.file(id), context.strings,
                       context.unit.suppressions);
  }
  context.unit.inputs.assign(inputs.begin(), inputs.end());
}

} // namespace

summary::Unit summarize(ASTContext &ast, const Options &options,
                        llvm::function_ref<void(Locations &, summary::Unit &)> addErrors) {
  UnitContext context(ast, options);
  context.unit.modelsDigest = options.modelsDigest;
  context.unit.mainFile = context.locations.path(ast.getSourceManager().getMainFileID());
  lowerBodies(context);
  addFiles(context);
  if (addErrors)
    addErrors(context.locations, context.unit);
  compact(context.unit);
  context.strings.reset();
  context.locations.addLines();
  return std::move(context.unit);
}

} // namespace clangsql::frontend
