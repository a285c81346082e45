// Which words a unit must hold to be worth a parse. Knows nothing of Clang.
#pragma once

#include "models/model.h"

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>

#include <optional>
#include <vector>

namespace clangsql::frontend {

/// The words of one unit, as far as they are of interest.
struct Words {
  llvm::BitVector anywhere; // in any file that it reads
  llvm::BitVector written;  // in the user's files, or in a macro that these could use
  bool pastes = false;      // a macro of the user's makes words of parts
};

/// Names of library functions and classes that can make a statement or a transaction, by the words
/// that must stand in a unit to reach them; and what the project itself declares.
class Interest {
public:
  explicit Interest(const models::Library &);

  unsigned size() const { return unsigned(ids_.size()); }
  std::optional<unsigned> idOf(llvm::StringRef word) const;

  /// Could the unit reach one of them?
  bool isReachable(const Words &) const;

private:
  /// A class's name must stand somewhere: where the library declares it. A function's must be
  /// written by who calls it, unless it is called without being named.
  struct Name {
    llvm::SmallVector<unsigned, 3> words;
    bool named = true; // not an operator, constructor or destructor, nor a class
  };
  void add(llvm::StringRef qualified, bool isClass);

  llvm::StringMap<unsigned> ids_;
  std::vector<Name> names_;
};

} // namespace clangsql::frontend
