#include "models/index.h"
#include "models/overload.h"

#include <algorithm>

namespace clangsql::models {

bool Function::changesCharacters() const {
  return text.size() == 1 && text[0].op == TextOp::Transform && text[0].to == Argument{} &&
         text[0].from.list == std::vector{Argument{.index = 0}};
}

const Function *Library::function(std::string_view name, const std::vector<summary::Type> &params,
                                  const summary::Unit *unit) const {
  if (!index_)
    return nullptr;
  auto found = index_->functions.find(name);
  if (found == index_->functions.end())
    return nullptr;
  const Function *best = nullptr;
  unsigned most = 0;
  for (unsigned candidate : found->second) {
    const Function &function = all_[candidate];
    unsigned points = 1; // the general entry
    if (function.params) {
      std::optional<unsigned> fits = fit(*this, *function.params, params, unit);
      if (!fits)
        continue;
      points = *fits + 1;
    }
    if (points > most) {
      most = points;
      best = &function;
    }
  }
  return best;
}

/// Whether a name stands for all that look like it; operators have stars of their own.
static bool isPattern(llvm::StringRef name) {
  return name.contains('*') && !name.contains("operator*") && !name.contains("operator->*");
}

void Library::makeIndex() {
  auto index = std::make_shared<Index>();
  for (unsigned i = 0; i < all_.size(); ++i)
    if (isPattern(all_[i].name))
      index->patterns.push_back(i);
    else
      index->functions[all_[i].name].push_back(i);
  for (unsigned i = 0; i < classes_.size(); ++i)
    index->classes[classes_[i].name] = i;
  for (unsigned i = 0; i < variables_.size(); ++i)
    index->variables[variables_[i].name] = i;
  index_ = std::move(index);
}

/// Whether a name has the pattern's shape; `*` stands for any characters.
static bool isLike(llvm::StringRef name, llvm::StringRef pattern) {
  auto [first, rest] = pattern.split('*');
  if (first.size() == pattern.size())
    return name == pattern;
  if (!name.consume_front(first))
    return false;
  for (size_t skipped = 0; skipped <= name.size(); ++skipped)
    if (isLike(name.drop_front(skipped), rest))
      return true;
  return false;
}

const Function *Library::functionLike(std::string_view name,
                                      const std::vector<summary::Type> &params,
                                      const summary::Unit *unit) const {
  const Function *best = nullptr;
  if (index_)
    for (unsigned candidate : index_->patterns) {
      const Function &function = all_[candidate];
      if ((!best || function.name.size() > best->name.size()) &&
          (!function.params || fit(*this, *function.params, params, unit)) &&
          isLike(name, function.name))
        best = &function;
    }
  return best;
}

bool Library::isInternal(std::string_view name) const {
  return std::ranges::any_of(internals_,
                             [&](const Internals &i) { return name.starts_with(i.prefix); });
}

const Class *Library::classOf(std::string_view name) const {
  if (!index_)
    return nullptr;
  auto found = index_->classes.find(name);
  return found == index_->classes.end() ? nullptr : &classes_[found->second];
}

const Variable *Library::variable(std::string_view name) const {
  if (!index_)
    return nullptr;
  auto found = index_->variables.find(name);
  return found == index_->variables.end() ? nullptr : &variables_[found->second];
}

bool Library::knows(std::string_view name) const {
  if (!index_)
    return false;
  auto like = [&](unsigned candidate) { // those that begin with a star are of the project's own
    const std::string &pattern = all_[candidate].name;
    return !pattern.starts_with('*') && isLike(name, pattern);
  };
  return index_->functions.contains(name) || index_->classes.contains(name) ||
         index_->variables.contains(name) || std::ranges::any_of(index_->patterns, like);
}

std::string Library::digest() const { return index_ ? digest_ : std::string(16, '0'); }

} // namespace clangsql::models
