// An Effect in the caller's terms: parameters become arguments, `this` the receiver, the result its
// target.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace clangsql::link {

using namespace summary;

/// Whether a parameter is an object of its own, as a smart pointer by value is.
bool FunctionAnalysis::takesObject(EntityId callee, uint32_t index) const {
  const std::vector<Type> &params = c_.world.entities[callee].entity->params;
  return index < params.size() && params[index].cls == TypeClass::Record &&
         !params[index].reference && !params[index].pointer;
}

/// The caller's path for one of the callee's; nullopt if the caller has none.
std::optional<PathId> FunctionAnalysis::mapPath(PathId path, const Binding &b) const {
  const Path &at = c_.paths[path];
  auto known = [](PathId p) { return p == NoPath ? std::optional<PathId>() : p; };
  switch (at.step) {
  case Path::This: return known(b.receiver);
  case Path::Return: return known(b.target);
  case Path::Global:
  case Path::Shared: return path;
  case Path::Param:
    return at.index < b.args.size() ? known(pointee(b.args[at.index])) : std::nullopt;
  case Path::Local:
  case Path::Object:
  case Path::Rest: return std::nullopt;
  default: break;
  }
  std::optional<PathId> parent = mapPath(at.parent, b);
  if (!parent && at.step == Path::Deref && c_.paths[at.parent].step == Path::Return)
    return c_.paths.root(Path::Object, b.inst); // as a pointer that is returned points to
  if (!parent)
    return std::nullopt;
  if (at.step != Path::Deref)
    return c_.paths.child(*parent, at.step, at.index);
  if (c_.paths[at.parent].step == Path::Param && !takesObject(b.callee, c_.paths[at.parent].index))
    return parent; // the argument is the address already
  if (std::optional<Value> held = lookup(now_, *parent);
      held && (held->kind == Value::Address || held->kind == Value::Function) &&
      held->path != NoPath)
    return held->path;
  return c_.paths.child(*parent, Path::Deref);
}

std::string FunctionAnalysis::parameterName(EntityId callee, uint32_t index) const {
  uint32_t body = c_.world.entities[callee].body;
  if (body == ~uint32_t(0))
    return "";
  const Body &b = c_.world.bodies[body];
  for (const Place &place : b.function->places)
    if (place.kind == Place::Param && place.index == index && place.name != None)
      return b.unit->strings[place.name];
  return "";
}

/// Marks a text that goes through a parameter: a hop of each of its holes.
TextRef FunctionAnalysis::passed(TextRef text, PathId path, const Binding &b) const {
  const Path &root = c_.paths[c_.paths[path].root];
  if (probing_ || root.step != Path::Param || b.call == nullptr ||
      root.index >= b.call->args.size() || b.call->args[root.index] == None)
    return text;
  std::string name = parameterName(b.callee, root.index);
  std::string callee = shortName(c_.world.entities[b.callee].name());
  std::string what = name.empty() ? fmt::format("passed to '{}'", callee)
                                  : fmt::format("passed to '{}' as '{}'", callee, name);
  Where at = where(b.call->args[root.index]);
  return c_.texts.step({StepInfo::Passed, at, what, c_.world.sourceOf(at), body_.entity}, text);
}

/// Whether a text is made of words and of something not constant; not if it is one or the other.
static bool isGlued(TextRef text, const Paths &paths) {
  return anyNode(text, [&](TextRef t) {
    if (t->constant() || t->leaf())
      return Visit::Past;
    if (t->kind == Text::Concat)
      return std::ranges::any_of(t->children,
                                 [&](TextRef c) { return c->constant() && hasOwnText(c, paths); })
                 ? Visit::Found
                 : Visit::Below;
    bool through = t->kind == Text::Choice || t->kind == Text::Step || t->kind == Text::Escaped ||
                   t->kind == Text::Repeat;
    return through ? Visit::Below : hasOwnText(t, paths) ? Visit::Found : Visit::Past;
  });
}

TextRef FunctionAnalysis::mapInput(PathId path, const Binding &b) const {
  TextRef text = inputText(path, b);
  glued_ |= isGlued(text, c_.paths);
  return text;
}

