// YAML as a tree of values that know their place, so that every complaint about a model can name
// line and column.
#pragma once

#include "models/problems.h"

#include <string>
#include <string_view>
#include <vector>

namespace clangsql::models {

struct Entry;

struct Node {
  enum Kind { Null, Scalar, Sequence, Mapping } kind = Null;
  Mark at;
  std::string text; // of a Scalar. An unquoted `*this` (YAML: an alias) is the scalar "*this"
  std::vector<Node> items;    // of a Sequence
  std::vector<Entry> entries; // of a Mapping, in the order of the file
};

struct Entry {
  Node key, value;
};

/// The documents of a file. What cannot be read is a problem, and then nothing is returned. `file`
/// is kept by reference.
std::vector<Node> parseYaml(std::string_view file, std::string_view content, Problems &);

bool hasKey(const Node &mapping, std::string_view key);

/// "a list", "the word 'x'", …: for messages.
std::string describe(const Node &);

} // namespace clangsql::models
