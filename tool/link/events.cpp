// One event of a function: its value, and what it does to the state.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using Refinement = Condition::Refinement;

namespace {
constexpr int64_t LastAscii = 0x7f; // characters up to here are the same numbers in every type
}

void FunctionAnalysis::event(Id inst) {
  ordinal_ = 0;
  at_ = inst;
  values_[inst] = eventValue(inst);
}

Value FunctionAnalysis::eventValue(Id inst) {
  const Op &op = f_.insts[inst].op;
  if (auto *load_ = std::get_if<Load>(&op))
    return load(*load_, inst);
  if (auto *store_ = std::get_if<Store>(&op))
    return store(*store_), Value();
  if (auto *call_ = std::get_if<Call>(&op))
    return call(*call_, inst);
  if (auto *literal_ = std::get_if<summary::Literal>(&op))
    return literal(*literal_, inst);
  if (auto *address = std::get_if<Address>(&op))
    return Value::ofAddress(pathOf(address->place));
  if (auto *number = std::get_if<Number>(&op))
    return Value::ofNumber(number->value);
  if (auto *function = std::get_if<FunctionRef>(&op))
    return Value::ofFunction(global(function->entity));
  if (auto *closure_ = std::get_if<Closure>(&op))
    return closure(*closure_, inst);
  if (auto *test_ = std::get_if<Test>(&op))
    return test(*test_);
  if (std::holds_alternative<Throw>(op))
    return thrown(inst), Value();
  return computed(std::get<Opaque>(op), inst);
}

/// Arithmetic on what is known; a text computed from one text (a pointer into it) is a part of it.
Value FunctionAnalysis::computed(const Opaque &opaque, Id inst) {
  if (opaque.op != Arithmetic::None && !opaque.from.empty()) {
    Value right = opaque.from.size() > 1 ? values_[opaque.from[1]] : Value::ofNumber(1);
    if (Value made = arithmetic(opaque.op, values_[opaque.from[0]], right);
        made.kind != Value::Unknown)
      return made;
  }
  if (f_.insts[inst].cls == TypeClass::Text && opaque.from.size() >= 1 &&
      f_.insts[opaque.from[0]].cls == TypeClass::Text) {
    const Value &text = values_[opaque.from[0]];
    bool moved =
        text.kind == Value::Address &&
        (opaque.op == Arithmetic::Increment ||
         (opaque.op == Arithmetic::Add && !(values_[opaque.from[1]] == Value::ofNumber(0))));
    return moved ? Value::ofAddress(tailOf(text.path)) : text;
  }
  bool character = isScalar(f_.insts[inst].cls) && opaque.op == Arithmetic::None;
  if (opaque.from.size() == 1 && character && values_[opaque.from[0]].kind == Value::Text)
    return values_[opaque.from[0]]; // a cast of one of a text's characters
  TypeClass from = opaque.from.size() == 1 ? f_.insts[opaque.from[0]].cls : TypeClass::Other;
  bool cast = opaque.op == Arithmetic::None && isScalar(from);
  if (cast && f_.insts[inst].cls == TypeClass::Pointer) // a number, as a pointer
    return values_[opaque.from[0]];
  if (cast && isScalar(f_.insts[inst].cls) && values_[opaque.from[0]].kind == Value::Truth)
    return values_[opaque.from[0]];
  if (const Value &of = opaque.from.empty() ? Value() : values_[opaque.from[0]];
      cast && f_.insts[inst].cls == TypeClass::Char && of.kind == Value::Number && of.number >= 0 &&
      of.number <= LastAscii)
    return of;
  if (opaque.from.size() == 1 && values_[opaque.from[0]].kind == Value::Address &&
      (f_.insts[inst].cls == TypeClass::Pointer || f_.insts[inst].cls == TypeClass::Text ||
       f_.insts[inst].cls == TypeClass::Record))
    return values_[opaque.from[0]]; // a cast
  return {};
}

Value FunctionAnalysis::load(const Load &load, Id inst) {
  const Place &place = f_.places[load.place];
  TypeClass cls = place.type.reference ? TypeClass::Pointer : f_.insts[inst].cls;
  Value made = valueAt(pathOf(load.place), cls);
  if (cls == TypeClass::Char && made.kind == Value::Text)
    noteTested(made.text);
  return made;
}

