// Text: what link knows of a string, as a hash-consed graph. Equal texts are one node, so comparing
// is comparing pointers. Nodes live as long as their Texts.
#pragma once

#include "link/path.h"
#include "link/program.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace clangsql::link {

struct Text;
using TextRef = const Text *;

/// A step by which a text got on: shown as a hop of a hole's path.
struct StepInfo {
  enum Kind : uint8_t {
    Spliced,
    Passed,
    Stored,
    Returned,
    Copied,  // an escaped copy of it, `expression`, is not used
    Read,    // no hop: the piece of a stream that is read here
    Part,    // no hop: from here on it is a part of the text, or made of its characters
    NonEmpty // no hop: here the text is known not to be empty
  } kind = Spliced;
  Where where;
  std::string what;           // the hop's message
  std::string expression;     // of Spliced and Passed: the source text of what is put in or passed
  uint32_t function = NoPath; // entity of the function in which it happens
  bool isHop() const { return kind != Read && kind != Part && kind != NonEmpty; }
};

struct Alternative {
  uint32_t index; // which way the join was entered
  TextRef text;
};

struct Text {
  enum Kind : uint8_t {
    Literal, // constant
    Hole,    // not constant
    Concat,  // children one after the other
    Choice,  // one of the alternatives; the same one wherever `join` is the same
    Repeat,  // children[0] any number of times
    In,      // what stood at `path` when the function was entered
    Escaped, // children[0], escaped
    Step,    // children[0], and how it got here
    Format,  // children[0] is a format that is not known yet, the others its arguments
    Mixed    // made of the children in a way that is not followed, for the reason in `hole`
  };
  enum FormatKind : uint8_t {
    Printf,
    Braces,
    Dollars,
    Percent,
    Feed,
    Named /* children: name and value */,
    Loaded /* children: a name, what it is if nothing has the name; `join`: the shelf */
  };
  Kind kind = Literal;
  link::Literal literal;
  link::Hole hole;
  std::vector<TextRef> children;
  std::vector<Alternative> alternatives;
  uint64_t join = 0;    // also of a Hole: the call that it comes out of
  PathId path = NoPath; // also of a Hole: the variable whose text comes from outside
  bool rest = false;    // of In: the function's variable arguments, or a list of them handed on
  sql::Escape escape = sql::Escape::None;
  sql::Dialect escapedFor = sql::Dialect::Generic;
  FormatKind format = Printf;
  StepInfo step;

  // Derived from the above.
  uint64_t hash = 0;
  uint32_t weight = 1; // nodes below, counted as often as they are reached
  bool hasIn = false, hasHole = false, hasChoice = false;
  bool lossy = false; // made of its inputs' characters, and it is not said how
  bool constant() const { return !hasIn && !hasHole; }
  /// A hole or input, perhaps with steps and escapes around it, but with no text of its own.
  bool leaf() const;
};

/// A place in a text, counted in bytes from its front or from its back.
struct TextPlace {
  int64_t bytes = 0;
  bool fromBack = false;
};

/// What replaces the inputs of a text when a caller takes it over.
struct Inputs {
  std::function<TextRef(PathId)> at;
  const std::vector<TextRef> *rest = nullptr; // the call's variable arguments, if known
};

/// Texts heavier than this collapse into a hole.
inline constexpr uint32_t MaxWeight = 4000;
/// Texts that a loop chooses one of; more than that collapse, too.
inline constexpr size_t MaxAlternatives = 64;
/// Parts of a text that is made of them in a way that is not followed.
inline constexpr size_t MaxLeaves = 16;

class Texts {
public:
  Texts();
  TextRef empty() const { return empty_; }
  TextRef literal(link::Literal);
  TextRef constant(std::string bytes); // without a place in the source
  TextRef hole(link::Hole, PathId path = NoPath, uint64_t call = 0);
  TextRef born(uint64_t call, TextRef);
  TextRef concat(std::vector<TextRef>);
  TextRef choice(uint64_t join, std::vector<Alternative>);
  TextRef repeat(TextRef);
  TextRef in(PathId, bool rest = false);
  TextRef escaped(sql::Escape, TextRef, sql::Dialect = sql::Dialect::Generic);
  TextRef step(StepInfo, TextRef);
  TextRef format(Text::FormatKind, std::vector<TextRef> formatAndArguments, uint64_t shelf = 0);
  /// Where the names of texts that are loaded are looked up. nullptr: nothing has this name.
  using Shelf = std::function<TextRef(const std::string &name)>;
  void setShelf(uint64_t id, Shelf shelf) { shelves_[id] = std::move(shelf); }

