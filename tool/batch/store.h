// The cache's directory: one file per entry, named by its key. Several runs may use it at once, on
// several machines; what is damaged in it is as if it were not there.
#pragma once

#include "batch/digest.h"

#include <cstdint>
#include <optional>
#include <string>

namespace clangsql::batch {

class Store {
public:
  /// `limit`: bytes that `trim` leaves at most; 0: any number.
  Store(std::string directory, uint64_t limit) : directory_(std::move(directory)), limit_(limit) {}

  bool has(llvm::StringRef kind, const Digest &key) const;
  std::optional<std::string> get(llvm::StringRef kind, const Digest &key) const;
  /// The first failure is kept for `problem`; the entry is then just not there.
  void put(llvm::StringRef kind, const Digest &key, llvm::StringRef content);
  /// Removes what was not used for longest, until little enough is left; and what ended processes
  /// left half written.
  void trim() const;

  const std::string &directory() const { return directory_; }
  const std::string &problem() const { return problem_; }

private:
  std::string fileOf(llvm::StringRef kind, const Digest &key) const;
  void putTag();

  std::string directory_, problem_;
  uint64_t limit_, written_ = 0;
};

/// $CLANG_SQL_CACHE_DIR, else clang-sql/results in $XDG_CACHE_HOME or ~/.cache. Empty: nowhere; an
/// empty $CLANG_SQL_CACHE_DIR says so.
std::string defaultCacheDirectory();

} // namespace clangsql::batch
