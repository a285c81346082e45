#include "link/walk.h"

#include <algorithm>

namespace clangsql::link {

void Sought::add(const std::string &bytes) {
  if (!bytes.empty() && std::ranges::find(texts, bytes) == texts.end())
    texts.push_back(bytes);
}

void Sought::add(const Sought &other) {
  for (const std::string &text : other.texts)
    add(text);
  sizes.insert(other.sizes.begin(), other.sizes.end());
}

} // namespace clangsql::link
