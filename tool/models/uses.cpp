#include "models/uses.h"

#include "models/names.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <set>

namespace clangsql::models {

using namespace summary;

namespace {

/// The word of Function::params that describes a parameter's type.
std::string wordFor(const Type &type, const Unit &unit) {
  if (type.record != None && type.cls != TypeClass::Text)
    return unit.strings[unit.entities[type.record].name] + (type.pointer ? "*" : "");
  switch (type.cls) {
  case TypeClass::Bool: return "bool";
  case TypeClass::Char: return "char";
  case TypeClass::Integer: return "integer";
  case TypeClass::Floating: return "floating";
  case TypeClass::Enum: return "enum";
  case TypeClass::Text: return "text";
  case TypeClass::Record: return "record";
  case TypeClass::Pointer: return "pointer";
  case TypeClass::Function: return "function";
  case TypeClass::Null: return "null";
  case TypeClass::Void:
  case TypeClass::Other: break;
  }
  return "any";
}

std::string signatureOf(const Entity &entity, const Unit &unit) {
  std::vector<std::string> words;
  for (const Type &param : entity.params)
    words.push_back(wordFor(param, unit));
  if (entity.flags & Variadic)
    words.push_back("...");
  return printSignature(unit.strings[entity.name], words);
}

std::set<Id> calledIn(const Unit &unit) {
  std::set<Id> called, defined;
  for (const summary::Function &function : unit.functions) {
    defined.insert(function.entity);
    for (const Inst &inst : function.insts)
      if (const Call *call = std::get_if<Call>(&inst.op); call && call->callee != None)
        called.insert(call->callee);
    for (const Destroy &destroy : function.destructors)
      if (destroy.destructor != None)
        called.insert(destroy.destructor);
  }
  for (Id id : defined)
    called.erase(id);
  return called;
}

} // namespace

const Function *modelOf(const Library &library, const Unit &unit, const Entity &entity) {
  for (Id name : entity.models)
    if (const Function *model = library.function(unit.strings[name], entity.params, &unit))
      return model;
  return nullptr;
}

std::string keyOf(const Declaration &declaration) {
  return fmt::format("{} '{}'", declaration.what, declaration.name);
}

std::vector<std::string> declaredIn(const Library &library, const Unit &unit) {
  if (library.declared().empty())
    return {};
  std::set<std::string_view> names;
  for (const Entity &entity : unit.entities) {
    names.insert(unit.strings[entity.name]);
    for (Id name : entity.models)
      names.insert(unit.strings[name]);
  }
  std::set<std::string> met;
  for (const Declaration &declaration : library.declared())
    if (names.contains(declaration.name))
      met.insert(keyOf(declaration));
  return {met.begin(), met.end()};
}

std::string printUses(const Library &library, const Unit &unit) {
  std::set<std::string> functions, classes;
  for (Id id : calledIn(unit)) {
    const Entity &entity = unit.entities[id];
    const Function *model = modelOf(library, unit, entity);
    functions.insert(signatureOf(entity, unit) +
                     (model
                          ? fmt::format(": {} of '{}'", printSignature(model->name, model->params),
                                        model->library)
                          : ": no model"));
  }
  for (const Entity &entity : unit.entities)
    if (entity.kind == EntityKind::Class)
      for (Id name : entity.models)
        if (const Class *model = library.classOf(unit.strings[name])) {
          classes.insert(fmt::format("class {}: {} of '{}'", unit.strings[entity.name], model->name,
                                     model->library));
          break;
        }
  auto lines = [](const std::set<std::string> &set) {
    std::string text;
    for (const std::string &line : set)
      text += line + '\n';
    return text;
  };
  return lines(functions) + lines(classes);
}

} // namespace clangsql::models
