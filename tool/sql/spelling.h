// Names as the user wrote them: the grammar folds those without quotes to lower case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clangsql::sql {

/// Reads the parts of a possibly qualified name, one after the other, from where it begins in the
/// parsed text.
class NameReader {
public:
  NameReader(std::string_view text, int64_t location);

  /// The part that the grammar read as `folded`, in the user's letters, with {} for holes.
  std::string next(std::string_view folded);

private:
  std::string_view rest;
};

} // namespace clangsql::sql
