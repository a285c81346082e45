// What a call does: as its library model says, else as the bodies that it can reach do, else
// something unknown.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;

std::string shortName(std::string_view qualified) {
  int depth = 0;
  for (size_t i = qualified.size(); i-- > 1;) {
    char c = qualified[i];
    depth += (c == ')' || c == '>') - (c == '(' || c == '<');
    if (depth == 0 && c == ':' && qualified[i - 1] == ':')
      return std::string(qualified.substr(i + 1));
  }
  return std::string(qualified);
}

FunctionAnalysis::Binding FunctionAnalysis::bind(const Call &call, Id inst, EntityId callee) {
  Binding b;
  b.call = &call;
  b.inst = inst;
  b.callee = callee;
  b.where = where(inst);
  b.receiver = call.receiver == None ? NoPath : pointee(values_[call.receiver]);
  b.target = pathOf(call.target);
  if (b.receiver == NoPath && call.flags & ConstructorCall)
    b.receiver = b.target;
  for (Id arg : call.args)
    b.args.push_back(arg == None ? Value() : values_[arg]);
  if (callee == NoEntity || !c_.world.entities[callee].has(Variadic))
    return b;
  b.restKnown = true;
  for (size_t i = c_.world.entities[callee].entity->params.size(); i < call.args.size(); ++i) {
    Where at = where(call.args[i]);
    std::string what = fmt::format("passed to '{}'", shortName(c_.world.entities[callee].name()));
    StepInfo info{StepInfo::Passed, at, what, c_.world.sourceOf(at), body_.entity};
    b.rest.push_back(c_.texts.step(info, textOf(call.args[i])));
  }
  return b;
}

std::vector<EntityId> FunctionAnalysis::targets(const Call &call, EntityId callee) const {
  std::vector<EntityId> found;
  auto add = [&](EntityId id) {
    if (c_.world.entities[id].body != ~uint32_t(0) && std::ranges::find(found, id) == found.end())
      found.push_back(id);
  };
  add(callee);
  if (call.flags & VirtualCall)
    for (EntityId over : c_.world.entities[callee].overriders)
      add(over);
  return found;
}

bool FunctionAnalysis::haveBodies(const std::vector<EntityId> &functions) const {
  return std::ranges::all_of(
      functions, [&](EntityId id) { return c_.world.entities[id].body != ~uint32_t(0); });
}

/// Whether a call can throw something that is worth a way of its own: not for want of memory for a
/// text.
bool FunctionAnalysis::mayThrow(const Call &call, EntityId callee) const {
  if (callee == NoEntity)
    return true;
  const Global &function = c_.world.entities[callee];
  const models::Class *made =
      call.flags & ConstructorCall ? c_.world.classOf(function.parent) : nullptr;
  return !function.has(NoThrow) && !(made && made->text && function.model);
}

Value FunctionAnalysis::call(const Call &call, Id inst) {
  callSymbol_ = NoPath;
  EntityId callee = global(call.callee);
  if (callee == NoEntity && call.function != None && values_[call.function].kind == Value::Function)
    callee = values_[call.function].function;
  if (mayThrow(call, callee))
    thrown(inst);
  if (callee == NoEntity) {
    const std::vector<EntityId> pointed = pointedBy(call);
    if (pointed.size() > 1 && haveBodies(pointed))
      return callAll(call, inst, pointed);
    if (pointed.empty() || pointed.size() > 1) {
      invokes(call.function == None ? NoPath : calledPath(values_[call.function]));
      return callUnknown(call, inst, callee);
    }
    callee = pointed[0];
  }
  Binding binding = bind(call, inst, callee);
  const Global &entity = c_.world.entities[callee];
  Value result;
  if (std::optional<Value> moved = movePlace(binding))
    return *moved;
  if (entity.model) {
    forgetScalars(call, callee);
    result = callModel(*entity.model, binding);
  } else if (std::vector<EntityId> bodies = targets(call, callee); !bodies.empty())
    result = callAll(call, inst, bodies);
  else if (std::optional<Value> made = callDefaulted(call, callee))
    result = *made;
  else {
    forgetScalars(call, callee);
    result = callUnknown(call, inst, callee);
  }
  if (now_.reachable)
    classTransaction(binding);
  if (call.flags & DestructorCall)
    forgetTemporary(binding.receiver);
  if (result.kind == Value::Unknown)
    if (std::optional<Value> compared = comparePlaces(binding))
      result = *compared;
  bool scalar = f_.insts[inst].cls == TypeClass::Bool || f_.insts[inst].cls == TypeClass::Integer ||
                f_.insts[inst].cls == TypeClass::Enum;
  if (result.kind == Value::Unknown && scalar)
    return callSymbol_ == NoPath ? symbol(inst) : Value::ofSymbol(callSymbol_);
  return result;
}

/// The functions that a pointer which is called can point to: those of its table, where that is a
/// constant one; else all that are stored to such a field or global.
std::vector<EntityId> FunctionAnalysis::pointedBy(const Call &call) {
  auto *load = call.function == None ? nullptr : std::get_if<Load>(&f_.insts[call.function].op);
  std::vector<EntityId> found = load ? inTable(pathOf(load->place)) : std::vector<EntityId>();
  return found.empty() ? c_.world.pointedTo(body_, call) : found;
}

