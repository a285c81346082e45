// What reading every part of a model file needs: typed values from YAML nodes, with a problem for
// each that does not fit.
#pragma once

#include "models/model.h"
#include "models/words.h"
#include "models/yaml.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include <algorithm>
#include <optional>

namespace clangsql::models {

class Reader {
public:
  explicit Reader(Problems &problems) : problems_(problems) {}

  // Of the file that is being read.
  sql::Dialect dialect = sql::Dialect::Generic;
  sql::Placeholders placeholders = sql::NoPlaceholder;
  std::optional<int> arity; // of the function that is being read, where its parameters are given

  void problem(const Node &at, std::string_view what, std::string_view expected = {}) {
    problems_.add(at.at, what, expected);
  }

  bool scalar(const Node &, std::string_view expected);
  void text(const Node &, std::string_view expected, std::string &into);
  void integer(const Node &, int64_t &into);
  bool argument(const Node &, Argument &into); // `this`, `return`, `1`, `*1`, `this[]`, `1[key]`
  void argument(const Node &, std::optional<Argument> &into);
  void argument(const Node &, Argument &into, bool &rest); // `3..` too: that one and each after it
  void arguments(const Node &, Arguments &into);           // `1`, `2..`, `[this, 1, 3..]`
  void arguments(const Node &, std::optional<Arguments> &into);

  template <class E, size_t N>
  bool word(const Node &node, const Word<E> (&words)[N], std::string_view what, E &into) {
    std::vector<std::string_view> known = spelled(words);
    if (!scalar(node, "one of " + anyOf(known)))
      return false;
    const E *value = valueOf(words, node.text);
    if (!value)
      problem(node, fmt::format("'{}' is no {}", node.text, what), "one of " + anyOf(known));
    else
      into = *value;
    return value;
  }
  /// One of a list of words that stand for themselves.
  void word(const Node &, std::span<const std::string_view> words, std::string_view what,
            std::string &into);

private:
  bool position(const Node &, llvm::StringRef text, int &index);

  Problems &problems_;
};

/// A key of a mapping and what reads its value into T.
template <class T> struct Field {
  std::string_view key;
  void (*read)(Reader &, const Node &key, const Node &value, T &into);
};

/// Reads a mapping; keys that are not known and keys that come twice are problems. `what`: "a
/// function", for messages.
template <class T, size_t N>
void readFields(Reader &reader, const Node &node, const Field<T> (&fields)[N],
                std::string_view what, T &into) {
  std::vector<std::string_view> known, seen;
  for (const Field<T> &field : fields)
    known.push_back(field.key);
  if (node.kind != Node::Mapping)
    return reader.problem(node, fmt::format("{} cannot be {}", what, describe(node)),
                          "a mapping with " + anyOf(known));
  for (const auto &[key, value] : node.entries) {
    auto field = std::ranges::find(fields, std::string_view(key.text), &Field<T>::key);
    if (field == std::end(fields))
      reader.problem(key, fmt::format("unknown key {} in {}", describe(key), what),
                     suggest(key.text, known));
    else if (llvm::is_contained(seen, field->key))
      reader.problem(key, fmt::format("key '{}' comes twice in {}", key.text, what));
    else
      field->read(reader, key, value, into);
    seen.push_back(key.text);
  }
}

/// A list of values, or one that stands for itself.
template <class Read> void oneOrMany(const Node &node, Read read) {
  if (node.kind != Node::Sequence)
    return read(node);
  for (const Node &item : node.items)
    read(item);
}

} // namespace clangsql::models
