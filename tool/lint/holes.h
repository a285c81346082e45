// What rules about holes share: the holes of all texts that a call can send, each once, and a
// finding at the call that shows the SQL, how each hole got there, and what to write instead.
#pragma once

#include "lint/finding.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// A hole in one of a statement's variants.
struct HoleUse {
  const link::Variant *variant = nullptr;
  size_t index = 0; // among the variant's holes
  const link::Hole *hole = nullptr;
  sql::Position position = sql::Position::Unknown;
};

/// Whether a hole can carry SQL: a number or boolean cannot.
bool carriesText(const link::Hole &);

/// Calls `each` for every call that sends text, with its statements.
void forCalls(const link::Program &,
              llvm::function_ref<void(std::span<const link::Statement>)> each);

/// The holes of a call's texts that are `wanted`, each expression once: tainted ones first, then by
/// place.
std::vector<HoleUse> holesOf(std::span<const link::Statement>,
                             llvm::function_ref<bool(const HoleUse &)> wanted);

/// A finding of `rule` at the call, about its holes (at least one). `advice`: the last notes.
Finding holeFinding(std::string_view rule, std::string message, const link::Statement &,
                    std::span<const HoleUse>, std::span<const std::string> advice);

/// " (2 more like it)" behind a message about the first of several.
std::string moreLikeIt(size_t all);

} // namespace clangsql::lint