/// The functions in a constant table, at a place in whichever of its elements; none if it is none.
std::vector<EntityId> FunctionAnalysis::inTable(PathId path) const {
  std::vector<EntityId> found;
  PathId any = path;
  while (any != NoPath &&
         !(c_.paths[any].step == Path::Element && c_.paths[any].index == AnyElement))
    any = c_.paths[any].parent;
  if (any == NoPath || c_.paths[c_.paths[path].root].step != Path::Global)
    return found;
  for (const auto &[key, value] : c_.constants) {
    PathId at = key; // the element that it is in
    while (at != NoPath && c_.paths[at].depth > c_.paths[any].depth)
      at = c_.paths[at].parent;
    bool here = value.kind == Value::Function && at != NoPath &&
                c_.paths[at].parent == c_.paths[any].parent &&
                c_.paths.rebase(path, any, at) == key;
    if (here && std::ranges::find(found, value.function) == found.end())
      found.push_back(value.function);
  }
  return found;
}

/// Whether a path is a local object without a name.
bool FunctionAnalysis::isTemporary(PathId path) const {
  if (path == NoPath || c_.paths[path].step != Path::Local)
    return false;
  auto isIt = [&](const Place &place) {
    return place.kind == Place::Local && place.index == c_.paths[path].index;
  };
  auto place = std::ranges::find_if(f_.places, isIt);
  return place != f_.places.end() && place->name == None;
}

/// A temporary that is no more holds nothing, in the next round of a loop for one.
void FunctionAnalysis::forgetTemporary(PathId path) {
  if (!isTemporary(path))
    return;
  eraseBelow(path);
  now_.store.erase(path);
}

/// Several possible callees (virtual): the state afterwards is that after any one of them.
Value FunctionAnalysis::callAll(const Call &call, Id inst, const std::vector<EntityId> &callees) {
  return anyOf(inst, callees.size(), [&](size_t i) { return callBody(call, inst, callees[i]); });
}

/// One of several ways to go on, each of which gives a value.
Value FunctionAnalysis::anyOf(Id inst, size_t ways, const std::function<Value(size_t)> &go) {
  if (ways == 1)
    return go(0);
  State before = now_;
  std::vector<State> after;
  std::vector<Value> results;
  for (size_t way = 0; way < ways; ++way) {
    now_ = before;
    results.push_back(go(way));
    if (now_.reachable)
      after.push_back(now_);
  }
  std::vector<std::pair<uint32_t, const State *>> ends;
  for (size_t i = 0; i < after.size(); ++i)
    ends.push_back({(1u << 24) + static_cast<uint32_t>(i), &after[i]});
  now_ = joinPredecessors(0, ends);
  bool text = std::ranges::all_of(results, [](const Value &v) { return v.kind == Value::Text; });
  if (!text)
    return std::ranges::all_of(results, [&](const Value &v) { return v == results[0]; })
               ? results[0]
               : Value();
  std::vector<Alternative> alternatives;
  for (uint32_t i = 0; i < results.size(); ++i)
    alternatives.push_back({i, results[i].text});
  return Value::ofText(c_.texts.choice(joinId(inst) ^ 0xca11, std::move(alternatives)));
}

Value FunctionAnalysis::callBody(const Call &call, Id inst, EntityId callee) {
  return applyBody(bind(call, inst, callee));
}

Value FunctionAnalysis::applyBody(const Binding &binding) {
  if (!probing_) // also where a callee is analysed with what it is given to call
    c_.results.called.insert(binding.callee);
  const Effect &effect = effectOf(c_.world.entities[binding.callee].body, binding);
  if (!effect.known) { // a cycle: this way does not return, as far as is known yet
    now_.reachable = false;
    return {};
  }
  return apply(effect, binding);
}

/// Members that the compiler writes: copying copies, default construction leaves empty parts.
std::optional<Value> FunctionAnalysis::callDefaulted(const Call &call, EntityId callee) {
  const Global &entity = c_.world.entities[callee];
  PathId receiver = call.receiver == None ? pathOf(call.target) : pointee(values_[call.receiver]);
  if (!entity.has(Defaulted) && call.flags & DestructorCall && entity.parent != NoEntity &&
      receiver != NoPath && !entity.has(SystemHeader))
    return std::nullopt;
  if (call.flags & DestructorCall) {
    endBelow(receiver, {});
    return Value();
  }
  if (!entity.has(Defaulted) || receiver == NoPath)
    return std::nullopt;
  if (!entity.has(CopyOrMove)) {
    eraseBelow(receiver);
    now_.store[receiver] = Value::zero();
    return Value::ofAddress(receiver);
  }
  PathId from = call.args.empty() || call.args[0] == None ? NoPath : pointee(values_[call.args[0]]);
  copyObject(from, receiver);
  moveKeys(from, receiver);
  return Value::ofAddress(receiver);
}

