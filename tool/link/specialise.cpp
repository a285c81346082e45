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

} // namespace clangsql::link
