// What the result of a call tells: equal, found, empty, of harmless characters.
#include "link/analysis.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument, models::PredicateFact;

namespace {

/// Characters that cannot end a literal or a name, nor begin a comment of their own.
bool harmlessCharacters(std::string_view set) {
  return set.find_first_of("'\"\\`;()=") == std::string_view::npos;
}

bool contains(TextRef text, std::string_view bytes) {
  if (text->kind == Text::Literal)
    return text->literal.bytes == bytes;
  return text->kind == Text::Choice &&
         std::ranges::any_of(text->alternatives,
                             [&](const Alternative &a) { return contains(strip(a.text), bytes); });
}

/// Whether `set`, as "A-Za-z_", has the character.
bool accepts(std::string_view set, int64_t character) {
  for (size_t i = 0; i < set.size(); ++i) {
    auto at = [&](size_t k) { return static_cast<signed char>(set[k]); };
    bool range = i + 2 < set.size() && set[i + 1] == '-';
    if (range ? at(i) <= character && character <= at(i + 2) : at(i) == character)
      return true;
    i += range ? 2 : 0;
  }
  return false;
}

} // namespace

const std::string *literalOf(TextRef text) {
  TextRef plain = strip(text);
  return plain->kind == Text::Literal ? &plain->literal.bytes : nullptr;
}

/// Whether the result of a function is text itself, not something that points to it.
bool FunctionAnalysis::isText(EntityId callee) const {
  const Global &function = c_.world.entities[callee];
  if (function.entity->type.record == None)
    return false;
  const models::Class *type =
      c_.world.classOf(c_.world.idOf(*function.unit, function.entity->type.record));
  return type && type->text;
}

Value FunctionAnalysis::length(TextRef text, PathId path) const {
  if (const std::string *bytes = literalOf(text))
    return Value::ofNumber(static_cast<int64_t>(bytes->size()));
  return path == NoPath ? Value() : Value::ofLength(path, text);
}

/// A call that returns a place and whether it is the end: an iterator keeps both.
Value FunctionAnalysis::withPlace(const Value &result, Value told, const Binding &b) {
  if (told.kind == Value::Address && b.target != NoPath) {
    assign(b.target, told);
    return Value::ofAddress(b.target);
  }
  if (told.kind != Value::Truth || !told.condition->found || result.kind != Value::Address)
    return told;
  Value place = result;
  if (b.target != NoPath && result.path == b.target) {
    if (auto held = now_.store.find(b.target);
        held != now_.store.end() && held->second.kind == Value::Address)
      held->second.condition = told.condition;
    return result;
  }
  place.condition = told.condition;
  return place;
}

/// What is looked for in a text: a text, or a character (which C passes as an integer).
TextRef FunctionAnalysis::soughtText(const Argument &a, const Binding &b) const {
  const std::vector<Type> &params = c_.world.entities[b.callee].entity->params;
  bool integer = a.access == Argument::Itself && a.index >= 0 &&
                 static_cast<size_t>(a.index) < params.size() &&
                 params[static_cast<size_t>(a.index)].cls == TypeClass::Integer;
  Value value = integer ? argument(a, b) : Value();
  return value.kind == Value::Number
             ? c_.texts.constant(std::string(1, static_cast<char>(value.number)))
             : argumentText(a, b);
}

/// Where a search begins; nullopt if that is not known.
std::optional<size_t> FunctionAnalysis::startOf(const PredicateFact &fact, const Binding &b) const {
  if (fact.of.size() < 3 || static_cast<size_t>(fact.of[2].index) >= b.args.size())
    return 0;
  Value start = argument(fact.of[2], b);
  return start.kind == Value::Number ? std::optional(static_cast<size_t>(start.number))
                                     : std::nullopt;
}

