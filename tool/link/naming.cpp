// Names that texts get on their way: of the constant that holds them, of the function that does
// nothing but make them.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

void nameAfter(const Global &variable, Literal &literal) {
  literal.named = variable.name();
  literal.namedBy = variable.has(LocalVariable) ? NamedBy::Local : NamedBy::Constant;
}

/// Finds the locals that hold the same text for good: constant objects, and pointers to constant
/// text that are set once.
void FunctionAnalysis::findConstants() {
  std::map<Id, unsigned> changes; // of locals
  auto change = [&](Id place, unsigned times) {
    if (place != None && f_.places[place].kind == Place::Local)
      changes[f_.places[place].index] += times;
  };
  for (const Inst &inst : f_.insts)
    if (auto *store = std::get_if<Store>(&inst.op))
      change(store->place, 1);
    else if (auto *address = std::get_if<Address>(&inst.op); address)
      change(address->place, 2); // whoever has the address may write there
  for (const Place &place : f_.places) {
    if (place.kind != Place::Local || place.name == None || !place.type.constant ||
        place.type.reference)
      continue;
    bool object = place.type.cls == TypeClass::Record && !place.type.pointer;
    if (object || (place.type.cls == TypeClass::Text && changes[place.index] == 1))
      constants_.emplace(place.index, place.name);
  }
}

/// A text that a constant holds has the constant's name.
void FunctionAnalysis::nameByConstant(PathId path, Value &value) {
  const Path &at = c_.paths[path];
  if (value.kind != Value::Text)
    return;
  if (at.step == Path::Local) {
    if (auto constant = constants_.find(at.index); constant != constants_.end())
      value.text = c_.texts.named(value.text, string(constant->second), NamedBy::Local);
  } else if (at.step == Path::Global) {
    const Global &variable = c_.world.entities[at.index];
    if (variable.has(summary::Constant))
      value.text = c_.texts.named(value.text, std::string(variable.name()),
                                  variable.has(LocalVariable) ? NamedBy::Local : NamedBy::Constant);
  }
}

/// A text that a function makes has the function's name, if that is all the function does.
void FunctionAnalysis::nameByFunction(Effect &made) const {
  const Global &self = c_.world.entities[body_.entity];
  bool plain = self.entity->kind == EntityKind::Function || self.entity->kind == EntityKind::Method;
  if (!plain || self.has(Main) || sends_ || !made.outcomes.empty() || !made.waits.empty() ||
      shortName(self.name()).starts_with("operator"))
    return;
  auto name = [&](Value &value) {
    if (value.kind == Value::Text)
      value.text = c_.texts.named(value.text, std::string(self.name()), NamedBy::Function);
  };
  name(made.result);
  for (auto &[path, value] : made.writes) {
    Path::Step root = c_.paths[c_.paths[path].root].step;
    if (root == Path::Return || root == Path::Param)
      name(value);
  }
}

} // namespace clangsql::link
