// Functions that call what they are given: analysed anew for each callable that a caller passes.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {
constexpr unsigned MaxDepth = 4;         // of functions that hand callables on
constexpr size_t MaxSpecialised = 4096;  // of a link
constexpr size_t MaxInstructions = 4000; // of a function
} // namespace

/// The function that a path holds, or that what it points to is.
Value FunctionAnalysis::callableAt(PathId path) const {
  for (int step = 0; path != NoPath && step < 3; ++step) {
    std::optional<Value> held = lookup(now_, path);
    if (!held && c_.paths[path].step == Path::Deref) // the owner holds it itself
      held = lookup(now_, c_.paths[path].parent);
    if (!held || held->kind == Value::Function)
      return held.value_or(Value());
    if (held->kind != Value::Address)
      return {};
    path = held->path;
  }
  return {};
}

/// Where the caller has the function that is called by a pointer: the parameter, or what holds it.
PathId FunctionAnalysis::calledPath(const Value &called) const {
  if (called.kind == Value::Symbol)
    return called.path;
  if (called.kind != Value::Address)
    return NoPath;
  const Path &at = c_.paths[called.path];
  return at.step == Path::Deref ? at.parent : called.path;
}

/// Remembers that a callable of the caller's is called.
void FunctionAnalysis::invokes(PathId callable) {
  if (!recording_ || callable == NoPath || !c_.paths[callable].input)
    return;
  auto at = std::ranges::lower_bound(effect_.invoked, callable);
  if (at == effect_.invoked.end() || *at != callable)
    effect_.invoked.insert(at, callable);
}

/// What the callee calls and this function does not know either, its own caller may.
void FunctionAnalysis::applyCallables(const Effect &effect, const Binding &b) {
  for (PathId callable : effect.invoked)
    if (std::optional<PathId> mapped = mapPath(callable, b);
        mapped && callableAt(*mapped).kind != Value::Function)
      invokes(*mapped);
}

/// The callables that the callee calls, as far as they are known here.
Given FunctionAnalysis::givenTo(const Effect &effect, const Binding &b) const {
  Given given;
  for (PathId callable : effect.invoked) {
    const Path &at = c_.paths[callable];
    Value value = at.step == Path::Param && at.index < b.args.size() ? b.args[at.index] : Value();
    if (value.kind != Value::Function)
      if (std::optional<PathId> mapped = mapPath(callable, b))
        value = callableAt(*mapped);
    if (value.kind == Value::Function)
      given.push_back({callable, value.function, value.number});
  }
  return given;
}

/// The callee's effect, with the callables that are passed to it.
const Effect &FunctionAnalysis::effectOf(uint32_t body, const Binding &b) {
  const Effect &general = c_.effects[body];
  if (general.invoked.empty() || probing_ || c_.specialising >= MaxDepth ||
      c_.world.bodies[body].function->insts.size() > MaxInstructions)
    return general;
  Given given = givenTo(general, b);
  if (given.empty())
    return general;
  auto [it, isNew] = c_.specialised.try_emplace({body, given});
  if (!isNew || c_.specialised.size() > MaxSpecialised)
    return it->second.known ? it->second : general;
  ++c_.specialising;
  FunctionAnalysis analysis(c_, c_.world.bodies[body]);
  analysis.given_ = given;
  it->second = analysis.run(false);
  --c_.specialising;
  return it->second;
}

