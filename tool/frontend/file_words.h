// One file's words of interest, and whether its literals can be SQL: lexed, not preprocessed.
#pragma once

#include "frontend/interest.h"

#include <clang/Basic/LangOptions.h>

namespace clangsql::frontend {

struct FileWords {
  std::vector<unsigned> words;      // Interest::idOf, each once
  std::vector<unsigned> macroWords; // of these, the ones in macros' bodies
  bool sql = false;                 // a literal that can be SQL or an annotation, or the like
  bool pastes = false;              // ## in a macro, or a word that is written in an odd way
};

/// Whatever is not certain counts as interesting.
FileWords findWords(llvm::StringRef content, const clang::LangOptions &, const Interest &);

} // namespace clangsql::frontend