TextRef FunctionAnalysis::inputText(PathId path, const Binding &b) const {
  const Path &at = c_.paths[path];
  PathId pointer = at.step == Path::Deref ? at.parent : path;
  if (c_.paths[pointer].step == Path::Param) {
    uint32_t index = c_.paths[pointer].index;
    if (index < b.args.size() && b.call->args[index] != None)
      return passed(textOf(b.call->args[index]), path, b);
  }
  if (std::optional<PathId> mapped = mapPath(path, b))
    return passed(content(*mapped), path, b);
  if (at.step == Path::Deref)
    if (std::optional<PathId> parent = mapPath(at.parent, b)) // a pointer that holds its text
      return content(*parent);
  if (TextRef field = fieldOfAny(path))
    return field;
  return unknown(b.where, TypeClass::Text,
                 fmt::format("a value of '{}'", c_.world.entities[b.callee].name()));
}

TextRef FunctionAnalysis::mapText(TextRef text, const Binding &b) const {
  if (!text->hasIn && !text->hasChoice)
    return text;
  Inputs inputs;
  inputs.at = [&](PathId path) { return mapInput(path, b); };
  std::vector<TextRef> rest = b.rest;
  if (b.restKnown)
    inputs.rest = &rest;
  else // a va_list that is handed on: the list is still the caller's caller's
    for (Id arg : b.call->args)
      if (arg != None && values_[arg].kind == Value::Address)
        if (TextRef list = content(values_[arg].path); list->kind == Text::In && list->rest) {
          rest = {list};
          inputs.rest = &rest;
        }
  return c_.texts.substitute(text, joinId(b.inst), inputs);
}

Condition FunctionAnalysis::mapCondition(const Condition &condition, const Binding &b) const {
  Condition mapped;
  mapped.whenTrue = mapFacts(condition.whenTrue, b);
  mapped.whenFalse = mapFacts(condition.whenFalse, b);
  auto add = [&](const Condition::Refinements &from, Condition::Refinements &to) {
    for (const auto &[path, text] : from)
      if (std::optional<PathId> p = mapPath(path, b))
        to.push_back({*p, mapText(c_.texts.born(joinId(b.inst), text), b)});
  };
  add(condition.ifTrue, mapped.ifTrue);
  add(condition.ifFalse, mapped.ifFalse);
  return mapped;
}

Value FunctionAnalysis::mapValue(const Value &value, const Binding &b) const {
  switch (value.kind) {
  case Value::Text: return Value::ofText(mapText(value.text, b));
  case Value::Address: {
    std::optional<PathId> path = mapPath(value.path, b);
    const Path &at = c_.paths[value.path];
    if (!path && at.step == Path::Deref && c_.paths[at.parent].step == Path::Param &&
        c_.paths[at.parent].index < b.args.size())
      return b.args[c_.paths[at.parent].index];
    return path ? Value::ofAddress(*path) : Value();
  }
  case Value::Symbol: {
    bool local = !c_.paths[value.path].input || c_.paths[value.path].step == Path::Joined;
    return local ? Value() : callerValue(value.path, b);
  }
  case Value::Truth: {
    Condition condition = mapCondition(*value.condition, b);
    return condition.saysNothing() ? Value() : Value::ofTruth(std::move(condition), value.number);
  }
  case Value::Function: {
    std::optional<PathId> object = value.path == NoPath ? std::nullopt : mapPath(value.path, b);
    return Value::ofFunction(value.function, object.value_or(NoPath), value.number);
  }
  default: return value;
  }
}

/// What a callee does, as its effect says; on a walk, and where the effect cannot say it, as a walk
/// with these arguments shows.
Value FunctionAnalysis::apply(const Effect &effect, const Binding &b) {
  std::optional<Outcome> shown =
      probing_ ? evaluate(b.callee, b.args, b.receiver) : rerun(effect, b);
  Value made = applied(effect, b, shown ? &*shown : nullptr);
  return shown && now_.reachable ? outcomeOf(*shown, b, std::move(made)) : made;
}

