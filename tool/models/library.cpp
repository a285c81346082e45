#include "models/index.h"
#include "models/overload.h"

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
  return index_ && (index_->functions.contains(name) || index_->classes.contains(name) ||
                    index_->variables.contains(name));
}

std::string Library::digest() const { return index_ ? index_->digest : std::string(16, '0'); }

} // namespace clangsql::models
