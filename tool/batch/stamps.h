// What the content of files is, without reading those again that have not changed since.
#pragma once

#include "batch/digest.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clangsql::batch {

/// What the system says of a file without reading it. A file with the same stamp has the same
/// content, if the stamp was not fresh when it was taken (see Stamps).
struct Stamp {
  uint64_t device = 0, inode = 0, size = 0;
  int64_t modified = 0, changed = 0; // nanoseconds since 1970
  auto operator<=>(const Stamp &) const = default;
};

/// Of a regular file; links are followed.
std::optional<Stamp> stampOf(const std::string &path);

/// An index from stamps to digests of content, kept in a file between runs. Two changes within one
/// tick of the clock can leave the same stamp; so a stamp younger than two seconds is not kept.
class Stamps {
public:
  /// What the file holds is taken over; a missing or damaged one is empty.
  void load(const std::string &file);
  /// Through a temporary file. Of several writers the last one wins, which costs the others time
  /// and nothing else.
  void save(const std::string &file);

  std::optional<Digest> find(const Stamp &);
  void learn(const Stamp &, const Digest &);
  /// By the index, else by reading. Nothing: no such file.
  std::optional<Digest> contentOf(const std::string &path);

  /// What was learnt since `load` or `save`, in that order; another process may learn it from here.
  using Learnt = std::vector<std::pair<Stamp, Digest>>;
  const Learnt &learnt() const { return learnt_; }

private:
  struct Entry {
    Stamp stamp;
    Digest content;
    uint32_t used = 0; // in this run
  };
  Entry *lookUp(const Stamp &);

  std::vector<Entry> known_; // by stamp
  Learnt learnt_;
  std::map<Stamp, Digest> recent_; // the same by stamp
};

} // namespace clangsql::batch
