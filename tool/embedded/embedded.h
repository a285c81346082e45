// The texts that travel inside the binary: the rules' manual pages and the library models, as they
// stood in rules/ at build time.

#pragma once

#include <span>
#include <string_view>

namespace clangsql::embedded {

struct File {
  std::string_view
      name; // the rule (its folder's name), or the library (its file's name without .yaml)
  std::string_view content;
};

std::span<const File> manuals();   // rules/<rule>/README.md, by name
std::span<const File> libraries(); // rules/libraries/*.yaml, by name
std::string_view compiledModels(); // what models::compile made of these

} // namespace clangsql::embedded
