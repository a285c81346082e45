// By name to what is known: what Library looks up in.
#pragma once

#include "models/model.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>

namespace clangsql::models {

struct Library::Index {
  llvm::StringMap<llvm::SmallVector<unsigned, 1>>
      functions;                           // indices into Library::all_, in the order of the files
  llvm::SmallVector<unsigned, 0> patterns; // those of the functions that have a `*` in their name
  llvm::StringMap<unsigned> classes, variables;
};

} // namespace clangsql::models
