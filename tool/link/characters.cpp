// Callables that are asked for each character of a text that is known: which of them a check
// passes, a filter keeps, or what a function makes of them.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using models::PredicateFact;

/// The callable that a value is, or that stands where it points.
Value FunctionAnalysis::calledHere(const Value &callable) const {
  return callable.kind == Value::Address ? lookup(now_, callable.path).value_or(Value()) : callable;
}

/// What a callable says of each character of a text that is known; nullopt where it says nothing.
std::vector<std::optional<int64_t>> FunctionAnalysis::askedOfEach(std::string_view bytes,
                                                                  Value callable) {
  callable = calledHere(callable);
  std::vector<std::optional<int64_t>> said(bytes.size());
  if (callable.kind != Value::Function)
    return said;
  const models::Function *known = c_.world.entities[callable.function].model;
  for (size_t i = 0; i < bytes.size(); ++i) {
    Binding one;
    one.callee = callable.function;
    one.args = {Value::ofNumber(bytes[i])};
    std::optional<Value> told;
    if (!known)
      told = evaluate(callable.function, one.args, callable.path).result;
    else if (known->predicate)
      told = answer(*known->predicate, one);
    else if (known->changesCharacters())
      told = one.args[0];
    if (told && told->kind == Value::Number)
      said[i] = told->number;
  }
  return said;
}

/// What the callable says of all elements of a container alike.
std::optional<Value> FunctionAnalysis::forAll(const PredicateFact &fact, const Value &elements,
                                              const Value &callable) {
  if (elements.kind != Value::Address || callable.kind != Value::Function ||
      c_.world.entities[callable.function].model)
    return std::nullopt;
  const Path &at = c_.paths[elements.path];
  bool first = at.step == Path::Element && at.index == 0;
  PathId container = first ? at.parent : arrayOf(elements.path);
  PathId any =
      isAnyElement(elements) ? elements.path : c_.paths.child(container, Path::Element, AnyElement);
  Value told = evaluate(callable.function, {Value::ofAddress(any)}, callable.path).result;
  if (told.kind != Value::Number)
    return std::nullopt;
  bool yes = told.number != 0;
  TextRef asked = strip(content(any));
  if (asked->kind == Text::Literal && !asked->literal.where.known()) { // one of many is the probe
    bool says =
        fact.kind == PredicateFact::Every ? !yes : yes && fact.kind != PredicateFact::Counts;
    if (says && (fact.kind == PredicateFact::Every || fact.kind == PredicateFact::Some ||
                 fact.kind == PredicateFact::No))
      return Value::ofNumber(fact.kind == PredicateFact::Some);
    return std::nullopt;
  }
  switch (fact.kind) {
  case PredicateFact::Every: return yes ? std::optional(Value::ofNumber(1)) : std::nullopt;
  case PredicateFact::Some: return yes ? std::nullopt : std::optional(Value::ofNumber(0));
  case PredicateFact::No: return yes ? std::nullopt : std::optional(Value::ofNumber(1));
  case PredicateFact::Counts: return yes ? std::nullopt : std::optional(Value::ofNumber(0));
  case PredicateFact::FindsWhere:
  case PredicateFact::FindsWhereNot: {
    if (yes == (fact.kind == PredicateFact::FindsWhere))
      return std::nullopt;
    Condition nowhere;
    nowhere.found = true;
    nowhere.certain = false;
    return Value::ofTruth(std::move(nowhere));
  }
  default: return std::nullopt;
  }
}

/// Every, Some, No, Counts, FindsWhere: the callable, asked for each character of a text that is
/// known.
std::optional<Value> FunctionAnalysis::forEach(const models::Function &model, const Binding &b) {
  const PredicateFact &fact = *model.predicate;
  if (model.calls.empty())
    return std::nullopt;
  Value elements = argument(fact.of[0], b);
  std::optional<Position> at = isAnyElement(elements) ? std::nullopt : position(elements);
  if (!at)
    return forAll(fact, elements, calledHere(argument(model.calls[0].function, b)));
  std::string bytes(at->bytes.substr(static_cast<size_t>(at->index)));
  auto told = askedOfEach(bytes, argument(model.calls[0].function, b));
  auto are = [&](bool wanted) {
    return std::ranges::count_if(told, [&](auto t) { return t && (*t != 0) == wanted; });
  };
  int64_t yes = are(true), no = are(false);
  bool all = yes + no == int64_t(bytes.size());
  bool wanted = fact.kind != PredicateFact::FindsWhereNot;
  switch (fact.kind) {
  case PredicateFact::Counts: return all ? std::optional(Value::ofNumber(yes)) : std::nullopt;
  case PredicateFact::FindsWhere:
  case PredicateFact::FindsWhereNot: {
    if (!all)
      return std::nullopt;
    auto first = std::ranges::find_if(told, [&](auto t) { return (*t != 0) == wanted; });
    int64_t index = at->index + (first - told.begin());
    return Value::ofAddress(c_.paths.child(at->text, Path::Element, static_cast<uint32_t>(index)));
  }
  case PredicateFact::Every:
    return no    ? std::optional(Value::ofNumber(0))
           : all ? std::optional(Value::ofNumber(1))
                 : std::nullopt;
  case PredicateFact::Some:
  case PredicateFact::No:
    if (yes || all)
      return Value::ofNumber((yes != 0) == (fact.kind == PredicateFact::Some));
    return std::nullopt;
  default: return std::nullopt;
  }
}

/// The characters that a callable selects or rejects, with others instead. All of them, where that
/// is not known.
TextRef FunctionAnalysis::selected(TextRef text, bool wanted, TextRef instead,
                                   const models::Function &model, const Binding &b) {
  TextRef plain = strip(text), other = strip(instead);
  if (!probing_ || plain->kind != Text::Literal || other->kind != Text::Literal ||
      model.calls.empty())
    return text;
  std::string kept, bytes = plain->literal.bytes;
  auto said = askedOfEach(bytes, argument(model.calls[0].function, b));
  for (size_t i = 0; i < bytes.size(); ++i)
    if (!said[i] || (*said[i] != 0) == wanted)
      kept += bytes[i];
    else
      kept += other->literal.bytes;
  return c_.texts.constant(std::move(kept));
}

/// What a callable makes of each character of a text: where it is not known, the text with others;
/// nullptr if these are no characters.
TextRef FunctionAnalysis::mapped(const Value &from, const Value &callable) {
  std::optional<Position> at =
      probing_ && !isAnyElement(from) ? position(from) : std::nullopt; // of texts: each whole
  if (!at)
    return from.kind == Value::Address && isFront(from.path) ? content(c_.paths[from.path].parent)
                                                             : nullptr;
  std::string made(at->bytes.substr(static_cast<size_t>(at->index)));
  auto said = askedOfEach(made, callable);
  for (size_t i = 0; i < made.size(); ++i)
    if (said[i])
      made[i] = static_cast<char>(*said[i]);
  return c_.texts.constant(std::move(made));
}

} // namespace clangsql::link
