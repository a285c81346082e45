#include "frontend/locations.h"

#include <clang/Basic/FileManager.h>
#include <clang/Lex/Lexer.h>
#include <llvm/Support/Path.h>

#include <map>

namespace clangsql::frontend {

using namespace clang;
using summary::Id, summary::None, summary::Span;

/// UTF-16 code units of UTF-8 text. Bytes that continue a character count nothing, four-byte
/// characters two.
static uint32_t utf16Length(StringRef text) {
  uint32_t units = 0;
  for (unsigned char byte : text)
    units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  return units;
}

/// Headers there are no part of a project, even if found through -I.
static bool inSystemDirectory(StringRef path, StringRef root) {
  if (!root.empty() && path.starts_with(root))
    return false;
  return path.starts_with("/usr/include/") || path.starts_with("/usr/local/include/") ||
         path.starts_with("/usr/lib/");
}

Locations::Locations(const SourceManager &sources, const LangOptions &language, Strings &strings,
                     summary::Unit &unit, std::string projectRoot)
    : manager(sources), lang(language), strings(strings), unit(unit), root(std::move(projectRoot)) {
  if (!root.empty() && root.back() != '/')
    root += '/';
}

const Locations::FileInfo &Locations::info(FileID id) {
  auto [entry, fresh] = infos.try_emplace(id);
  if (!fresh)
    return entry->second;
  FileInfo &info = entry->second;
  info.path = manager.getBufferOrFake(id).getBufferIdentifier().str();
  if (OptionalFileEntryRef file = manager.getFileEntryRefForID(id))
    info.path = manager.getFileManager().getCanonicalName(*file).str();
  info.systemDirectory = inSystemDirectory(info.path, root);
  info.system = info.systemDirectory || manager.isInSystemHeader(manager.getLocForStartOfFile(id));
  return info;
}

Id Locations::file(FileID id) {
  auto [entry, fresh] = fileIds.try_emplace(id);
  if (!fresh)
    return entry->second;
  const FileInfo &seen = info(id);
  auto [known, freshPath] = filesByPath.try_emplace(seen.path, Id(unit.files.size()));
  if (freshPath) {
    unit.files.push_back({strings.of(seen.path), seen.system});
    buffers.push_back(id);
  }
  return fileIds[id] = known->second;
}

bool Locations::isUser(SourceLocation location) {
  if (location.isInvalid())
    return false;
  location = manager.getExpansionLoc(location);
  FileID id = manager.getFileID(location);
  return manager.getFileEntryForID(id) && !manager.isInSystemHeader(location) &&
         !info(id).systemDirectory;
}

std::string Locations::position(SourceLocation location) {
  auto [id, offset] = manager.getDecomposedExpansionLoc(location);
  StringRef path = info(id).path;
  if (!root.empty())
    path.consume_front(root);
  return (path + ":" + llvm::Twine(offset)).str();
}

Id Locations::at(FileID id, uint32_t offset, uint32_t length) {
  Id file = this->file(id);
  auto [entry, fresh] =
      ids.try_emplace({uint64_t(file) << 32 | offset, length}, Id(unit.locations.size()));
  if (!fresh)
    return entry->second;
  summary::Location location{file, offset, length};
  StringRef text = manager.getBufferData(id);
  location.line = manager.getLineNumber(id, offset);
  uint32_t start = offset - (manager.getColumnNumber(id, offset) - 1);
  location.column = offset - start + 1;
  // Long lines are walked once, as most locations come in their order.
  bool onward = last.file == file && last.start == start && last.offset <= offset;
  uint32_t from = onward ? last.offset : start;
  uint32_t units = (onward ? last.units : 0) + utf16Length(text.slice(from, offset));
  last = {file, start, offset, units};
  location.column16 = units + 1;
  unit.locations.push_back(location);
  return entry->second;
}

/// From a token to the end of another of the same file; to the end of the first if they are in two.
Id Locations::tokens(SourceLocation begin, SourceLocation end) {
  auto [id, offset] = manager.getDecomposedLoc(begin);
  auto [endId, endOffset] = manager.getDecomposedLoc(end);
  if (id != endId || endOffset < offset) {
    end = begin;
    endOffset = offset;
  }
  return at(id, offset, endOffset - offset + Lexer::MeasureTokenLength(end, manager, lang));
}

bool Locations::isArgument(SourceLocation at) const {
  SourceRange written = asWritten(at);
  return written.getBegin().isFileID() && !manager.isWrittenInScratchSpace(written.getBegin());
}

/// A range inside of one macro's argument, as it stands where the macro is used.
SourceRange Locations::asWritten(SourceRange range) const {
  SourceLocation begin = range.getBegin(), end = range.getEnd();
  auto inArgument = [&](SourceLocation at) {
    return at.isMacroID() && manager.isMacroArgExpansion(at);
  };
  auto parameter = [&](SourceLocation at) {
    return manager.getImmediateExpansionRange(at).getBegin();
  };
  while (inArgument(begin) && inArgument(end) && parameter(begin) == parameter(end)) {
    begin = manager.getImmediateSpellingLoc(begin);
    end = manager.getImmediateSpellingLoc(end);
  }
  return {begin, end};
}

Span Locations::span(SourceRange range) {
  if (range.getBegin().isInvalid())
    return {};
  if (range.getEnd().isInvalid())
    range.setEnd(range.getBegin());
  SourceRange written = asWritten(range);
  bool made = manager.isWrittenInScratchSpace(manager.getSpellingLoc(range.getBegin()));
  if (written.getBegin().isFileID() && written.getEnd().isFileID() && !made) {
    Id id = tokens(written.getBegin(), written.getEnd());
    return {id, id};
  }
  CharSourceRange expanded = manager.getExpansionRange(made ? range : written);
  Id expansion = tokens(expanded.getBegin(), expanded.getEnd());
  if (made)
    return {expansion, expansion};
  // A range whose ends come from different macros, or arguments, is not spelled in one piece.
  bool whole = manager.getFileID(range.getBegin()) == manager.getFileID(range.getEnd());
  SourceLocation end = whole ? range.getEnd() : range.getBegin();
  return {tokens(manager.getSpellingLoc(range.getBegin()), manager.getSpellingLoc(end)), expansion};
}

void Locations::addLines() {
  std::map<std::pair<Id, uint32_t>, StringRef> lines;
  for (const summary::Location &location : unit.locations) {
    if (unit.files[location.file].system)
      continue;
    auto [line, fresh] = lines.try_emplace({location.file, location.line});
    if (!fresh)
      continue;
    uint32_t start = location.offset - (location.column - 1);
    StringRef text = manager.getBufferData(buffers[location.file]).drop_front(start);
    line->second = text.substr(0, text.find_first_of("\r\n"));
  }
  for (auto &[at, text] : lines)
    unit.lines.push_back({at.first, at.second, strings.of(text)});
}

} // namespace clangsql::frontend
