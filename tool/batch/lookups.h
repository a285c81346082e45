// What a parse asked of the file system, and what a later one would be answered: same answers, same
// unit. Files that were looked for in vain count too: a header that appears earlier in the include
// path is another header.
#pragma once

#include "batch/stamps.h"

#include <llvm/ADT/IntrusiveRefCntPtr.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace clangsql::batch {

enum class Asked : uint8_t {
  Status,  // is there a file or a directory?
  Content, // what does it hold?
  Real,    // what is it called without links?
  Listing  // what is in the directory?
};

using Lookup = std::pair<std::string, Asked>; // an absolute path, and what of it

/// In order, each once, and how each was answered.
using Lookups = std::map<Lookup, Digest>;

/// The questions as bytes, without the answers.
std::string save(const Lookups &);
/// Empty: the bytes are not a list of questions.
std::vector<Lookup> loadLookups(std::string_view bytes);

/// A file system that is the given one and remembers in `lookups`, which must live as long.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
remember(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>, Lookups &lookups, Stamps &);

/// The same in front of a file system that keeps what it read: `digests` of what lies where in
/// memory.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
rememberKept(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>, Lookups &lookups,
             std::map<const char *, Digest> &digests);

/// Answers from the file system as it is now; what was answered once in a run is not asked again.
class Answers {
public:
  explicit Answers(Stamps &stamps) : stamps_(stamps) {}
  const Digest &to(const Lookup &);

private:
  Digest ask(const Lookup &);

  Stamps &stamps_;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files_ = llvm::vfs::getRealFileSystem();
  llvm::StringMap<Digest> known_[4]; // by Asked
};

} // namespace clangsql::batch
