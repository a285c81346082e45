// Paths as reports show them.
#pragma once

#include "report/report.h"

#include <string>

namespace clangsql::report {

/// The path below Report::root, or nullopt if the file is not beneath it.
std::optional<std::string> pathBelowRoot(const Report &, summary::Id file);
/// The path below Report::root, else the canonical path.
std::string shownPath(const Report &, summary::Id file);
/// Text of a line, without its end; empty if the summary did not keep it.
std::string_view lineText(const Report &, const link::Location &);
/// 1-based UTF-16 column behind the location's last character on its first line; nullopt if the
/// line's text is not known.
std::optional<uint32_t> endColumn16(const Report &, const link::Location &);

} // namespace clangsql::report
