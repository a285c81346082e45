// A list of check names with wildcards, as clang-tidy reads it in --checks, --warnings-as-errors
// and NOLINT(…).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// "sql-*,-sql-unnamed-query": items separated by commas or newlines, `*` for any characters, `-`
/// in front takes away. The last item that matches a name decides (clang-tidy's GlobList).
class Globs {
public:
  enum Negatives : bool { Drop, Keep }; // NOLINT drops items with `-`
  explicit Globs(std::string_view list, Negatives = Keep);

  bool contains(std::string_view name) const;
  /// The items without wildcard, to check that they name something.
  std::vector<std::string> plainNames() const;

private:
  struct Item {
    bool positive;
    std::string text;
  };
  std::vector<Item> items_;
};

} // namespace clangsql::lint