/// A callable that calls another with values that it keeps, by value: its object's elements.
Value FunctionAnalysis::bound(const models::CallableFact &fact, const Binding &b) {
  Value called = argument(fact.function, b);
  Value function = called.kind == Value::Address ? callableAt(called.path) : called;
  if (function.kind != Value::Function || function.number != 0 || !fact.with || !fact.with->rest)
    return called;
  PathId object = b.target == NoPath ? c_.paths.root(Path::Object, b.inst) : b.target;
  eraseBelow(object);
  copyObject(function.path, object);
  Kept kept;
  uint32_t values = 0;
  for (auto i = static_cast<size_t>(*fact.with->rest); i < b.args.size(); ++i) {
    const Value &value = b.args[i];
    if (int64_t place = placeholder(value)) {
      kept.push_back(place);
      continue;
    }
    kept.push_back(0);
    PathId element = c_.paths.child(object, Path::Element, values++);
    Id inst = argumentInst(static_cast<int>(i), b);
    if (value.kind == Value::Address && inst != None && f_.insts[inst].cls == TypeClass::Record)
      copyObject(value.path, element);
    else
      now_.store[element] = value;
  }
  auto known = std::ranges::find(c_.kept, kept);
  auto index = known - c_.kept.begin();
  if (known == c_.kept.end())
    c_.kept.push_back(std::move(kept));
  now_.store[object] = Value::ofFunction(function.function, object, index);
  return Value::ofAddress(object);
}

/// The number of the argument that a value stands for; 0: it is no placeholder.
int64_t FunctionAnalysis::placeholder(const Value &value) const {
  if (value.kind != Value::Address || c_.paths[value.path].step != Path::Global)
    return 0;
  const models::Variable *known = c_.world.entities[c_.paths[value.path].index].variable;
  return known ? known->placeholder : 0;
}

/// A value that a callable keeps: a pointer or number itself, the address of anything else.
Value FunctionAnalysis::keptArgument(const Value &callable, uint32_t index, bool pointer) {
  PathId element = c_.paths.child(callable.path, Path::Element, index);
  std::optional<Value> held = lookup(now_, element);
  if (held && held->kind != Value::Text && held->kind != Value::Zero)
    return *held;
  return Value::ofAddress(pointer && !held ? c_.paths.child(element, Path::Deref) : element);
}

/// Puts the values that a callable keeps between what it is called with.
void FunctionAnalysis::putKept(const Value &callable, Binding &b, Call &call) {
  const Kept &kept = c_.kept[static_cast<size_t>(callable.number)];
  if (kept.empty())
    return;
  const std::vector<Type> &params = c_.world.entities[callable.function].entity->params;
  std::vector<Value> values = std::move(b.args);
  std::vector<Id> insts = std::move(call.args);
  b.args.clear(), call.args.clear();
  bool receives = takesReceiver(callable.function); // which is no parameter
  uint32_t index = 0;
  for (int64_t place : kept) {
    size_t param = b.args.size() - receives;
    bool pointer = param < params.size() ? params[param].pointer : b.args.empty();
    auto from = static_cast<size_t>(place) - 1;
    b.args.push_back(place == 0             ? keptArgument(callable, index++, pointer)
                     : from < values.size() ? values[from]
                                            : Value());
    call.args.push_back(place != 0 && from < insts.size() ? insts[from] : None);
  }
  if (std::ranges::any_of(kept, [](int64_t place) { return place != 0; }))
    return;
  b.args.insert(b.args.end(), values.begin(), values.end());
  call.args.insert(call.args.end(), insts.begin(), insts.end());
}

/// Whether it is a method, and not the call operator of an object, which is the callable itself.
bool FunctionAnalysis::takesReceiver(EntityId function) const {
  const Global &method = c_.world.entities[function];
  return method.entity->kind == EntityKind::Method && !method.has(Static) &&
         !method.name().ends_with("::operator()");
}

/// A pointer to a method is called with the object, or what points to it, as the first argument.
void FunctionAnalysis::takeReceiver(Binding &b, Call &call) const {
  if (!takesReceiver(b.callee))
    return;
  b.receiver = NoPath;
  if (b.args.empty())
    return;
  b.receiver = pointee(b.args[0]);
  if (std::optional<Value> held = b.receiver == NoPath ? std::nullopt : lookup(now_, b.receiver);
      held && held->kind == Value::Address)
    b.receiver = held->path;
  b.args.erase(b.args.begin());
  call.args.erase(call.args.begin());
}

} // namespace clangsql::link
