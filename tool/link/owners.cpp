// Objects that others own: what a call makes of them, where they go, and when they are destroyed.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument;

void FunctionAnalysis::moveKeys(PathId from, PathId to) {
  if (from == NoPath || to == NoPath || from == to)
    return;
  for (Disjunct &d : now_.transactions) {
    std::map<PathId, TxStates> moved;
    for (const auto &[key, states] : d.keys)
      if (c_.paths.within(key, from))
        moved[key] = states;
    for (const auto &[key, states] : moved) {
      d.keys[c_.paths.rebase(key, from, to)] = states;
      d.keys[key] = {Closed};
    }
  }
  normalize(now_.transactions, c_.paths);
}

/// An object that a call makes: of a class that is a transaction, it begins; a text is its
/// argument.
bool FunctionAnalysis::construct(const models::ObjectFact &fact, PathId path, const Binding &b) {
  if (path == NoPath)
    return false;
  EntityId type = classAt(path);
  if (isScope(type))
    beginScope(path, type, b.where);
  const models::Class *model = c_.world.classOf(type);
  if (!model && type != NoEntity && fact.with && fact.with->list.empty() && fact.with->rest)
    return constructObject(type, path, *fact.with->rest, b);
  if (!model || !model->text || !fact.with)
    return false;
  std::vector<TextRef> parts = argumentTexts(*fact.with, false, b);
  Value ignored;
  if (parts.size() == 1)
    write(fact.object, parts[0], b, ignored);
  return parts.size() == 1;
}

/// Whether an object is one that owns another.
bool FunctionAnalysis::isOwner(PathId object) const {
  const models::Class *model = c_.world.classOf(classAt(object));
  return model && model->pointer();
}

/// Whether the receiver lets go of an object that others still own.
bool FunctionAnalysis::isSharedElsewhere(PathId object, const Binding &b) const {
  auto shares = [&](PathId holder) {
    const models::Class *model = c_.world.classOf(classAt(holder));
    return model && model->owner == models::Class::Shared;
  };
  if (object == NoPath || b.receiver == NoPath || !shares(b.receiver))
    return false;
  PathId first = c_.paths[object].step == Path::Deref ? c_.paths[object].parent : NoPath;
  auto held = first == NoPath ? now_.store.end() : now_.store.find(first);
  if (first != NoPath && first != b.receiver && shares(first) &&
      (held == now_.store.end() || !(held->second == Value::ofNumber(0))))
    return true;
  return std::ranges::any_of(now_.store, [&](const auto &entry) {
    return entry.first != b.receiver && entry.second.kind == Value::Address &&
           entry.second.path == object && shares(entry.first);
  });
}

/// From now on there is, or is not, what a local owner owns. Of others the caller knows more.
void FunctionAnalysis::exists(PathId object, bool so) {
  if (object == NoPath || probing_ || c_.paths[object].input ||
      c_.paths[object].step != Path::Deref)
    return;
  forgetFacts(object);
  assume(now_.transactions, {{c_.paths.child(object, Path::Exists), so}});
}

/// What is known of an object is known of it at its new place.
void FunctionAnalysis::moveFacts(PathId from, PathId to) {
  forgetFacts(to);
  if (c_.paths[to].input)
    return;
  for (Disjunct &d : now_.transactions) {
    for (Fact &fact : d.conditions)
      if (c_.paths.within(fact.first, from))
        fact.first = c_.paths.rebase(fact.first, from, to);
    std::ranges::sort(d.conditions);
  }
}

/// Pointers to an object, or into it, point to its new place.
void FunctionAnalysis::redirect(PathId from, PathId to) {
  for (auto &[path, value] : now_.store)
    if (value.kind == Value::Address && c_.paths.within(value.path, from))
      value.path = c_.paths.rebase(value.path, from, to);
}

/// What the function made and something of the caller's points to in the end is the caller's, with
/// the transactions that are open in it.
void FunctionAnalysis::leaveOwned() {
  auto isOpen = [&](PathId object) {
    return std::ranges::any_of(now_.transactions, [&](const Disjunct &d) {
      return std::ranges::any_of(d.keys, [&](const auto &entry) {
        return c_.paths.within(entry.first, object) && entry.second.back() >= 0;
      });
    });
  };
  std::vector<std::pair<PathId, PathId>> owned;
  for (const auto &[path, value] : now_.store)
    if (isVisible(path) && value.kind == Value::Address && !c_.paths[value.path].input &&
        isOpen(value.path) &&
        std::ranges::find(owned, value.path, &std::pair<PathId, PathId>::first) == owned.end())
      owned.push_back({value.path, c_.paths.child(path, Path::Deref)});
  for (const auto &[object, place] : owned) {
    moveKeys(object, place);
    copyObject(object, place);
    redirect(object, place);
  }
}

/// An object, or what a pointer owns, goes elsewhere: the pointer is null then.
void FunctionAnalysis::moveObject(PathId from, PathId to) {
  if (from == NoPath || to == NoPath || from == to)
    return;
  moveKeys(from, to);
  copyObject(from, to);
  if (!isOwner(from))
    return;
  moveFacts(from, to);
  for (auto &[path, value] : now_.store)
    if (value.kind == Value::Address && c_.paths.within(path, to) &&
        c_.paths.within(value.path, from))
      value.path = c_.paths.rebase(value.path, from, to);
  assign(from, Value::ofNumber(0));
}

/// What the call makes of objects that it owns. A pointer that it returns points to what it made,
/// if that is known.
void FunctionAnalysis::objectFacts(const models::Function &model, const Binding &b, Value &result) {
  for (const models::ObjectFact &fact : model.objects) {
    PathId path = object(fact.object, b);
    if (fact.kind == models::ObjectFact::Construct) {
      bool returned =
          fact.object == models::Argument{models::Argument::Return, models::Argument::Pointee};
      exists(path, true);
      if (construct(fact, path, b) && returned && result.kind == Value::Unknown) {
        now_.store[b.target] = Value::ofAddress(path);
        result = Value::ofAddress(b.target);
      }
    } else if (fact.kind == models::ObjectFact::Move && fact.from) {
      moveObject(object(*fact.from, b), path);
    }
  }
}

/// What the call destroys, before anything else takes its place.
void FunctionAnalysis::destroyFacts(const models::Function &model, const Binding &b) {
  for (const models::ObjectFact &fact : model.objects) {
    if (fact.kind != models::ObjectFact::Destroy)
      continue;
    PathId path = object(fact.object, b);
    if (fact.object.access == Argument::Pointee && isSharedElsewhere(path, b))
      assign(b.receiver, Value::ofNumber(0));
    else {
      destroy(path, c_.world.destructorOf(classAt(path)), b.where);
      exists(path, false);
    }
  }
}

} // namespace clangsql::link
