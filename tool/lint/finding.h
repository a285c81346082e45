// A finding as every report format shows it: a message at a place, with notes and paths.
#pragma once

#include "link/program.h"

#include <string>
#include <vector>

namespace clangsql::lint {

enum class Severity : uint8_t { Note, Warning, Error };

/// A further message at a place. `snippet`: text of its own (the reconstructed SQL) with marked
/// byte ranges, shown instead of the source line.
struct Note {
  link::Where where;
  std::string message;
  std::string snippet = {};
  std::vector<std::pair<size_t, size_t>> marks = {};
};

/// A path through the code, in order of execution (SARIF's codeFlow).
struct Flow {
  std::string message;
  std::vector<link::Hop> hops;
};

struct Finding {
  std::string rule; // "sql-injection"
  Severity severity = Severity::Warning;
  bool warningAsError = false; // an error only because of --warnings-as-errors
  std::string message;
  link::Where where;
  link::Where use;                 // of text in a macro: where the macro is used; else not known
  std::vector<link::Where> ranges; // underlined beside the caret
  std::vector<Note> notes;
  std::vector<Flow> flows;
};

} // namespace clangsql::lint