void FunctionAnalysis::store(const Store &store) {
  const Place &place = f_.places[store.place];
  PathId path = pathOf(store.place);
  if (path == NoPath || store.value == None)
    return;
  Value value = values_[store.value];
  TypeClass cls = f_.insts[store.value].cls;
  bool named = value.kind != Value::Unknown && value.kind != Value::Text;
  if (!named || !c_.paths[path].input) // else facts are of what the caller left there
    forgetFacts(path);
  if (cls == TypeClass::Char && storeCharacter(path, value))
    return;
  if (place.type.cls == TypeClass::Record && !place.type.reference && !place.type.pointer &&
      value.kind == Value::Address) {
    copyObject(value.path, path);
    if (std::holds_alternative<Closure>(f_.insts[store.value].op))
      moveKeys(value.path, path);
    return;
  }
  if (value.kind == Value::Unknown && cls != TypeClass::Text && cls != TypeClass::Record)
    value = symbol(store.value);
  else if (value.kind == Value::Unknown)
    value = Value::ofText(unknown(where(store.value), cls, "a value that is not followed"));
  assign(path, std::move(value));
}

/// An exception leaves a scope: its objects end what is in them, or what their destructors end.
void FunctionAnalysis::unwind(const Scope &scope) {
  for (Id object : scope.objects) {
    EntityId destructor = NoEntity;
    for (const Destroy &destroyed : f_.destructors)
      if (destroyed.place == object)
        destructor = global(destroyed.destructor);
    destroy(pathOf(object), destructor, {});
  }
}

void FunctionAnalysis::thrown(Id inst) {
  Id handlers = scopeOfHandlers(inst);
  bool throws = std::holds_alternative<Throw>(f_.insts[inst].op);
  if (handlers != None || throws) {
    State state = now_;
    std::swap(state, now_);
    for (Id scope = f_.insts[inst].scope; scope != handlers && scope < f_.scopes.size();
         scope = f_.scopes[scope].parent)
      unwind(f_.scopes[scope]);
    if (handlers == None)
      leave(where(inst));
    std::swap(state, now_);
    if (handlers != None)
      for (const Handler &handler : f_.scopes[handlers].handlers) {
        raised_[handler.block][inst] = state;
        touch(handler.block);
      }
  }
  if (throws)
    now_.reachable = false;
}

/// The scope whose handlers get what is thrown here.
Id FunctionAnalysis::scopeOfHandlers(Id inst) const {
  Id scope = f_.insts[inst].scope;
  while (scope != None && scope < f_.scopes.size() && f_.scopes[scope].handlers.empty())
    scope = f_.scopes[scope].parent;
  return scope < f_.scopes.size() ? scope : None;
}

Value FunctionAnalysis::literal(const summary::Literal &literal, Id inst) {
  link::Literal made;
  made.bytes = string(literal.bytes);
  made.where = where(inst);
  for (const summary::Segment &segment : literal.map)
    made.map.push_back({segment.first, c_.world.where(body_.unitIndex, segment.at)});
  const Global &self = c_.world.entities[body_.entity];
  bool initialiser =
      self.entity->kind == EntityKind::Variable || self.entity->kind == EntityKind::Field;
  made.inFunction = !initialiser || self.has(LocalVariable);
  if (literal.named != None)
    nameAfter(c_.world.entities[global(literal.named)], made);
  else if (literal.macro != None)
    made.named = string(literal.macro), made.namedBy = NamedBy::Macro;
  else if (initialiser)
    nameAfter(self, made);
  return Value::ofText(c_.texts.literal(std::move(made)));
}

Value FunctionAnalysis::closure(const Closure &closure, Id inst) {
  PathId object = c_.paths.root(Path::Object, inst);
  eraseBelow(object);
  for (const Capture &capture : closure.captures) {
    PathId field = c_.paths.child(object, Path::Field, global(capture.field));
    const Value &value = capture.value == None ? Value() : values_[capture.value];
    if (!capture.reference && value.kind == Value::Address &&
        f_.insts[capture.value].cls == TypeClass::Record) {
      copyObject(value.path, field);
      if (isTemporary(value.path))
        moveKeys(value.path, field);
    } else
      now_.store[field] = value;
  }
  now_.store[object] = Value::ofFunction(global(closure.body), object);
  return Value::ofAddress(object);
}

namespace {

Value negate(const Value &value) {
  if (value.kind == Value::Number)
    return Value::ofNumber(value.number == 0);
  if (value.kind != Value::Truth)
    return {};
  Condition c = *value.condition;
  std::swap(c.ifTrue, c.ifFalse);
  std::swap(c.whenTrue, c.whenFalse);
  c.compared = nullptr;
  return Value::ofTruth(std::move(c));
}

/// Whether a place is the end of what it is in.
const Condition *found(const Value &value) {
  bool place = value.kind == Value::Address || value.kind == Value::Truth;
  return place && value.condition && value.condition->found ? value.condition.get() : nullptr;
}

Value isFound(const Condition &found) {
  if (found.certain)
    return Value::ofNumber(*found.certain);
  Condition c = found;
  c.found = false;
  return Value::ofTruth(std::move(c));
}

/// A compare-style result (0: equal) as the condition that it is 0.
Value isZero(const Value &value) {
  Condition c = *value.condition;
  c.compared = nullptr;
  return Value::ofTruth(std::move(c));
}

Value truth(const Value &value) {
  if (const Condition *place = found(value))
    return isFound(*place);
  if (value.kind == Value::Symbol)
    return Value::ofFact({value.path, true});
  if (value.kind == Value::Truth && value.number != 0)
    return Value::ofTruth(*value.condition);
  if (value.kind == Value::Truth || value.kind == Value::Number)
    return value;
  return {};
}

} // namespace

