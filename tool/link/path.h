// Paths name what a function can read and write: a root (parameter, local, global …) and fields
// from there. Interned: two equal paths are one PathId. A path is a place in link's own terms, the
// same in every block.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace clangsql::link {

using PathId = uint32_t;
inline constexpr PathId NoPath = ~PathId(0);

struct Path {
  enum Step : uint8_t {
    Param,
    This,
    Global,  // root; also a field's entity: that field of an object that is not known
    Return,  // roots a caller can name; index: parameter number, entity
    Rest,    // root: the variable arguments of the function
    Local,   // root: a local or temporary; index: its place
    Object,  // root: something made by inst `index` (closure, result of an unknown call)
    Shared,  // root: result of an argument-less function; index: entity. Equal at every call
    Field,   // index: entity of the field
    Deref,   // what the pointer points to
    Element, // index: constant subscript, or AnyElement
    // Facts of what the parent is: see link::Fact.
    Compared, // the scalar there compares so; index: Context::comparisons
    Exists,   // there is an object
    Joined    // the scalar is not zero, where block `index` is entered
  };
  PathId parent = NoPath;
  Step step = Local;
  uint32_t index = 0;
  uint8_t depth = 0; // steps from the root
  PathId root = NoPath;
  bool input = false; // the caller can name the root
};

/// Of Element: any of them; a map's keys; the last; a place inside a text, where it goes on.
inline constexpr uint32_t AnyElement = ~uint32_t(0), MapKey = AnyElement - 1,
                          LastElement = AnyElement - 2, TailElement = AnyElement - 3;

/// Deeper paths are cut to their ancestor of this depth: linked lists must end.
inline constexpr unsigned MaxPathDepth = 8;

class Paths {
public:
  const Path &operator[](PathId id) const { return paths_[id]; }
  PathId root(Path::Step step, uint32_t index) { return intern(NoPath, step, index); }
  PathId child(PathId parent, Path::Step step, uint32_t index = 0);
  /// Whether `ancestor` is `path` or above it.
  bool within(PathId path, PathId ancestor) const;
  /// `path` with its ancestor `from` replaced by `to`.
  PathId rebase(PathId path, PathId from, PathId to);
  /// The entity of the innermost field, or NoPath if the path has none.
  uint32_t lastField(PathId path) const;

private:
  PathId intern(PathId parent, Path::Step step, uint32_t index);
  std::vector<Path> paths_;
  std::map<std::tuple<PathId, uint8_t, uint32_t>, PathId> ids_;
};

} // namespace clangsql::link
