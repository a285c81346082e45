#include "models/words.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::models {

std::string anyOf(std::span<const std::string_view> words) {
  std::string result;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i)
      result += i + 1 == words.size() ? " or " : ", ";
    result += fmt::format("'{}'", words[i]);
  }
  return result;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  std::string_view best;
  unsigned distance = unsigned(word.size()) / 3 + 2; // beyond it the two have too little in common
  for (std::string_view candidate : known)
    if (unsigned d = llvm::StringRef(word).edit_distance(candidate, true, distance); d < distance) {
      distance = d;
      best = candidate;
    }
  return best;
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
  if (std::string_view meant = nearest(word, known); !meant.empty())
    return fmt::format("'{}'", meant);
  return known.size() == 1 ? anyOf(known) : "one of " + anyOf(known);
}

} // namespace clangsql::models
