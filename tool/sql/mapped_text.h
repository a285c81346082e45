// A text made from another by edits and insertions that remembers where each of its bytes came
// from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace clangsql::sql {

/// Bytes [begin, end) of the source become `text`.
struct Edit {
  uint32_t begin = 0, end = 0;
  std::string text;
};
using Edits = std::vector<Edit>;

/// By place; what has no width comes first.
template <class T> void sortByPlace(std::vector<T> &edits) {
  std::ranges::sort(edits, [](const T &a, const T &b) {
    return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
  });
}

class MappedText {
public:
  const std::string &bytes() const { return out; }
  uint32_t size() const { return out.size(); }

  /// Appends source bytes [begin, end) as they are.
  void copy(std::string_view source, uint32_t begin, uint32_t end);
  /// Appends bytes that stand for something at byte `source` of the source.
  void insert(std::string_view text, uint32_t source);

  /// The byte of the source that made byte `offset` of this text.
  uint32_t toSource(uint32_t offset) const;

private:
  struct Piece {
    uint32_t out, source;
    bool verbatim;
  };
  std::string out;
  std::vector<Piece> pieces;
};

} // namespace clangsql::sql
