// Clang's source locations as the summary's: canonical files, bytes, lines and columns in two
// encodings.
#pragma once

#include "frontend/strings.h"

#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

namespace clangsql::frontend {

class Locations {
public:
  Locations(const clang::SourceManager &sources, const clang::LangOptions &language,
            Strings &strings, summary::Unit &unit, std::string projectRoot);

  /// Both ends of a range of tokens, where it is spelled and where it is expanded.
  summary::Span span(clang::SourceRange range);
  /// In a file, perhaps as a macro's argument: not in a macro's body.
  bool isArgument(clang::SourceLocation) const;
  /// `length` bytes of one file.
  summary::Id at(clang::FileID file, uint32_t offset, uint32_t length);

  /// Written in one of the project's own files, not in a system header.
  bool isUser(clang::SourceLocation location);
  /// File (relative to the project) and offset: what makes the key of an internal entity unique.
  std::string position(clang::SourceLocation location);

  /// A file's canonical path.
  const std::string &path(clang::FileID id) { return info(id).path; }
  /// Its number in Unit::files, which grows on demand.
  summary::Id file(clang::FileID id);
  /// The text of every line of a user's file on which one of the unit's locations begins.
  /// Unit::lines is sorted by file and number. Call it last.
  void addLines();

  const clang::SourceManager &sources() const { return manager; }
  const clang::LangOptions &language() const { return lang; }

private:
  struct FileInfo {
    std::string path;
    bool system = false, systemDirectory = false;
  };
  const FileInfo &info(clang::FileID id);
  clang::SourceRange asWritten(clang::SourceRange) const;
  summary::Id tokens(clang::SourceLocation begin, clang::SourceLocation end);

  const clang::SourceManager &manager;
  const clang::LangOptions &lang;
  Strings &strings;
  summary::Unit &unit;
  std::string root;
  llvm::DenseMap<clang::FileID, FileInfo> infos;
  llvm::DenseMap<clang::FileID, summary::Id> fileIds;
  llvm::StringMap<summary::Id> filesByPath;
  std::vector<clang::FileID> buffers; // one for each of Unit::files
  llvm::DenseMap<std::pair<uint64_t, uint32_t>, summary::Id> ids;
  struct Position {
    summary::Id file = summary::None;
    uint32_t start = 0, offset = 0, units = 0;
  } last; // how many UTF-16 units lie between the start of a line and `offset`
};

} // namespace clangsql::frontend
