// What the textual form leaves out because it follows from the rest. The printer leaves out what
// equals the implied, the parser fills it in: both must ask here.
#pragma once

#include "summary/unit.h"

#include <llvm/ADT/StringRef.h>

#include <map>
#include <string>
#include <vector>

namespace clangsql::summary::text {

bool isCallable(EntityKind kind);

/// "shop::Order" of "shop::Order::place"; empty if there is none.
llvm::StringRef enclosingName(llvm::StringRef name);

/// "place" of "shop::Order::place".
llvm::StringRef lastName(llvm::StringRef name);

/// Members have the enclosing name as parent if nothing else is said.
bool impliesParent(EntityKind kind);

/// The kind of an entity that nothing declares; `mentioned` is what its first mention takes it for.
EntityKind impliedKind(llvm::StringRef name, EntityKind mentioned);

/// Qualified name of the field `.field` of an object of this type.
std::string impliedFieldName(const Unit &unit, const Type &object, llvm::StringRef field);

/// Type of a place that is not declared. Only insts below `known` are asked.
Type impliedType(const Unit &unit, const Function &function, const Place &place, Id known);

/// Type of the object that the callee builds or returns.
Type impliedTarget(const Unit &unit, Id callee);

/// Class of the value of an op. Only insts below `known` are asked.
TypeClass impliedClass(const Unit &unit, const Function &function, const Op &op, Id known);

uint8_t impliedCallFlags(const Unit &unit, Id callee);

/// A constructor's receiver is the address of what it constructs if nothing else is said.
bool impliesReceiver(const Unit &unit, const Call &call);

/// Length of the source range of an op: a literal's spelling, else 1.
uint32_t impliedLength(const Unit &unit, const Op &op);

/// Length of the first token of a declared name (an Id of Unit::strings or None).
uint32_t impliedNameLength(const Unit &unit, Id name);

/// Equal in content: two Ids may stand for one location.
bool sameLocation(const Unit &unit, Id left, Id right);

/// A segment whose spelling is `at`. Its expansion is the same, or the literal's if the literal's
/// is another.
struct ImpliedSegment {
  uint32_t first = 0;
  Location at;
};

/// The map of a literal whose range in the source is `where`.
std::vector<ImpliedSegment> impliedMap(const Unit &unit, const Literal &literal, Span where);

/// Where the lines of the source start, to complete "line:column".
class LineTable {
public:
  /// `text` may be null. Says nothing about a line that is known already.
  void add(Id file, uint32_t line, uint32_t start, const std::string *text);

  /// Offset of the first byte of a line; of an unknown one line * 1000 + 1.
  uint32_t start(Id file, uint32_t line) const;

  /// Offset and column16 follow from the line.
  Location at(Id file, uint32_t line, uint32_t column, uint32_t length) const;

private:
  struct Known {
    uint32_t start;
    std::string text;
  };
  std::map<std::pair<Id, uint32_t>, Known> lines;
};

inline constexpr uint32_t impliedLineStart(uint32_t line) { return line * 1000 + 1; }

} // namespace clangsql::summary::text
