// Callables that a library's function is given: what runs, with which arguments, and what std::bind
// and its kin keep for later.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument;

/// Callables that run during the call; what runs later or on another thread is none of this
/// function's time.
void FunctionAnalysis::callables(const models::Function &model, const Binding &b, Value &result) {
  for (const models::CallableFact &fact : model.calls) {
    if (fact.when == models::CallableFact::Bound)
      result = bound(fact, b);
    if (fact.when != models::CallableFact::Now)
      continue;
    Value value = argument(fact.function, b);
    if (fact.result && fact.with && fact.with->list.size() == 1)
      if (TextRef text = mapped(argument(fact.with->list[0], b), value)) {
        write(*fact.result, text, b, result);
        continue;
      }
    if (value.kind == Value::Address) {
      PathId callable = value.path;
      value = callableAt(callable);
      const std::vector<EntityId> &held = c_.world.pointedTo(body_, *b.call);
      if (value.kind != Value::Function && !held.empty() && haveBodies(held)) {
        result = callAll(*b.call, b.inst, held);
        continue;
      }
      if (value.kind != Value::Function)
        invokes(callable);
    }
    if (value.kind == Value::Function) {
      result = callCallable(value, fact, b, std::move(result));
      continue;
    }
    std::vector<EntityId> operators = callOperators(fact, b);
    PathId receiver = object(fact.function, b);
    auto go = [&](size_t i) {
      return callCallable(Value::ofFunction(operators[i], receiver), fact, b, result);
    };
    if (!operators.empty())
      result = anyOf(b.inst, operators.size(), go);
  }
}

/// The call operators of the object that a library's function is given to call, which take no more
/// than what they are called with.
std::vector<EntityId> FunctionAnalysis::callOperators(const models::CallableFact &fact,
                                                      const Binding &b) const {
  const Global &callee = c_.world.entities[b.callee];
  const Argument &callable = fact.function;
  bool given = callable.index >= 0 && callable.access == Argument::Itself &&
               static_cast<size_t>(callable.index) < callee.entity->params.size();
  if (!given)
    return {};
  size_t passed = fact.with ? fact.with->list.size() : 0;
  if (fact.with && fact.with->rest)
    passed += b.args.size() - std::min(b.args.size(), static_cast<size_t>(*fact.with->rest));
  Id record = callee.entity->params[static_cast<size_t>(callable.index)].record;
  std::vector<EntityId> found = c_.world.callOperatorsOf(c_.world.idOf(*callee.unit, record));
  std::erase_if(found,
                [&](EntityId id) { return c_.world.entities[id].entity->params.size() > passed; });
  return found;
}

/// Runs a callable as a library's function does. Returns the function's result.
Value FunctionAnalysis::callCallable(const Value &callable, const models::CallableFact &fact,
                                     const Binding &b, Value result) {
  const Global &entity = c_.world.entities[callable.function];
  bool modelled = entity.model && !fact.result;
  bool seen = entity.body != ~uint32_t(0) && c_.effects[entity.body].known;
  if (!modelled && !seen)
    return result;
  Call called;
  called.callee = b.call->callee;
  Binding inner = bindCallable(callable, fact, b, called);
  bool returns = fact.result && *fact.result == Argument{Argument::Return};
  if (returns)
    inner.target = b.target;
  if (!probing_)
    c_.results.called.insert(callable.function);
  bool reachable = now_.reachable;
  Value made =
      modelled ? callModel(*entity.model, inner) : apply(effectOf(entity.body, inner), inner);
  now_.reachable = reachable;
  if (returns)
    return made;
  if (fact.result)
    write(*fact.result, textOf(made, f_.insts[b.inst].cls, b.where), b, result);
  return result;
}

/// What a callable is called with by a function that gets it; `called` holds what came from where.
FunctionAnalysis::Binding FunctionAnalysis::bindCallable(const Value &callable,
                                                         const models::CallableFact &fact,
                                                         const Binding &b, Call &called) {
  Binding inner;
  inner.call = &called;
  inner.inst = b.inst;
  inner.callee = callable.function;
  inner.receiver = callable.path;
  inner.where = b.where;
  auto pass = [&](const Argument &a) {
    inner.args.push_back(argument(a, b));
    called.args.push_back(a.access == Argument::Itself ? argumentInst(a.index, b) : None);
  };
  if (fact.with) {
    for (const Argument &a : fact.with->list)
      pass(a);
    for (size_t i = fact.with->rest ? static_cast<size_t>(*fact.with->rest) : b.args.size();
         i < b.args.size(); ++i)
      pass({static_cast<int>(i)});
  }
  putKept(callable, inner, called);
  takeReceiver(inner, called);
  return inner;
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
