#include "tidy/places.h"

#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>

namespace clangsql::tidy {

using clang::SourceLocation;

SourceLocation Places::inFile(const link::Location &at) const {
  if (at.file >= program_.files.size())
    return {};
  clang::OptionalFileEntryRef file =
      sources_.getFileManager().getOptionalFileRef(program_.files[at.file]);
  if (!file)
    return {};
  clang::FileID id = sources_.translateFile(*file);
  return id.isValid() ? sources_.getComposedLoc(id, at.offset) : SourceLocation();
}

SourceLocation Places::inMacro(SourceLocation expansion, SourceLocation spelling) const {
  for (unsigned i = 0; i < sources_.local_sloc_entry_size(); ++i) {
    const clang::SrcMgr::SLocEntry &entry = sources_.getLocalSLocEntry(i);
    if (!entry.isExpansion())
      continue;
    SourceLocation first = entry.getExpansion().getSpellingLoc();
    if (!first.isFileID() || sources_.getFileID(first) != sources_.getFileID(spelling) ||
        spelling < first)
      continue;
    unsigned distance = spelling.getRawEncoding() - first.getRawEncoding();
    SourceLocation begin = SourceLocation::getFromRawEncoding(entry.getOffset() | (1u << 31));
    SourceLocation found = begin.getLocWithOffset(int(distance));
    if (distance < sources_.getFileIDSize(sources_.getFileID(begin)) &&
        sources_.getExpansionLoc(found) == expansion)
      return found;
  }
  return expansion;
}

SourceLocation Places::locate(const link::Where &where) const {
  SourceLocation at = inFile(where.at);
  if (at.isInvalid() || where.at == where.spelling)
    return at;
  SourceLocation spelling = inFile(where.spelling);
  return spelling.isValid() ? inMacro(at, spelling) : at;
}

clang::CharSourceRange Places::rangeOf(const link::Where &where) const {
  SourceLocation begin = inFile(where.at);
  if (begin.isInvalid() || where.at.length == 0)
    return {};
  return clang::CharSourceRange::getCharRange(begin, begin.getLocWithOffset(int(where.at.length)));
}

} // namespace clangsql::tidy