Value FunctionAnalysis::equality(const Value &left, const Value &right, bool negated) {
  if (left.kind == Value::Number && right.kind == Value::Number)
    return Value::ofNumber((left.number == right.number) != negated);
  if (auto order = compare(left, right))
    return Value::ofNumber((*order == 0) != negated);
  if (const Condition *a = found(left), *b = found(right); (a == nullptr) != (b == nullptr)) {
    Value holds = isFound(a ? *a : *b);
    return negated ? holds : negate(holds);
  }
  const Value &number = left.kind == Value::Number ? left : right,
              &other = left.kind == Value::Number ? right : left;
  if (number.kind != Value::Number)
    return {};
  if (other.kind == Value::Symbol && number.number != 0)
    return Value::ofFact({comparison(other.path, {true, number.number}), !negated});
  if (other.kind == Value::Truth && other.condition->compared) // compare() == 0
    return number.number == 0 ? (negated ? negate(other) : isZero(other)) : Value();
  if (other.kind == Value::Truth && number.number != 0 && number.number != other.whenTrue())
    return other.whenTrue() ? Value::ofNumber(negated) : Value();
  if (number.number == 0 || other.kind == Value::Truth) {
    Value holds = truth(other);
    return (number.number == 0) != negated ? negate(holds) : holds;
  }
  return {};
}

/// What is tested; with null or for truth, a place in a text that is known is just not null.
Value FunctionAnalysis::tested(Id inst, const Test &test) const {
  if (inst == None)
    return {};
  Id other = inst == test.left ? test.right : test.left;
  bool place = probing_ && position(values_[inst]) &&
               (other == None || values_[other] == Value::ofNumber(0));
  return place ? Value::ofNumber(1) : values_[inst];
}

/// On a walk, a character that is asked for and is another; and what numbers are compared with.
void FunctionAnalysis::noteSought(const Test &test, const Value &left, const Value &right) {
  if (!missed_)
    return;
  for (Id side : {test.left, test.right})
    if (const auto *number = side == None ? nullptr : std::get_if<Number>(&f_.insts[side].op);
        number && f_.insts[side].cls != TypeClass::Char)
      missed_->sizes.insert(number->value);
  bool equality = test.op == TestOp::Eq || test.op == TestOp::Ne;
  bool differ = left.kind == Value::Number && right.kind == Value::Number && !(left == right);
  if (!equality || !differ)
    return;
  for (Id side : {test.left, test.right})
    if (auto *number = std::get_if<Number>(&f_.insts[side].op);
        number && f_.insts[side].cls == TypeClass::Char && number->value > ' ')
      noteSought(std::string(1, static_cast<char>(number->value)));
}

Value FunctionAnalysis::test(const Test &test) {
  Value left = tested(test.left, test), right = tested(test.right, test);
  bool compared = left.kind == Value::Truth && left.condition->compared;
  noteSought(test, left, right);
  switch (test.op) {
  case TestOp::Truth: return compared ? negate(left) : truth(presence(left));
  case TestOp::Not: return compared ? isZero(left) : negate(truth(presence(left)));
  case TestOp::Eq:
  case TestOp::Ne:
    return equality(withNull(left, right), withNull(right, left), test.op == TestOp::Ne);
  case TestOp::And: return both(truth(presence(left)), truth(presence(right)));
  case TestOp::Or:
    return negate(both(negate(truth(presence(left))), negate(truth(presence(right)))));
  default: break;
  }
  std::optional<int64_t> order = compare(left, right);
  if (!order)
    return ordered(test.op, left, right);
  return Value::ofNumber(test.op == TestOp::Lt   ? *order < 0
                         : test.op == TestOp::Le ? *order <= 0
                         : test.op == TestOp::Gt ? *order > 0
                                                 : *order >= 0);
}

