#include "sql/markers.h"

namespace clangsql::sql {

// U+F0000 … U+FFFFD are F3 B0 80 80 … F3 BF BF BD in UTF-8.
std::string Markers::of(uint32_t hole) {
  return {'\xF3', char(0xB0 + (hole >> 12)), char(0x80 + (hole >> 6 & 0x3F)),
          char(0x80 + (hole & 0x3F))};
}

std::optional<uint32_t> Markers::find(std::string_view name, size_t *from) {
  size_t at = from ? *from : 0;
  while ((at = name.find('\xF3', at)) != std::string_view::npos && at + 4 <= name.size()) {
    auto byte = [&](size_t i) { return static_cast<unsigned char>(name[at + i]); };
    at += 4;
    if (byte(-3) < 0xB0)
      continue;
    if (from)
      *from = at;
    return uint32_t(byte(-3) - 0xB0) << 12 | uint32_t(byte(-2) & 0x3F) << 6 |
           uint32_t(byte(-1) & 0x3F);
  }
  return std::nullopt;
}

std::string Markers::readable(std::string_view name) {
  std::string result;
  size_t done = 0, at = 0;
  while (find(name, &at)) {
    result += name.substr(done, at - 4 - done);
    result += "{}";
    done = at;
  }
  return result += name.substr(done);
}

} // namespace clangsql::sql
