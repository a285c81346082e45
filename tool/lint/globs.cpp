#include "lint/globs.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::lint {

/// `*` stands for any number of characters; all others for themselves.
static bool matches(llvm::StringRef glob, llvm::StringRef name) {
  size_t star = glob.find('*');
  if (star == llvm::StringRef::npos)
    return glob == name;
  if (!name.consume_front(glob.take_front(star)))
    return false;
  llvm::StringRef rest = glob.drop_front(star + 1);
  for (size_t skip = 0; skip <= name.size(); ++skip)
    if (matches(rest, name.drop_front(skip)))
      return true;
  return false;
}

Globs::Globs(std::string_view list, Negatives negatives) {
  llvm::StringRef rest = list;
  do {
    size_t end = std::min(rest.find_first_of(",\n"), rest.size());
    llvm::StringRef item = rest.take_front(end).trim();
    rest = rest.drop_front(std::min(end + 1, rest.size()));
    bool positive = !item.consume_front("-");
    if (positive || negatives == Keep)
      items_.push_back({positive, item.trim().str()});
  } while (!rest.empty());
}

bool Globs::contains(std::string_view name) const {
  for (const Item &item : llvm::reverse(items_))
    if (matches(item.text, name))
      return item.positive;
  return false;
}

std::vector<std::string> Globs::plainNames() const {
  std::vector<std::string> names;
  for (const Item &item : items_)
    if (!item.text.empty() && item.text.find('*') == std::string::npos)
      names.push_back(item.text);
  return names;
}

} // namespace clangsql::lint