/// Two conditions at once: what either proves when both hold; when one fails, what both then say of
/// the same path. The right one was looked at only if the left holds.
Value FunctionAnalysis::both(const Value &left, const Value &right) {
  if (left.kind == Value::Number)
    return left.number ? right : left;
  if (right.kind == Value::Number && right.number)
    return left;
  if (left.kind != Value::Truth && right.kind != Value::Truth)
    return {};
  static const Condition none;
  const Condition &a = left.condition ? *left.condition : none,
                  &b = right.condition ? *right.condition : none;
  Condition made;
  made.ifTrue = a.ifTrue;
  for (const auto &refined : b.ifTrue)
    if (std::ranges::find(a.ifTrue, refined.first, &Refinement::first) == a.ifTrue.end())
      made.ifTrue.push_back(refined);
  bool never = right.kind == Value::Number; // the right one is false wherever it is asked
  if (!never)
    for (const auto &[path, text] : a.ifFalse)
      for (const auto &[other, otherwise] : b.ifFalse)
        if (path == other)
          made.ifFalse.push_back(
              {path, c_.texts.choice(joinId(path) ^ 0xa9d, {{0, text}, {1, otherwise}})});
  if (never)
    made.ifTrue.clear();
  if (!never)
    std::ranges::set_union(a.whenTrue, b.whenTrue, std::back_inserter(made.whenTrue));
  std::ranges::set_intersection(a.whenFalse, b.whenFalse, std::back_inserter(made.whenFalse));
  return made.saysNothing() ? Value() : Value::ofTruth(std::move(made));
}

/// What a path holds without what conditions say of it.
TextRef FunctionAnalysis::unrefined(const State &state, PathId path) const {
  TextRef text = content(state, path);
  auto refined = state.refined.find(path);
  return refined != state.refined.end() && refined->second.to == text ? refined->second.from : text;
}

/// The text without the steps that do not change it.
static TextRef wholeOf(TextRef text) {
  auto other = [](StepInfo::Kind kind) { // another text from there on
    return kind == StepInfo::Part || kind == StepInfo::Read;
  };
  while (text->kind == Text::Step && !other(text->step.kind))
    text = text->children[0];
  return text;
}

/// The path, and all others that hold the same: copies of one of the function's inputs.
std::vector<PathId> FunctionAnalysis::copiesOf(PathId path) const {
  std::vector<PathId> found{path};
  TextRef input = wholeOf(unrefined(now_, path));
  bool probe = probing_ && input->kind == Text::Literal && !input->literal.bytes.empty();
  bool piece = input->kind == Text::Step && input->step.kind == StepInfo::Read;
  if (!probe && !piece && (input->kind != Text::In || input->rest))
    return found;
  if (many_ || (input->path != NoPath && isOneOfMany(input->path)))
    return found; // the other may hold another element
  auto holds = [&](PathId other) { return wholeOf(unrefined(now_, other)) == input; };
  for (const auto &[other, value] : now_.store)
    if (other != path && value.kind == Value::Text && holds(other))
      found.push_back(other);
  bool element =
      !probe && !piece && c_.paths[input->path].step == Path::Element; // another, the next turn
  if (!probe && !piece && !element && input->path != path && !now_.store.contains(input->path) &&
      holds(input->path))
    found.push_back(input->path);
  return found;
}

/// There is no such object: a pointer that points to it is null.
void FunctionAnalysis::makeNull(PathId object) {
  auto isPointer = [&](PathId path) {
    std::optional<TypeAt> type = typeAt(path);
    return type && type->type.pointer && !isOneOfMany(path);
  };
  for (auto &[path, value] : now_.store)
    if (value == Value::ofAddress(object) && isPointer(path))
      value = Value::ofNumber(0);
  const Path &at = c_.paths[object];
  if (at.step == Path::Deref && isPointer(at.parent))
    now_.store.try_emplace(at.parent, Value::ofNumber(0));
}

/// Whether a path stands for one of many: what each turn of a loop has put into an array.
bool FunctionAnalysis::isInMany(PathId path) const {
  return std::ranges::any_of(now_.store, [&](const auto &held) {
    const Path &at = c_.paths[held.first];
    return at.step == Path::Element && at.index == AnyElement &&
           held.second.kind == Value::Address && held.second.path == path;
  });
}

void FunctionAnalysis::refine(const Value &value, bool holds) {
  const Condition &c = *value.condition;
  for (const auto &[path, text] : holds ? c.ifTrue : c.ifFalse)
    for (PathId copy : isInMany(path) ? std::vector<PathId>() : copiesOf(path)) {
      now_.refined[copy] = {unrefined(now_, copy), text};
      now_.store[copy] = Value::ofText(text);
    }
  for (Fact fact : holds ? c.whenTrue : c.whenFalse)
    if (c_.paths[fact.first].step == Path::Exists && !fact.second)
      makeNull(c_.paths[fact.first].parent);
  assume(now_.transactions, holds ? c.whenTrue : c.whenFalse);
  if (now_.transactions.empty())
    now_.reachable = false; // this way contradicts every way that leads here
}

} // namespace clangsql::link
