// How functions and classes are named in a model: several at once by commas and braces, overloads
// by words in parentheses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

/// "a::{b, c}, d" is a::b, a::c and d, as in a shell. Empty and `problem` set if the braces do not
/// match or a name is empty.
std::vector<std::string> expandNames(std::string_view pattern, std::string &problem);

struct Signature {
  std::string name;
  std::optional<std::vector<std::string>> params;
};

/// "std::to_string(integer)" → name and words. `operator()` is a name: its words stand in
/// parentheses after it.
Signature parseSignature(std::string_view written);

/// The opposite of parseSignature.
std::string printSignature(std::string_view name,
                           const std::optional<std::vector<std::string>> &params);

} // namespace clangsql::models