Value FunctionAnalysis::outcomeOf(const Outcome &outcome, const Binding &b, Value applied) {
  if (!outcome.returns) {
    now_.reachable = false;
    return {};
  }
  for (const auto &[path, value] : outcome.writes)
    if (std::optional<PathId> mapped = mapPath(path, b))
      assign(wholeTextAt(*mapped, value), value);
  if (outcome.result.kind == Value::Text && b.target != NoPath) {
    assign(b.target, outcome.result);
    return Value::ofAddress(b.target);
  }
  return outcome.result.kind == Value::Unknown ? applied : outcome.result;
}

/// A callee that returns or stores an object it was handed copies all that the object holds here.
void FunctionAnalysis::addParts(const Value &whole, PathId to, const Binding &b,
                                std::vector<std::pair<PathId, Value>> &writes) const {
  TextRef in = whole.kind == Value::Text ? strip(whole.text) : nullptr;
  if (!in || in->kind != Text::In || in->rest)
    return;
  std::optional<PathId> from = mapPath(in->path, b);
  if (!from || *from == NoPath || *from == to)
    return;
  auto add = [&](const std::map<PathId, Value> &store) {
    for (const auto &[path, value] : store)
      if (path != *from && c_.paths.within(path, *from) &&
          (&store == &now_.store || !now_.store.contains(path)))
        writes.push_back({c_.paths.rebase(path, *from, to), value});
  };
  add(now_.store);
  add(c_.constants);
}

Value FunctionAnalysis::applied(const Effect &effect, const Binding &b, const Outcome *shown) {
  std::vector<std::pair<PathId, Value>> writes;
  std::vector<bool> told;        // of which of them the callee tells those who read them elsewhere
  auto mine = [&](Value value) { // with what the callee does not know as this call's
    if (value.kind == Value::Text)
      value.text = c_.texts.born(joinId(b.inst), value.text);
    return mapValue(value, b);
  };
  auto isShown = [&](PathId path) {
    return probing_ && shown &&
           std::ranges::find(shown->writes, path, &std::pair<PathId, Value>::first) !=
               shown->writes.end();
  };
  for (const auto &[path, value] : effect.writes)
    if (std::optional<PathId> mapped = isShown(path) ? std::nullopt : mapPath(path, b)) {
      writes.push_back({*mapped, mine(value)});
      addParts(value, *mapped, b, writes);
      told.resize(writes.size(), value.kind == Value::Text && !value.text->hasIn);
    }
  bool resultShown = probing_ && shown && shown->result.kind != Value::Unknown;
  Value result = resultShown ? Value() : mine(effect.result);
  if (!probing_)
    for (PathId path : effect.tested)
      noteTested(inputText(path, b));
  const Global &callee = c_.world.entities[b.callee];
  bool runs =
      !probing_ && (!callee.has(Coroutine) || b.call->flags & AwaitedCall); // when it is awaited
  if (runs && !c_.world.library.isInternal(callee.name())) {
    applyWaits(effect, b);
    applyTransactions(effect, b);
    applyCallables(effect, b);
  }
  if (isSent())
    applySinks(effect, b, shown);
  if (!effect.mayReturn) {
    now_.reachable = false;
    return {};
  }
  bool object = b.target != NoPath && (b.call->flags & ConstructorCall) == 0;
  if (object || (b.call->flags & ConstructorCall && b.receiver != NoPath)) {
    PathId built = object ? b.target : b.receiver;
    eraseBelow(built);
    now_.store.erase(built);
    if (!object)
      now_.store[built] = Value::zero();
  }
  for (size_t i = 0; i < writes.size(); ++i) {
    auto &[path, value] = writes[i];
    if (Value called = value.kind == Value::Address ? callableAt(value.path) : Value();
        called.kind == Value::Function)
      value = called; // a callable that is kept outlives the argument it came in
    assignReturned(path, std::move(value), told[i]);
  }
  if (object)
    return Value::ofAddress(b.target);
  if (b.call->flags & ConstructorCall)
    return Value::ofAddress(b.receiver);
  if (resultShown)
    return {};
  bool pointer =
      f_.insts[b.inst].cls == TypeClass::Pointer || f_.insts[b.inst].cls == TypeClass::Record;
  if (result.kind == Value::Unknown &&
      pointer) // an object that is not followed, as an unknown call's
    return callUnknown(*b.call, b.inst, b.callee);
  if (result.kind == Value::Text && !probing_) {
    std::string what =
        fmt::format("returned by '{}'", shortName(c_.world.entities[b.callee].name()));
    result.text = c_.texts.step({StepInfo::Returned, b.where, what, "", body_.entity}, result.text);
  }
  if (result.kind == Value::Text)
    return returnedText(result.text, b);
  return withSymbol(std::move(result));
}

