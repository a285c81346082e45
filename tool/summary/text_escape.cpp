#include "summary/text_escape.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ConvertUTF.h>

#include <algorithm>

namespace clangsql::summary::text {

/// Length of the UTF-8 sequence that `text` starts with, 0 if it starts with none.
static size_t sequenceLength(llvm::StringRef text) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.begin());
  size_t length = llvm::getNumBytesForUTF8(*begin);
  return length <= text.size() && llvm::isLegalUTF8Sequence(begin, begin + length) ? length : 0;
}

uint32_t utf16Length(llvm::StringRef text) {
  uint32_t units = 0;
  while (!text.empty()) {
    size_t length = sequenceLength(text);
    units += length == 4 ? 2 : 1;
    text = text.drop_front(std::max<size_t>(length, 1));
  }
  return units;
}

/// The escape sequence that `bytes` must start with; empty if its first character stands for
/// itself.
static std::string escapeFor(llvm::StringRef bytes) {
  static constexpr llvm::StringLiteral Letters = "ntr\"\\", Bytes = "\n\t\r\"\\";
  char c = bytes[0];
  if (size_t known = Bytes.find(c); known != llvm::StringRef::npos)
    return {'\\', Letters[known]};
  if (uint8_t(c) >= 0x20 && c != 0x7f && sequenceLength(bytes) > 0)
    return {};
  return "\\x" + llvm::utohexstr(uint8_t(c), /*LowerCase=*/true, /*Width=*/2);
}

std::string quoted(llvm::StringRef bytes) {
  std::string out = "\"";
  while (!bytes.empty()) {
    std::string escape = escapeFor(bytes);
    size_t length = escape.empty() ? sequenceLength(bytes) : 1;
    out += escape.empty() ? bytes.take_front(length).str() : escape;
    bytes = bytes.drop_front(length);
  }
  return out + '"';
}

std::vector<Stretch> stretches(llvm::StringRef bytes) {
  if (bytes.empty())
    return {{.first = 0, .start = 1, .start16 = 1, .length = 0}};
  std::vector<Stretch> found;
  uint32_t start = 1, start16 = 1;
  bool inStep = false;
  for (size_t at = 0; at < bytes.size();) {
    std::string escape = escapeFor(bytes.substr(at));
    if (!escape.empty() || !inStep)
      found.push_back({uint32_t(at), start, start16, 0});
    inStep = escape.empty();
    size_t length = inStep ? sequenceLength(bytes.substr(at)) : 1;
    uint32_t spelled = inStep ? length : escape.size();
    start16 += inStep ? utf16Length(bytes.substr(at, length)) : spelled;
    start += spelled;
    found.back().length += spelled;
    at += length;
  }
  return found;
}

} // namespace clangsql::summary::text
