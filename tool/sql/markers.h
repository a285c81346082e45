// The names that stand for holes while a text is parsed: characters of Unicode's private use areas,
// which PostgreSQL takes for letters and which no program's SQL contains. They are short, so that
// long names are not cut at 63 bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clangsql::sql {

class Markers {
public:
  static constexpr uint32_t most = 65533; // of plane 15; a text with more holes is not understood

  /// The name for a hole: one character, four bytes.
  static std::string of(uint32_t hole);
  /// The first hole marked in `name`, and with `from`, the first after that byte, which then moves
  /// behind it.
  static std::optional<uint32_t> find(std::string_view name, size_t *from = nullptr);
  /// `name` with {} for each hole.
  static std::string readable(std::string_view name);
};

} // namespace clangsql::sql
