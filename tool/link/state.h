// The abstract state of the flow analysis: what each path holds, and which transactions are open.
#pragma once

#include "link/text.h"
#include "link/world.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace clangsql::link {

/// Something that is so or not, and stays it until it is made anew: the truth of the scalar that a
/// path held on entry or that an event made, whether it compares with a number so (Path::Compared),
/// whether an object is there (Path::Exists).
using Fact = std::pair<PathId, bool>;
using Facts = std::vector<Fact>; // sorted

/// What is known when a condition turns out true or false: paths whose text is then a certain one.
struct Condition {
  using Refinement = std::pair<PathId, TextRef>;
  using Refinements = std::vector<Refinement>;
  Refinements ifTrue, ifFalse;
  Facts whenTrue, whenFalse;  // what holds where it is, or is not: see Fact
  TextRef compared = nullptr; // compare-style result (0: equal) of a text that is refined on ifTrue
  bool found = false;         // a place in something; it holds if the place is not the end …
  std::optional<bool> certain; // … which is known, where a check is tried
  bool saysNothing() const {
    return ifTrue.empty() && ifFalse.empty() && whenTrue.empty() && whenFalse.empty();
  }
  bool operator==(const Condition &) const = default;
};

/// The value of an expression or the content of a path.
struct Value {
  enum Kind : uint8_t {
    Unknown,
    Text,    // characters, or a pointer to characters that do not change
    Address, // of `path`
    Number,
    Symbol,   // the scalar that `path` held on entry
    Function, // a function, or the body of the closure at `path`; `number`: see Context::kept
    Truth,    // `condition`; as a number 0 or 1, or `number` instead of 1 (SomeNumber: not 0)
    Length,   // how many characters `text`, held at `path`, has, and `number` more
    Zero      // an object all of whose parts are empty
  };
  Kind kind = Unknown;
  TextRef text = nullptr;
  PathId path = NoPath;
  int64_t number = 0;
  EntityId function = NoEntity;
  std::shared_ptr<const Condition> condition; // of Truth; of an Address: whether it is the end

  static constexpr int64_t SomeNumber = INT64_MIN;
  /// What a truth is as a number where it holds; nullopt: not 0.
  std::optional<int64_t> whenTrue() const {
    return number == SomeNumber ? std::nullopt : std::optional(number == 0 ? 1 : number);
  }

  static Value ofText(TextRef t) { return {Text, t, NoPath, 0, NoEntity, nullptr}; }
  static Value ofAddress(PathId p) {
    return p == NoPath ? Value{} : Value{Address, nullptr, p, 0, NoEntity, nullptr};
  }
  static Value ofNumber(int64_t n) { return {Number, nullptr, NoPath, n, NoEntity, nullptr}; }
  static Value ofSymbol(PathId p) { return {Symbol, nullptr, p, 0, NoEntity, nullptr}; }
  static Value ofFunction(EntityId f, PathId p = NoPath, int64_t kept = 0) {
    return {Function, nullptr, p, kept, f, nullptr};
  }
  static Value ofTruth(Condition c, int64_t number = 0) {
    return {Truth, nullptr, NoPath, number, NoEntity, std::make_shared<Condition>(std::move(c))};
  }
  static Value ofLength(PathId p, TextRef t, int64_t more = 0) {
    return {Length, t, p, more, NoEntity, nullptr};
  }
  static Value ofFact(Fact);
  static Value zero() { return {Zero, nullptr, NoPath, 0, NoEntity, nullptr}; }
  bool operator==(const Value &) const;
  /// A text that is made of its inputs' characters in a way that is not said.
  bool lossy() const { return kind == Text && text->lossy; }
};

/// The state of one transaction key (the path of a scope object or connection): a set of these.
enum TxState : int {
  Entry = -1, // as the caller left it
  Closed = -2 // none open. States ≥ 0: open, begun at that site of the function
};
using TxStates = std::vector<int>; // sorted, unique

/// Transactions under a set of tested conditions that cannot change any more.
struct Disjunct {
  Facts conditions;
  std::map<PathId, TxStates> keys; // absent: {Entry} if a caller can name the key, else {Closed}
  bool operator==(const Disjunct &) const = default;
};

inline constexpr size_t MaxDisjuncts = 8;

/// A text that a condition says more of than was known: `to` holds as long as it is what is stored.
struct Refined {
  TextRef from, to;
  bool operator==(const Refined &) const = default;
};

/// A statement that was prepared, for what runs it.
struct Prepared {
  TextRef text = nullptr;
  PathId connection = NoPath;
  sql::Dialect dialect = sql::Dialect::Generic;
  sql::Placeholders placeholders = sql::NoPlaceholder;
  bool operator==(const Prepared &) const = default;
};

struct State {
  bool reachable = false;
  std::map<PathId, Value> store;
  std::map<PathId, Refined> refined;
  std::vector<Disjunct> transactions;
  std::map<std::pair<PathId, std::string>, Prepared>
      prepared; // by its handle; or by its connection and name
  bool operator==(const State &) const = default;
};

/// Unites sorted sets.
TxStates unite(const TxStates &, const TxStates &);

/// Merges disjuncts of equal transactions, and all of them beyond MaxDisjuncts.
void normalize(std::vector<Disjunct> &, const Paths &);

/// The default of a key that a disjunct does not list.
TxStates defaultStates(PathId key, const Paths &);

} // namespace clangsql::link