/// A va_list: calls read it, and hand it on.
bool FunctionAnalysis::isArgumentList(PathId path) const {
  TextRef text = content(path);
  return text->kind == Text::In && text->rest;
}

/// What argument `i` lets the callee write to, or NoPath.
PathId FunctionAnalysis::writable(const Call &call, size_t i, EntityId callee) const {
  if (call.args[i] == None || values_[call.args[i]].kind != Value::Address)
    return NoPath;
  const Entity *entity = callee == NoEntity ? nullptr : c_.world.entities[callee].entity;
  bool known = entity && i < entity->params.size();
  if (known &&
      (entity->params[i].constant || !(entity->params[i].reference || entity->params[i].pointer)))
    return NoPath;
  PathId path = values_[call.args[i]].path;
  return isArgumentList(path) ? NoPath : path;
}

/// An object of a class that is no text: its fields survive a call that is not seen.
bool FunctionAnalysis::isObject(const Call &call, size_t i, EntityId callee) const {
  const Global *entity = callee == NoEntity ? nullptr : &c_.world.entities[callee];
  if (!entity || i >= entity->entity->params.size() ||
      f_.insts[call.args[i]].cls != TypeClass::Record)
    return false;
  Id record = entity->entity->params[i].record;
  return record != None && !c_.world.classOf(c_.world.idOf(*entity->unit, record));
}

/// Scalars and fields that a call can write are not known afterwards. An array keeps its end.
void FunctionAnalysis::forgetScalars(const Call &call, EntityId callee) {
  for (size_t i = 0; i < call.args.size(); ++i)
    if (PathId path = writable(call, i, callee); path != NoPath)
      for (auto &[held, value] : now_.store)
        if ((held == path || (c_.paths[held].step == Path::Field && c_.paths.within(held, path))) &&
            (value.kind == Value::Number || value.kind == Value::Symbol ||
             value.kind == Value::Truth ||
             (value.kind == Value::Zero && isObject(call, i, callee))))
          value = Value();
}

/// A container that nothing is known of: what it returns by reference or pointer, of the type that
/// it is an instance for, is one of its elements. NoPath if the call does nothing like that.
PathId FunctionAnalysis::elementReturned(const Call &call, EntityId callee) const {
  PathId receiver = call.receiver == None ? NoPath : pointee(values_[call.receiver]);
  if (callee == NoEntity || receiver == NoPath)
    return NoPath;
  const Global &method = c_.world.entities[callee];
  const Type &type = method.entity->type;
  if (!(type.reference || type.pointer) || type.record == None || method.parent == NoEntity)
    return NoPath;
  const Global &container = c_.world.entities[method.parent];
  const std::vector<Type> &arguments = container.entity->arguments;
  bool one = arguments.size() == 1 && arguments[0].record != None && !arguments[0].pointer &&
             c_.world.idOf(*container.unit, arguments[0].record) ==
                 c_.world.idOf(*method.unit, type.record);
  std::string name = shortName(method.name());
  bool points = name == "operator->" || name == "operator*"; // a smart pointer
  return one && !points ? c_.paths.child(receiver, Path::Element, AnyElement) : NoPath;
}

/// Nothing is known of the callee: what it can write is unknown afterwards, and so is its result.
Value FunctionAnalysis::callUnknown(const Call &call, Id inst, EntityId callee) {
  const Entity *entity = callee == NoEntity ? nullptr : c_.world.entities[callee].entity;
  std::string name =
      entity ? std::string(c_.world.entities[callee].name()) : c_.world.sourceOf(where(inst));
  for (size_t i = 0; i < call.args.size(); ++i)
    if (PathId path = writable(call, i, callee); path != NoPath && !isObject(call, i, callee))
      assign(path, Value::ofText(unknown(where(call.args[i]), TypeClass::Text,
                                         fmt::format("written by '{}'", name))));
  PathId target = pathOf(call.target);
  if (call.flags & ConstructorCall && target == NoPath && call.receiver != None)
    target = pointee(values_[call.receiver]);
  if (target != NoPath) {
    std::string what = call.flags & ConstructorCall ? "an object of '{}'" : "result of '{}'";
    assign(target, Value::ofText(unknown(where(inst), TypeClass::Text,
                                         fmt::format(fmt::runtime(what), name))));
    return Value::ofAddress(target);
  }
  TypeClass cls = f_.insts[inst].cls;
  if (cls != TypeClass::Pointer && cls != TypeClass::Text && cls != TypeClass::Record)
    return {};
  if (PathId element = elementReturned(call, callee); element != NoPath)
    return Value::ofAddress(element);
  // The same object at every call, if nothing is passed: `connection()`, `pool.get()`.
  if (call.args.empty() && callee != NoEntity && (cls != TypeClass::Text)) {
    if (call.receiver == None)
      return Value::ofAddress(c_.paths.root(Path::Shared, callee));
    if (PathId receiver = pointee(values_[call.receiver]); receiver != NoPath)
      return Value::ofAddress(
          c_.paths.child(c_.paths.child(receiver, Path::Field, callee), Path::Deref));
  }
  return Value::ofAddress(c_.paths.root(Path::Object, inst));
}

} // namespace clangsql::link
