// How the textual form spells bytes in quotes, and where a literal so spelled would have its
// characters.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace clangsql::summary::text {

/// UTF-16 code units of UTF-8 text; a byte that is not UTF-8 counts as one.
uint32_t utf16Length(llvm::StringRef text);

/// In double quotes, with escapes; valid UTF-8 stands for itself.
std::string quoted(llvm::StringRef bytes);

/// Bytes and source characters in step, or one escape sequence.
struct Stretch {
  uint32_t first = 0;                          // byte of the literal
  uint32_t start = 0, start16 = 0, length = 0; // in the source, from the opening quote on
};

/// The stretches of a literal that the source spells like quoted().
std::vector<Stretch> stretches(llvm::StringRef bytes);

} // namespace clangsql::summary::text
