// Numbers as far as they are known, and places in a text: subscripts, lengths, iterators, pointers.
#include "link/analysis.h"

namespace clangsql::link {

using namespace summary;

static std::optional<int64_t> calculate(Arithmetic how, int64_t a, int64_t b) {
  int64_t made = 0;
  switch (how) {
  case Arithmetic::Add:
  case Arithmetic::Increment:
    return __builtin_add_overflow(a, b, &made) ? std::nullopt : std::optional(made);
  case Arithmetic::Sub:
  case Arithmetic::Decrement:
    return __builtin_sub_overflow(a, b, &made) ? std::nullopt : std::optional(made);
  case Arithmetic::Mul:
    return __builtin_mul_overflow(a, b, &made) ? std::nullopt : std::optional(made);
  case Arithmetic::Div: return b > 0 ? std::optional(a / b) : std::nullopt;
  case Arithmetic::Rem: return b > 0 ? std::optional(a % b) : std::nullopt;
  case Arithmetic::And: return a & b;
  case Arithmetic::Or: return a | b;
  case Arithmetic::Xor: return a ^ b;
  case Arithmetic::Neg: return a > INT64_MIN ? std::optional(-a) : std::nullopt;
  case Arithmetic::None: break;
  }
  return std::nullopt;
}

/// A pointer or iterator into a text that is wholly known.
std::optional<FunctionAnalysis::Position> FunctionAnalysis::position(const Value &value) const {
  if (value.kind != Value::Address || value.path == NoPath)
    return std::nullopt;
  auto in = [&](PathId path, int64_t index) -> std::optional<Position> {
    std::optional<Value> held = lookup(now_, path);
    if (!held || held->kind != Value::Text || strip(held->text)->kind != Text::Literal ||
        index > int64_t(strip(held->text)->literal.bytes.size()))
      return std::nullopt;
    return Position{path, strip(held->text)->literal.bytes, index};
  };
  const Path &at = c_.paths[value.path];
  if (at.step == Path::Element && at.index < TailElement)
    if (std::optional<Position> character = in(at.parent, at.index))
      return character;
  return in(value.path, 0);
}

/// The array that a pointer points into, and the number of the element.
std::optional<std::pair<PathId, int64_t>> FunctionAnalysis::elementOf(const Value &pointer) const {
  if (pointer.kind != Value::Address || pointer.path == NoPath)
    return std::nullopt;
  const Path &at = c_.paths[pointer.path];
  bool element = at.step == Path::Element && at.index < TailElement;
  PathId array = element ? at.parent : pointer.path;
  return c_.arrays.contains(array) ? std::optional(std::pair(array, element ? at.index : 0))
                                   : std::nullopt;
}

Value FunctionAnalysis::arithmetic(Arithmetic how, const Value &left, const Value &right) {
  bool moves = how == Arithmetic::Add || how == Arithmetic::Sub || how == Arithmetic::Increment ||
               how == Arithmetic::Decrement;
  if (left.kind == Value::Number && right.kind == Value::Number) {
    std::optional<int64_t> made = calculate(how, left.number, right.number);
    return made ? Value::ofNumber(*made) : Value();
  }
  if (left.kind == Value::Length && right.kind == Value::Number && moves)
    return Value::ofLength(left.path, left.text, *calculate(how, left.number, right.number));
  if (how == Arithmetic::And) { // a bit that is set tells that it is not 0
    Value zero = equality(left, Value::ofNumber(0), false);
    Condition set;
    if (zero.kind == Value::Truth)
      set.whenTrue = zero.condition->whenFalse;
    return set.saysNothing() ? Value() : Value::ofTruth(std::move(set), Value::SomeNumber);
  }
  if (!moves)
    return {};
  if (!probing_) { // into an array: some element of it
    if (left.kind != Value::Address || left.path == NoPath)
      return {};
    if (isFront(left.path)) // as an iterator into a text: some place in it
      return left;
    const Path &at = c_.paths[left.path];
    PathId array = at.step == Path::Element ? at.parent : left.path;
    return hasElements(array) ? Value::ofAddress(c_.paths.child(array, Path::Element, AnyElement))
                              : Value();
  }
  if (auto element = right.kind == Value::Number ? elementOf(left) : std::nullopt) {
    int64_t index = calculate(how, element->second, right.number).value_or(-1);
    return index < 0 || index >= TailElement
               ? Value()
               : Value::ofAddress(
                     c_.paths.child(element->first, Path::Element, static_cast<uint32_t>(index)));
  }
  std::optional<Position> from = position(left), to = position(right);
  if (from && to && from->text == to->text && how == Arithmetic::Sub)
    return Value::ofNumber(from->index - to->index);
  if (!from || right.kind != Value::Number)
    return {};
  int64_t index = calculate(how, from->index, right.number).value_or(-1);
  if (index < 0 || index > int64_t(from->bytes.size()))
    return {};
  return Value::ofAddress(c_.paths.child(from->text, Path::Element, static_cast<uint32_t>(index)));
}

/// An address of any of the elements: where the others are is not known.
bool FunctionAnalysis::isAnyElement(const Value &value) const {
  return value.kind == Value::Address && c_.paths[value.path].step == Path::Element &&
         c_.paths[value.path].index == AnyElement;
}

/// On a walk, what an operator of an iterator into a text that is known does: ++ -- += -= + -.
std::optional<Value> FunctionAnalysis::movePlace(const Binding &b) {
  if (!probing_ || !(b.call->flags & OperatorCall))
    return std::nullopt;
  static const std::map<std::string, Arithmetic, std::less<>> operators = {
      {"operator++", Arithmetic::Increment}, {"operator--", Arithmetic::Decrement},
      {"operator+=", Arithmetic::Add},       {"operator-=", Arithmetic::Sub},
      {"operator+", Arithmetic::Add},        {"operator-", Arithmetic::Sub}};
  std::string name = shortName(c_.world.entities[b.callee].name());
  auto how = operators.find(name);
  size_t operand = b.receiver == NoPath ? 1 : 0; // the right one
  PathId object = operand ? pointee(b.args.empty() ? Value() : b.args[0]) : b.receiver;
  std::optional<Value> held = object == NoPath ? std::nullopt : lookup(now_, object);
  if (how == operators.end() || !held || !position(*held) || isAnyElement(*held))
    return std::nullopt; // an iterator over texts goes on to any of them
  bool step = how->second == Arithmetic::Increment || how->second == Arithmetic::Decrement;
  Value by = step ? Value::ofNumber(1) : operand < b.args.size() ? b.args[operand] : Value();
  if (by.kind == Value::Address)
    by = lookup(now_, by.path).value_or(Value());
  Value moved = arithmetic(how->second, *held, by);
  if (moved.kind == Value::Unknown || moved.kind == Value::Number)
    return moved.kind == Value::Number ? std::optional(moved) : std::nullopt;
  bool binary = name == "operator+" || name == "operator-";
  if (!binary)
    assign(object, moved);
  if (b.target == NoPath)
    return Value::ofAddress(object);
  assign(b.target, binary ? moved : *held); // i++ gives what i was
  return Value::ofAddress(b.target);
}

/// Less than, equal to or greater than 0, as `left` is to `right`; nullopt if that is not known.
std::optional<int64_t> FunctionAnalysis::compare(const Value &left, const Value &right) const {
  auto sign = [](int64_t a, int64_t b) { return int64_t(a > b) - int64_t(a < b); };
  if (left.kind == Value::Number && right.kind == Value::Number)
    return sign(left.number, right.number);
  if (left.kind == Value::Length && right.kind == Value::Length && left.text == right.text)
    return sign(left.number, right.number);
  if (!probing_)
    return std::nullopt;
  std::optional<Position> a = position(left), b = position(right);
  if (a && b && a->text == b->text && !isAnyElement(left) && !isAnyElement(right))
    return sign(a->index, b->index);
  auto in = elementOf(left), other = elementOf(right);
  if (in && other && in->first == other->first)
    return sign(in->second, other->second);
  return std::nullopt;
}

/// The character at a path, where text and place are known; 0 after its end.
std::optional<int64_t> FunctionAnalysis::characterAt(PathId path) const {
  std::optional<Position> at = position(Value::ofAddress(path));
  if (!at || at->index < 0 || at->index > int64_t(at->bytes.size()))
    return std::nullopt;
  size_t index = static_cast<size_t>(at->index);
  return index == at->bytes.size() ? 0 : static_cast<signed char>(at->bytes[index]);
}

/// Whether a path is where characters stand: an array of them, what a pointer to them points to.
bool FunctionAnalysis::isCharacters(PathId path) const {
  if (std::optional<TypeAt> type = typeAt(path))
    return type->type.cls == TypeClass::Text && !type->type.pointer;
  return lookup(now_, path).value_or(Value()).kind == Value::Text;
}

/// `text[i] = c`, `*text = c`: true if `path` is a character of a text, which is then another.
bool FunctionAnalysis::storeCharacter(PathId path, const Value &value) {
  const Path &at = c_.paths[path];
  bool element = at.step == Path::Element;
  if (!element && !isCharacters(path))
    return false;
  PathId text = element ? at.parent : path;
  uint32_t index = element ? at.index : 0;
  if (index < TailElement && changeCharacter(text, index, value))
    return true;
  TextRef now = content(text);
  bool ends = value.kind == Value::Number && value.number == 0;
  if (ends && index == 0)
    assign(text, Value::ofText(c_.texts.empty()));
  else if (ends && index >= TailElement)
    return true; // cut somewhere, or closed where it ends
  else if (index == TailElement)
    assign(text, Value::ofText(c_.texts.concat({now, textOf(value, TypeClass::Char, where(at_))})));
  else if (value.kind == Value::Number && value.number != 0 && index == LastElement)
    assign(text, Value::ofText(c_.texts.concat(
                     {c_.texts.dropLast(now),
                      c_.texts.constant(std::string(1, static_cast<char>(value.number)))})));
  else if (value.kind == Value::Text && now->constant())
    assign(text, value); // of its characters
  else if (now->constant())
    assign(text, Value::ofText(c_.texts.collapse(now, "changed by character")));
  return true;
}

/// The same where text, place and character are known; false if one is not.
bool FunctionAnalysis::changeCharacter(PathId text, uint32_t index, const Value &value) {
  std::optional<Position> known = position(Value::ofAddress(text));
  if (!known || known->text != text || known->index != 0 || value.kind != Value::Number)
    return false;
  std::string bytes(known->bytes);
  if (value.number == 0)
    bytes.resize(std::min<size_t>(index, bytes.size()));
  else if (index < bytes.size())
    bytes[index] = static_cast<char>(value.number);
  else if (index == bytes.size())
    bytes.push_back(static_cast<char>(value.number)); // its end is to be written, too
  else
    return false;
  assign(text, Value::ofText(c_.texts.constant(std::move(bytes))));
  return true;
}

/// A place in the text at `path`: what is written there goes on from it.
PathId FunctionAnalysis::tailOf(PathId path) const {
  const Path &at = c_.paths[path];
  bool tail = at.step == Path::Element && at.index == TailElement;
  return tail ? path : c_.paths.child(path, Path::Element, TailElement);
}

/// The element that a model's function returns or points to. Which one is followed only where a
/// check is tried; `last` always, for it is what a list of values is ended at.
PathId FunctionAnalysis::indexed(PathId elements, const models::IndexFact &fact,
                                 const Binding &b) const {
  using models::IndexFact;
  if (elements == NoPath || fact.kind == IndexFact::Any)
    return elements;
  PathId whole = c_.paths[elements].parent;
  Value at = fact.kind == IndexFact::At && size_t(fact.argument) < b.args.size()
                 ? b.args[static_cast<size_t>(fact.argument)]
                 : Value();
  bool last = at.kind == Value::Length && at.path == whole && at.number == -1;
  bool first = fact.kind == IndexFact::First || at == Value::ofNumber(0);
  if (first && !probing_ && holdsCharacters(whole)) // what is written there is the text
    return c_.paths.child(whole, Path::Element, 0);
  if ((fact.kind == IndexFact::Last || last) && !probing_)
    return c_.paths.child(whole, Path::Element, LastElement);
  if (!probing_)
    return fact.kind == IndexFact::End && b.target == NoPath ? tailOf(whole) : elements;
  std::optional<Position> start = position(Value::ofAddress(whole));
  if (!start)
    return elements;
  int64_t size = static_cast<int64_t>(start->bytes.size()), index = -1;
  switch (fact.kind) {
  case IndexFact::At: index = at.kind == Value::Number ? at.number : -1; break;
  case IndexFact::First: index = 0; break;
  case IndexFact::Last: index = size - 1; break;
  case IndexFact::End: index = size; break;
  case IndexFact::Any: break;
  }
  if (index < 0 || index > size)
    return elements;
  return c_.paths.child(whole, Path::Element, static_cast<uint32_t>(index));
}

} // namespace clangsql::link