  /// Without its last byte; a hole stays.
  TextRef dropLast(TextRef);
  /// What stands before and after a place; nullopt if it is not known what does.
  std::optional<std::pair<TextRef, TextRef>> split(TextRef, TextPlace);
  /// The same text, without those of its alternatives that are empty.
  TextRef nonEmpty(TextRef);
  /// The same text, without those of its alternatives that are what stood at the path on entry.
  TextRef without(TextRef, PathId entry);
  /// The text with a name for the literals that it begins with, where they have none.
  TextRef named(TextRef, const std::string &name, NamedBy);
  /// Literals one after the other as one, without their places; other texts as they are.
  TextRef joined(TextRef);
  /// The text with `by` wherever its constant parts have the bytes of `what`. Where these are not
  /// known, `by` stands somewhere in it.
  TextRef replaceBytes(TextRef, TextRef what, TextRef by);
  /// The text with `part` replaced by `by` wherever it stands.
  TextRef replace(TextRef, TextRef part, TextRef by);
  /// The same, where it was chosen: ways that have no such part are left out of a choice with some
  /// that do.
  TextRef replaceChosen(TextRef, TextRef part, TextRef by);
  /// The same; a loop that puts nothing but quotes and backslashes between the characters of `part`
  /// makes nothing else of it.
  TextRef settle(TextRef, TextRef part, TextRef by);

  /// The whole text as something of which only the parts are known. Without inputs one hole:
  /// harmless if the text is constant, else as bad as its worst part. With inputs that is put off
  /// until they are known.
  TextRef collapse(TextRef, const std::string &reason);

  /// The text with every In replaced, and the joins made distinct by `site` (0: kept).
  TextRef substitute(TextRef, uint64_t site, const Inputs &);

  /// What joins the value at a loop's head with the value after one more round.
  TextRef widen(TextRef before, TextRef after);

private:
  TextRef placed(const StepInfo &, TextRef);
  TextRef withoutLast(TextRef);
  TextRef mixed(std::vector<TextRef> parts, const std::string &reason);
  TextRef worstOf(TextRef, const std::string &reason);
  TextRef replacedInLoop(TextRef before, TextRef after);
  TextRef edited(TextRef, const std::function<TextRef(TextRef)> &changed);
  TextRef anotherRound(TextRef repeated, TextRef suffix);
  TextRef limited(TextRef);
  TextRef loaded(uint64_t shelf, const std::vector<TextRef> &nameAndOtherwise);
  TextRef onShelf(uint64_t shelf, TextRef name, TextRef otherwise);
  TextRef intern(Text);
  TextRef reformat(TextRef, const Inputs &, const std::function<TextRef(TextRef)> &go);
  TextRef rebuild(TextRef, uint64_t site, const std::function<TextRef(TextRef)> &go);
  std::deque<Text> nodes_;
  std::unordered_multimap<uint64_t, TextRef> index_;
  std::unordered_map<TextRef, TextRef> dropped_; // results of dropLast
  std::unordered_map<uint64_t, Shelf> shelves_;
  TextRef empty_ = nullptr;
};

/// Whether two holes can be taken for one.
bool same(const link::Hole &, const link::Hole &);

/// What is to be done with a node of a text, in `anyNode`.
enum class Visit { Found, Below, Past };
/// Whether some node of a text is found. Each is visited once, parents first; what is below those
/// that are passed by is not.
bool anyNode(TextRef, const std::function<Visit(TextRef)> &);

/// What stands one after the other in a text; nothing in the empty one.
std::vector<TextRef> partsOf(TextRef);

/// The literal or hole that `text` is but for steps; nullptr for others.
TextRef strip(TextRef text);
/// The bytes of the literal that a text is; nullptr if it is none.
const std::string *literalOf(TextRef);

} // namespace clangsql::link