/// The one argument of the call that a callee's text is made of; the whole call if there are more.
Where FunctionAnalysis::argumentOf(TextRef text, const Binding &b) const {
  std::set<uint32_t> found;
  Inputs inputs;
  inputs.at = [&](PathId path) {
    const Path &root = c_.paths[c_.paths[path].root];
    bool given = root.step == Path::Param && root.index < b.call->args.size() &&
                 b.call->args[root.index] != None;
    found.insert(given ? root.index : ~uint32_t(0));
    return c_.texts.in(path);
  };
  c_.texts.substitute(text, 0, inputs);
  bool one = found.size() == 1 && *found.begin() != ~uint32_t(0);
  return one ? where(b.call->args[*found.begin()]) : b.where;
}

/// Where a text is written by the address of its first character.
PathId FunctionAnalysis::wholeTextAt(PathId path, const Value &value) const {
  const Path &at = c_.paths[path];
  bool first = value.kind == Value::Text && at.step == Path::Element && at.index == 0;
  return first && holdsCharacters(at.parent) ? at.parent : path;
}

/// What a callee wrote: a text by a pointer to characters that can be changed is where it points.
void FunctionAnalysis::assignReturned(PathId path, Value value, bool told) {
  path = wholeTextAt(path, value);
  std::optional<TypeAt> type = value.kind == Value::Text ? typeAt(path) : std::nullopt;
  bool pointer = type && type->type.cls == TypeClass::Text && type->type.pointer &&
                 !type->type.constant && !type->type.reference;
  if (!pointer)
    return assign(path, std::move(value), told);
  PathId object = c_.paths.child(path, Path::Deref);
  assign(path, Value::ofAddress(object));
  assign(object, std::move(value), told);
}

/// A text that a call returns: characters that nobody changes, or, by a pointer to others, an
/// object of their own.
Value FunctionAnalysis::returnedText(TextRef text, const Binding &b) {
  const Type &type = c_.world.entities[b.callee].entity->type;
  if (!type.pointer || type.constant || type.reference)
    return Value::ofText(text);
  PathId object = c_.paths.root(Path::Object, b.inst);
  assign(object, Value::ofText(text));
  return Value::ofAddress(object);
}

/// Whether variable arguments are part of a text.
static bool hasRest(TextRef text) {
  return anyNode(
      text, [](TextRef t) { return t->kind == Text::In && t->rest ? Visit::Found : Visit::Below; });
}

void FunctionAnalysis::applySinks(const Effect &effect, const Binding &b, const Outcome *shown) {
  // The place of a statement is the call in the function that lets the text in: this one, if all of
  // it comes from here (the callee is a wrapper), or SQL with something not constant in it.
  for (const Sink &below : effect.sinks) {
    Sink mine = below;
    glued_ = false;
    mine.text = mapText(below.text, b);
    bool glued = glued_;
    if (shown && !hasRest(below.text)) // a walk is not handed the variable arguments
      if (auto sent = shown->sinks.find({below.event, below.ordinal}); sent != shown->sinks.end())
        mine.text = sent->second;
    mine.name = below.name ? mapText(below.name, b) : nullptr;
    mine.connection =
        below.connection == NoPath ? NoPath : mapPath(below.connection, b).value_or(NoPath);
    mine.returns = std::nullopt;
    mine.succeeds = below.returns ? success(mine, *below.returns, b) : std::nullopt;
    if (glued || !hasOwnText(below.text, c_.paths)) {
      mine.call = b.where;
      mine.argument = argumentOf(below.text, b);
      mine.in = body_.entity;
      mine.callee = std::string(c_.world.entities[b.callee].name());
      mine.function = functionName();
      mine.through.insert(mine.through.begin(),
                          {below.call, fmt::format("sent by '{}'", below.callee)});
    }
    sentBelow_ = below.text;
    sink(std::move(mine));
    sentBelow_ = nullptr;
  }
}

} // namespace clangsql::link
