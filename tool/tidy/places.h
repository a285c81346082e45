// From places in a summary back to Clang's source locations.
#pragma once

#include "link/program.h"

#include <clang/Basic/SourceLocation.h>

#include <vector>

namespace clang {
class SourceManager;
}

namespace clangsql::tidy {

class Places {
public:
  Places(const link::Program &program, const clang::SourceManager &sources)
      : program_(program), sources_(sources) {}

  /// Invalid when the file is not part of the unit. A place inside a macro becomes a location in
  /// its expansion, so that clang-tidy tells of the macro and finds the NOLINT comments there.
  clang::SourceLocation locate(const link::Where &) const;

  /// Its characters in the file; invalid when it has none there.
  clang::CharSourceRange rangeOf(const link::Where &) const;

private:
  clang::SourceLocation inFile(const link::Location &) const;
  clang::SourceLocation inMacro(clang::SourceLocation expansion,
                                clang::SourceLocation spelling) const;

  const link::Program &program_;
  const clang::SourceManager &sources_;
};

} // namespace clangsql::tidy
