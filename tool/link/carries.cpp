#include "link/carries.h"

#include "link/expand.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace clangsql::link {

/// Stand around what is tried, where it can be changed on the way: letters pass most checks.
constexpr std::string_view Front = "zq", Back = "qz";

std::string framed(std::string_view bytes) { return fmt::format("{}{}{}", Front, bytes, Back); }

static bool hasOpenFormat(TextRef text) {
  return anyNode(text, [](TextRef t) {
    bool open = t->kind == Text::Format && t->format != Text::Named;
    return open ? Visit::Found : Visit::Below;
  });
}

/// Whether a quote in the text, as it stands in a literal or name there, ends it.
static bool endsToken(std::string_view body, char quote, bool backslashes) {
  for (size_t i = 0; i < body.size(); ++i) {
    bool pair = body[i] == quote && body.substr(i + 1, 1) == std::string_view(&quote, 1);
    if (body[i] == quote && !pair)
      return true;
    i += pair || (body[i] == '\\' && backslashes);
  }
  return false;
}

/// Whether SQL has these bytes in it as they are; or, of bytes in a frame, whether what became of
/// them ends a literal or name.
static bool carries(const std::string &sql, const std::string &bytes, char quote,
                    bool backslashes) {
  if (!bytes.starts_with(Front))
    return sql.find(bytes) != std::string::npos;
  std::string lower = llvm::StringRef(sql).lower();
  size_t next = std::string::npos;
  for (size_t first = lower.find(Front); first != std::string::npos; first = next) {
    size_t from = first + Front.size();
    next = lower.find(Front, from); // another of the same
    size_t last = lower.rfind(Back, next);
    if (last != std::string::npos && from <= last &&
        endsToken(std::string_view(sql).substr(from, last - from), quote, backslashes))
      return true;
  }
  return false;
}

bool carries(TextRef text, const std::string &bytes, char quote, bool backslashes) {
  Expansion expansion = expand(text, 16);
  if (expansion.truncated || hasOpenFormat(text))
    return true;
  for (const Variant &variant : expansion.variants) {
    std::string all;
    for (const Fragment &fragment : variant.fragments)
      if (const Literal *literal = std::get_if<Literal>(&fragment))
        all += literal->bytes;
      else if (const Hole &hole = std::get<Hole>(fragment);
               hole.escape == sql::Escape::Checked && !hole.reason.empty())
        return true; // a constant that got lost
      else
        all += '\1';
    if (carries(all, bytes, quote, backslashes))
      return true;
  }
  return false;
}

bool hasByte(TextRef text, char byte) {
  return anyNode(text, [&](TextRef t) {
    bool has = t->kind == Text::Literal && t->literal.bytes.find(byte) != std::string::npos;
    return has ? Visit::Found : Visit::Below;
  });
}

} // namespace clangsql::link