/// What a search returns, as its type has it: a number, whether, a pointer. `at` npos: nowhere.
Value FunctionAnalysis::foundAt(size_t at, const Argument &text, const Binding &b) const {
  bool found = at != std::string::npos;
  switch (f_.insts[b.inst].cls) {
  case TypeClass::Bool: return Value::ofNumber(found);
  case TypeClass::Text:
  case TypeClass::Pointer: {
    std::optional<Position> from = position(argument(text, b));
    if (!found)
      return Value::ofNumber(0);
    return from ? Value::ofAddress(c_.paths.child(from->text, Path::Element,
                                                  static_cast<uint32_t>(from->index + at)))
                : Value::ofNumber(1); // somewhere in a constant
  }
  default: return Value::ofNumber(found ? static_cast<int64_t>(at) : -1);
  }
}

/// One of the constants that a text can be; nullptr: it is none.
static const std::string *firstOf(TextRef text) {
  text = strip(text);
  while (text->kind == Text::Choice && !text->alternatives.empty())
    text = strip(text->alternatives[0].text);
  return text->kind == Text::Literal ? &text->literal.bytes : nullptr;
}

/// Where both sides are known, the answer itself.
std::optional<Value> FunctionAnalysis::answer(const PredicateFact &fact, const Binding &b) {
  if (fact.kind == PredicateFact::Accepts) {
    Value character = argument(fact.of[0], b);
    if (character.kind == Value::Address) // an object that is one
      if (const std::string *one = literalOf(content(character.path)); one && one->size() == 1)
        character = Value::ofNumber(static_cast<signed char>(one->front()));
    return character.kind == Value::Number
               ? std::optional(Value::ofNumber(accepts(fact.characters, character.number)))
               : std::nullopt;
  }
  if (fact.of.empty())
    return std::nullopt;
  const std::string *text = literalOf(argumentText(fact.of[0], b));
  if (fact.kind == PredicateFact::Empty && text)
    return Value::ofNumber(text->empty());
  if (fact.of.size() < 2)
    return std::nullopt;
  TextRef other = soughtText(fact.of[1], b);
  const std::string *bytes = literalOf(other);
  std::optional<size_t> from = startOf(fact, b);
  if (fact.kind == PredicateFact::Locates && bytes && from) {
    TextRef front = strip(argumentText(fact.of[0], b));
    if (front->kind == Text::Concat)
      front = strip(front->children[0]);
    const std::string *known = literalOf(front);
    size_t at = known ? known->find(*bytes, *from) : std::string::npos;
    if (at == std::string::npos)
      noteSought(*bytes);
    return text || at != std::string::npos ? std::optional(foundAt(at, fact.of[0], b))
                                           : std::nullopt;
  }
  bool negative = fact.kind == PredicateFact::NotEqual || fact.kind == PredicateFact::CompareZero;
  bool equality = negative || fact.kind == PredicateFact::Equal;
  if (equality && text && bytes && *text != *bytes)
    noteSought(*bytes), noteSought(*text);
  if (equality && text && bytes && many_ && *text != *bytes)
    return std::nullopt; // another of the elements may be it
  if (equality && text && bytes)
    return Value::ofNumber((*text == *bytes) != negative);
  if (!probing_ || !(text || bytes))
    return std::nullopt;
  if (TextRef options = text ? other : argumentText(fact.of[0], b);
      equality && !many_ && options->constant() &&
      !contains(strip(options), text ? *text : *bytes)) {
    if (const std::string *one = firstOf(options))
      noteSought(*one);
    return Value::ofNumber(negative);
  }
  if (!text)
    return std::nullopt;
  bool complement = fact.kind == PredicateFact::FindsOther || fact.kind == PredicateFact::Spans;
  bool spans = fact.kind == PredicateFact::Spans || fact.kind == PredicateFact::SpansOther;
  if (bytes && from && (complement || spans || fact.kind == PredicateFact::FindsAny)) {
    size_t at =
        complement ? text->find_first_not_of(*bytes, *from) : text->find_first_of(*bytes, *from);
    return spans ? Value::ofNumber(static_cast<int64_t>(std::min(at, text->size())))
                 : foundAt(at, fact.of[0], b);
  }
  bool whole = fact.kind == PredicateFact::Matches;
  if ((whole || fact.kind == PredicateFact::Searches) && bytes)
    return matches(*text, *bytes, whole);
  return std::nullopt;
}

