#include "lint/rule.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include <cassert>

namespace clangsql::lint {

std::string_view Options::get(std::string_view option) const {
  auto declared = llvm::find_if(rule_.options, [&](const Option &o) { return o.name == option; });
  assert(declared != rule_.options.end() && "a rule asks only for options that it declares");
  std::string key = std::string(rule_.name) + "." + std::string(option);
  auto it = set_.find(key);
  return it != set_.end() ? std::string_view(it->second) : declared->defaultValue;
}

bool Options::has(std::string_view option, std::string_view word) const {
  return llvm::is_contained(splitWords(get(option)), word);
}

unsigned Options::number(std::string_view option) const {
  unsigned value = 0;
  llvm::StringRef(get(option)).trim().getAsInteger(10, value);
  return value;
}

bool Options::flag(std::string_view option) const { return get(option) == "true"; }

std::vector<std::string_view> splitWords(std::string_view list) {
  std::vector<std::string_view> words;
  for (llvm::StringRef word : llvm::split(llvm::StringRef(list), ','))
    if (word = word.trim(); !word.empty())
      words.push_back(word);
  return words;
}

} // namespace clangsql::lint
