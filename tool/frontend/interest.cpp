#include "frontend/interest.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace clangsql::frontend {
namespace {

bool isWord(llvm::StringRef text) {
  return !text.empty() && llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

bool matters(const models::Function &function) {
  return function.sql || function.prepared || !function.transactions.empty();
}

bool matters(const models::Class &known) {
  return known.transaction == models::Class::Scope || known.transaction == models::Class::Savepoint;
}

} // namespace

Interest::Interest(const models::Library &library) {
  for (const models::Function &function : library.functions())
    if (matters(function))
      add(function.name, false);
  for (const models::Class &known : library.classes())
    if (matters(known))
      add(known.name, true);
  for (const models::Declaration &declared : library.declared())
    add(declared.name, declared.what == "class");
}

void Interest::add(llvm::StringRef qualified, bool isClass) {
  llvm::SmallVector<llvm::StringRef, 4> parts;
  qualified.split(parts, "::");
  Name name;
  bool constructor = parts.size() > 1 && parts.back() == parts[parts.size() - 2];
  name.named =
      !isClass && !constructor && isWord(parts.back()) && !parts.back().starts_with("operator");
  for (llvm::StringRef part : parts)
    if (isWord(part))
      name.words.push_back(ids_.try_emplace(part, unsigned(ids_.size())).first->second);
  names_.push_back(std::move(name));
}

std::optional<unsigned> Interest::idOf(llvm::StringRef word) const {
  auto found = ids_.find(word);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

bool Interest::isReachable(const Words &words) const {
  return llvm::any_of(names_, [&](const Name &name) {
    bool declared = llvm::all_of(name.words, [&](unsigned id) { return words.anywhere[id]; });
    return declared && (!name.named || words.pastes || words.written[name.words.back()]);
  });
}

} // namespace clangsql::frontend