std::optional<Value> FunctionAnalysis::predicate(const models::Function &model, const Binding &b) {
  if (!model.predicate)
    return std::nullopt;
  const PredicateFact &fact = *model.predicate;
  if (std::optional<Value> known = answer(fact, b))
    return known;
  bool each = fact.kind == PredicateFact::Every || fact.kind == PredicateFact::Some ||
              fact.kind == PredicateFact::No || fact.kind == PredicateFact::Counts ||
              fact.kind == PredicateFact::FindsWhere || fact.kind == PredicateFact::FindsWhereNot;
  if (each)
    return probing_ ? forEach(model, b) : std::nullopt;
  if (fact.kind == PredicateFact::Holds) {
    PathId held = object(fact.of[0], b);
    return probing_ || held == NoPath ? std::nullopt
                                      : std::optional(presence(Value::ofAddress(held)));
  }
  Condition condition;
  auto becomes = [&](Condition::Refinements &when, const Argument &subject, TextRef text) {
    if (PathId path = object(subject, b); path != NoPath && !content(path)->constant())
      when.push_back({path, text});
  };
  auto checked = [&](const Argument &subject) {
    return c_.texts.escaped(sql::Escape::Checked, argumentText(subject, b));
  };
  switch (fact.kind) {
  case PredicateFact::Checks: becomes(condition.ifTrue, fact.of[0], checked(fact.of[0])); break;
  case PredicateFact::Empty:
    if (PathId of = object(fact.of[0], b); of != NoPath && !probing_) {
      PathId size = comparison(of, {true, 0});
      condition.whenTrue = {{size, true}};
      condition.whenFalse = {{size, false}};
    }
    becomes(condition.ifTrue, fact.of[0], c_.texts.empty());
    becomes(condition.ifFalse, fact.of[0], c_.texts.nonEmpty(argumentText(fact.of[0], b)));
    break;
  case PredicateFact::Equal:
  case PredicateFact::NotEqual:
  case PredicateFact::CompareZero:
    for (size_t side : {0, 1})
      if (TextRef other = argumentText(fact.of[1 - side], b); other->constant())
        becomes(condition.ifTrue, fact.of[side], other);
    break;
  case PredicateFact::Finds:
    if (TextRef elements = argumentText(fact.of[1], b); elements->constant()) {
      becomes(condition.ifTrue, fact.of[0], elements);
      const std::string *text = probing_ ? literalOf(argumentText(fact.of[0], b)) : nullptr;
      if (text && !contains(strip(elements), *text))
        condition.certain = false;
    }
    condition.found = true;
    break;
  case PredicateFact::FindsOther:
    if (const std::string *set = literalOf(argumentText(fact.of[1], b));
        set && harmlessCharacters(*set))
      becomes(condition.ifFalse, fact.of[0], checked(fact.of[0]));
    condition.found = true;
    break;
  default: break;
  }
  if (condition.saysNothing() && !condition.certain)
    return std::nullopt;
  if (fact.kind == PredicateFact::CompareZero)
    condition.compared = c_.texts.empty();
  if (fact.kind == PredicateFact::NotEqual)
    std::swap(condition.ifTrue, condition.ifFalse);
  return Value::ofTruth(std::move(condition));
}

/// `a == b` of objects that hold a place: iterators.
std::optional<Value> FunctionAnalysis::comparePlaces(const Binding &b) {
  std::string name = shortName(c_.world.entities[b.callee].name());
  bool equal = name == "operator==", differs = name == "operator!=";
  if (!(b.call->flags & OperatorCall) || !(equal || differs))
    return std::nullopt;
  std::vector<Value> sides;
  auto add = [&](PathId path) {
    std::optional<Value> held = path == NoPath ? std::nullopt : lookup(now_, path);
    sides.push_back(held.value_or(Value()));
  };
  if (b.receiver != NoPath)
    add(b.receiver);
  for (const Value &argument : b.args)
    add(pointee(argument));
  if (sides.size() != 2 || (sides[0].kind != Value::Address && sides[1].kind != Value::Address))
    return std::nullopt;
  Value made = equality(sides[0], sides[1], differs);
  return made.kind == Value::Unknown ? std::nullopt : std::optional(made);
}

} // namespace clangsql::link
