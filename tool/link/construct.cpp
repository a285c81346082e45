// Objects that a library makes of the arguments it is handed (emplace_back, make_unique, optional):
// the constructor that they fit is called.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

/// How well an argument as it is handed on fits a parameter; 0: not at all.
static unsigned fits(const World &world, const TypeIn &given, const TypeIn &wanted) {
  const Type &from = given.type, &to = wanted.type;
  EntityId a = world.idOf(given.unit, from.record), b = world.idOf(wanted.unit, to.record);
  if (a != NoEntity && a == b)
    return from.pointer == to.pointer ? 4 : 0;
  if (from.cls == to.cls)
    return from.cls == TypeClass::Record ? 1 : 3;
  bool arithmetic = (isNumber(from.cls) || from.cls == TypeClass::Char) &&
                    (isNumber(to.cls) || to.cls == TypeClass::Char);
  bool address = (from.cls == TypeClass::Text || from.cls == TypeClass::Null || from.pointer) &&
                 (to.cls == TypeClass::Pointer || to.pointer);
  bool converts = to.cls == TypeClass::Record && !to.pointer; // by a constructor of its own
  return arithmetic || address ? 2 : converts ? 1 : 0;
}

/// The constructor of a class that fits what a call hands on from its argument `first` on; NoEntity
/// if none does, or several do as well.
EntityId FunctionAnalysis::constructorFor(EntityId type, size_t first, const Binding &b) const {
  const Global &callee = c_.world.entities[b.callee];
  const std::vector<Type> &given = callee.entity->params;
  size_t count = b.args.size() < first ? 0 : b.args.size() - first;
  EntityId best = NoEntity;
  unsigned most = 0;
  for (EntityId id : c_.world.constructorsOf(type)) {
    const Global &candidate = c_.world.entities[id];
    const std::vector<Type> &wanted = candidate.entity->params;
    unsigned sum = wanted.size() == count ? 1 : 0;
    for (size_t i = 0; i < count && sum && first + i < given.size(); ++i) {
      unsigned fit = fits(c_.world, {*callee.unit, given[first + i]}, {*candidate.unit, wanted[i]});
      sum = fit ? sum + fit : 0;
    }
    if (sum && sum == most)
      best = NoEntity;
    if (sum > most)
      most = sum, best = id;
  }
  return best;
}

/// What is handed on by reference (`Args &&...`) where the constructor takes a value: what it
/// refers to.
void FunctionAnalysis::takeByValue(const std::vector<Type> &given, size_t first,
                                   const std::vector<Type> &wanted,
                                   std::vector<Value> &args) const {
  for (size_t i = 0; i < args.size() && i < wanted.size() && first + i < given.size(); ++i)
    if (given[first + i].reference && !wanted[i].reference && wanted[i].cls != TypeClass::Record)
      if (PathId at = pointee(args[i]); at != NoPath)
        args[i] = valueAt(at, wanted[i].cls);
}

/// Runs the constructor on the object; one of many elements is made apart, then put among them.
bool FunctionAnalysis::constructObject(EntityId type, PathId path, size_t first, const Binding &b) {
  EntityId constructor = constructorFor(type, first, b);
  if (constructor == NoEntity)
    return false;
  Call call;
  for (size_t i = first; i < b.call->args.size(); ++i)
    call.args.push_back(b.call->args[i]);
  call.flags = ConstructorCall;
  Binding made;
  made.call = &call;
  made.inst = b.inst;
  made.callee = constructor;
  made.receiver = isOneOfMany(path) ? c_.paths.root(Path::Object, b.inst) : path;
  made.where = b.where;
  made.args.assign(b.args.begin() + static_cast<long>(std::min(first, b.args.size())),
                   b.args.end());
  const Global &entity = c_.world.entities[constructor];
  takeByValue(c_.world.entities[b.callee].entity->params, first, entity.entity->params, made.args);
  if (entity.body != ~uint32_t(0))
    applyBody(made);
  else if (entity.has(Defaulted) && entity.has(CopyOrMove) && !made.args.empty())
    copyObject(pointee(made.args[0]), made.receiver);
  else
    return false;
  if (made.receiver != path)
    putAmong(made.receiver, path);
  return true;
}

/// What an object holds becomes what one of the elements at `path` holds.
void FunctionAnalysis::putAmong(PathId object, PathId path) {
  copyObject(object, path);
  eraseBelow(object);
  now_.store.erase(object);
  std::erase_if(written_, [&](const Written &w) { return c_.paths.within(w.path, object); });
}

} // namespace clangsql::link
