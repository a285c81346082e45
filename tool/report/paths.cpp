#include "report/paths.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::report {

std::optional<std::string> pathBelowRoot(const Report &report, summary::Id file) {
  llvm::StringRef path;
  if (file < report.program.files.size())
    path = report.program.files[file];
  llvm::StringRef root = llvm::StringRef(report.root).rtrim('/');
  if (root.empty() || !path.consume_front(root) || !path.consume_front("/"))
    return std::nullopt;
  return path.str();
}

std::string shownPath(const Report &report, summary::Id file) {
  if (file >= report.program.files.size())
    return "<unknown>";
  return pathBelowRoot(report, file).value_or(report.program.files[file]);
}

std::string_view lineText(const Report &report, const link::Location &at) {
  auto it = report.program.lines.find({at.file, at.line});
  return it == report.program.lines.end() ? std::string_view() : it->second;
}

std::optional<uint32_t> endColumn16(const Report &report, const link::Location &at) {
  llvm::StringRef line = lineText(report, at);
  if (at.column == 0 || at.column > line.size() + 1)
    return std::nullopt;
  uint32_t units = 0;
  for (unsigned char byte : line.substr(at.column - 1, at.length))
    if ((byte & 0xC0) != 0x80)       // the first byte of a character
      units += byte >= 0xF0 ? 2 : 1; // beyond U+FFFF: a surrogate pair
  return at.column16 + units;
}

} // namespace clangsql::report
