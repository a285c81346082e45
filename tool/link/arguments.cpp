// What a library model's arguments name in a call: values, objects, texts.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument;

Value FunctionAnalysis::argument(const Argument &a, const Binding &b) const {
  Value value;
  if (a.index == Argument::This)
    value = Value::ofAddress(b.receiver);
  else if (a.index == Argument::Return)
    value = Value::ofAddress(b.target);
  else if (static_cast<size_t>(a.index) < b.args.size())
    value = b.args[static_cast<size_t>(a.index)];
  if (a.access == Argument::Itself || value.kind != Value::Address)
    return value;
  if (a.access == Argument::Element)
    return Value::ofAddress(c_.paths.child(arrayOf(value.path), Path::Element, AnyElement));
  if (a.access == Argument::Key || a.access == Argument::Value)
    return Value::ofAddress(half(value.path, a.access == Argument::Key));
  if (isPlainPointer(a.index, b)) // its value is the address of what it points to
    return value;
  if (std::optional<Value> held = lookup(now_, value.path);
      held && (held->kind == Value::Address || held->kind == Value::Function))
    return *held;
  return Value::ofAddress(c_.paths.child(value.path, Path::Deref));
}

/// Of an argument: a pointer, and no object that points.
bool FunctionAnalysis::isPlainPointer(int index, const Binding &b) const {
  if (index < 0 || b.callee == NoEntity)
    return false;
  const std::vector<Type> &params = c_.world.entities[b.callee].entity->params;
  const Type *type = static_cast<size_t>(index) < params.size() ? &params[index] : nullptr;
  return type && !type->reference &&
         (type->pointer || type->cls == TypeClass::Pointer || type->cls == TypeClass::Text);
}

/// The event that made an argument; None: it was not passed here.
Id FunctionAnalysis::argumentInst(int index, const Binding &b) const {
  bool passed = index >= 0 && static_cast<size_t>(index) < b.call->args.size();
  return passed ? b.call->args[static_cast<size_t>(index)] : None;
}

/// Of an argument: an object that is handed on by reference, and no pointer to characters.
bool FunctionAnalysis::isReferredObject(int index, const Binding &b) const {
  const std::vector<Type> &params = c_.world.entities[b.callee].entity->params;
  const Type *type = static_cast<size_t>(index) < params.size() ? &params[index] : nullptr;
  return type && type->reference && !type->pointer && type->record != None;
}

PathId FunctionAnalysis::object(const Argument &a, const Binding &b) const {
  return pointee(argument(a, b));
}

/// What an object of a class with a conversion to text gives a library that asks for text; nullptr:
/// it is no such object.
TextRef FunctionAnalysis::converted(int index, const Binding &b) const {
  const Global &callee = c_.world.entities[b.callee];
  if (index < 0 || static_cast<size_t>(index) >= callee.entity->params.size())
    return nullptr;
  const Type &type = callee.entity->params[static_cast<size_t>(index)];
  EntityId conversion =
      type.pointer ? NoEntity : c_.world.conversionOf(c_.world.idOf(*callee.unit, type.record));
  if (conversion == NoEntity)
    return nullptr;
  const Effect &effect = c_.effects[c_.world.entities[conversion].body];
  auto isResult = [&](const auto &write) { return c_.paths[write.first].step == Path::Return; };
  auto written = std::ranges::find_if(effect.writes, isResult);
  const Value &made = written == effect.writes.end() ? effect.result : written->second;
  if (!effect.known || made.kind != Value::Text)
    return nullptr;
  Call call;
  Binding inner;
  inner.call = &call;
  inner.inst = b.inst;
  inner.callee = conversion;
  inner.where = b.where;
  inner.receiver = pointee(b.args[static_cast<size_t>(index)]);
  return mapText(made.text, inner);
}

TextRef FunctionAnalysis::argumentText(const Argument &a, const Binding &b) const {
  bool plain = a.access == Argument::Itself;
  if (TextRef text = plain ? converted(a.index, b) : nullptr)
    return text;
  if (Id inst = plain ? argumentInst(a.index, b) : None; inst != None)
    return isReferredObject(a.index, b) && values_[inst].kind == Value::Address
               ? content(values_[inst].path)
               : textOf(inst);
  Value value = argument(a, b);
  bool given = a.index < 0 || static_cast<size_t>(a.index) < b.args.size();
  return value.kind == Value::Unknown && !given ? c_.texts.empty()
                                                : textOf(value, TypeClass::Text, b.where);
}

/// Marks outside text that is put into a larger one: the place that a finding will show.
TextRef FunctionAnalysis::spliced(TextRef text, const Argument &a, const Binding &b) const {
  bool list = text->kind == Text::In && text->rest; // each of its arguments has a step of its own
  Id given = argumentInst(a.index, b);
  if (text->constant() || list || given == None)
    return text;
  Where at = where(given);
  std::string expression = c_.world.sourceOf(at);
  std::string what = fmt::format("'{}' becomes part of the text here", expression);
  return c_.texts.step({StepInfo::Spliced, at, what, expression, body_.entity}, text);
}

std::vector<TextRef> FunctionAnalysis::argumentTexts(const models::Arguments &list, bool splices,
                                                     const Binding &b) const {
  std::vector<TextRef> texts;
  auto add = [&](const Argument &a) {
    TextRef text = argumentText(a, b);
    texts.push_back(splices ? spliced(text, a, b) : text);
  };
  for (const Argument &a : list.list)
    add(a);
  for (size_t i = list.rest ? static_cast<size_t>(*list.rest) : b.args.size(); i < b.args.size();
       ++i)
    add({static_cast<int>(i), Argument::Itself});
  return texts;
}

} // namespace clangsql::link
