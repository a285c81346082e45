#include "link/path.h"

namespace clangsql::link {

PathId Paths::intern(PathId parent, Path::Step step, uint32_t index) {
  auto [it, isNew] = ids_.try_emplace({parent, step, index}, static_cast<PathId>(paths_.size()));
  if (!isNew)
    return it->second;
  Path path;
  path.parent = parent;
  path.step = step;
  path.index = index;
  path.root = parent == NoPath ? it->second : paths_[parent].root;
  path.depth = parent == NoPath ? 0 : paths_[parent].depth + 1;
  path.input = parent == NoPath ? step <= Path::Rest : paths_[parent].input;
  paths_.push_back(path);
  return it->second;
}

PathId Paths::child(PathId parent, Path::Step step, uint32_t index) {
  if (parent == NoPath || paths_[parent].depth >= MaxPathDepth)
    return parent;
  return intern(parent, step, index);
}

bool Paths::within(PathId path, PathId ancestor) const {
  while (path != NoPath && path != ancestor && paths_[path].depth > paths_[ancestor].depth)
    path = paths_[path].parent;
  return path == ancestor;
}

PathId Paths::rebase(PathId path, PathId from, PathId to) {
  if (path == from)
    return to;
  Path at = paths_[path];
  return child(rebase(at.parent, from, to), at.step, at.index);
}

uint32_t Paths::lastField(PathId path) const {
  for (; path != NoPath; path = paths_[path].parent)
    if (paths_[path].step == Path::Field)
      return paths_[path].index;
  return NoPath;
}

} // namespace clangsql::link
