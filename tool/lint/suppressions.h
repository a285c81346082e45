// NOLINT comments, by clang-tidy 22's rules (clang-tidy/NoLintDirectiveHandler.cpp,
// clang.llvm.org/extra/clang-tidy "Suppressing Undesired Diagnostics"). The frontend found them;
// here they are paired and asked.
#pragma once

#include "lint/finding.h"
#include "lint/globs.h"
#include "lint/rule.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace clangsql::lint {

/// The pseudo-rule under which comments without their counterpart are reported.
inline constexpr std::string_view NoLintRule = "clang-sql-nolint";

class Suppressions {
public:
  explicit Suppressions(const link::Program &);

  /// Whether a comment silences `rule` at `where`: at the place itself, or inside the macro it
  /// comes from.
  bool silences(std::string_view rule, const link::Where &where);

  /// NOLINTBEGIN and NOLINTEND without counterpart that would concern one of `rules`, in the files
  /// where `silences` had to look for blocks (as in clang-tidy: a file without findings is not
  /// judged).
  std::vector<Finding> unmatched(std::span<const Rule *const> rules) const;

private:
  using Position = std::pair<uint32_t, uint32_t>; // line, column
  struct Comment {
    summary::Suppression::Kind kind;
    Position at;
    std::optional<std::string> checks; // without blanks
    Globs globs;
  };
  struct Block {
    Position begin, end;
    Globs globs;
  };
  struct File {
    std::vector<Comment> comments; // in order
    std::vector<Block> blocks;
    std::vector<const Comment *> unmatched;
  };

  static void pair(File &);
  bool silences(std::string_view rule, const link::Location &at);

  std::map<summary::Id, File> files_;
  std::set<summary::Id> searched_;
};

} // namespace clangsql::lint
