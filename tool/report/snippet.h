// Source lines and SQL with marks beneath, as Clang prints them: tabs expanded, wide characters
// counted by their width on a terminal, bytes that are no text shown as <U+202E> or <FF>.
#pragma once

#include <llvm/Support/raw_ostream.h>

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace clangsql::report {

/// Byte ranges of a line.
using Marks = std::span<const std::pair<size_t, size_t>>;

/// One line with its number and, if any, the caret and `~` under the ranges. `caret`: 0-based byte.
void printSourceLine(llvm::raw_ostream &, unsigned number, std::string_view line,
                     std::optional<size_t> caret, Marks ranges, bool colour);

/// SQL in the same gutter without numbers, `^~~~` under each marked range. Long lines are cut to
/// the parts around the marks; of many lines those without marks are left out; indentation that all
/// lines share goes.
void printSql(llvm::raw_ostream &, std::string_view sql, Marks marks, bool colour);

} // namespace clangsql::report
