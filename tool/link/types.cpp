// The declared type of what a path names, as far as declarations say it.
#include "link/analysis.h"

namespace clangsql::link {

using namespace summary;

/// Of a container or smart pointer: what it holds. `last`: of a map its values, else its keys.
std::optional<FunctionAnalysis::TypeAt> FunctionAnalysis::argumentOf(const TypeAt &of,
                                                                     bool last) const {
  if (of.type.record == None)
    return std::nullopt;
  const std::vector<Type> &arguments = of.unit->entities[of.type.record].arguments;
  if (arguments.empty())
    return std::nullopt;
  return TypeAt{of.unit, last ? arguments.back() : arguments.front()};
}

std::optional<FunctionAnalysis::TypeAt> FunctionAnalysis::typeAt(PathId path) const {
  if (path == NoPath)
    return std::nullopt;
  const Path &at = c_.paths[path];
  switch (at.step) {
  case Path::Local:
    for (const Place &place : f_.places)
      if (place.kind == Place::Local && place.index == at.index)
        return TypeAt{body_.unit, place.type};
    return std::nullopt;
  case Path::Param: {
    const Global &self = c_.world.entities[body_.entity];
    if (at.index < self.entity->params.size())
      return TypeAt{self.unit, self.entity->params[at.index]};
    return std::nullopt;
  }
  case Path::Return: {
    const Global &self = c_.world.entities[body_.entity];
    return TypeAt{self.unit, self.entity->type};
  }
  case Path::Global:
  case Path::Field: {
    const Global &entity = c_.world.entities[at.index];
    return TypeAt{entity.unit, entity.entity->type};
  }
  case Path::Deref: {
    std::optional<TypeAt> of = typeAt(at.parent);
    if (!of)
      return std::nullopt;
    if (!of->type.reference && !of->type.pointer)
      return argumentOf(*of, false);
    of->type.reference ? of->type.reference = false : of->type.pointer = false;
    if (of->type.cls == TypeClass::Pointer && of->type.record != None && !of->type.pointer)
      of->type.cls = TypeClass::Record;
    return of;
  }
  case Path::Element:
    if (std::optional<TypeAt> of = typeAt(at.parent))
      return argumentOf(*of, at.index != MapKey);
    return std::nullopt;
  default: return std::nullopt;
  }
}

/// The class of the object at a path, NoEntity if it is none or not known.
EntityId FunctionAnalysis::classAt(PathId path) const {
  std::optional<TypeAt> type = typeAt(path);
  return type && type->type.record != None && !type->type.pointer
             ? c_.world.idOf(*type->unit, type->type.record)
             : NoEntity;
}

/// Whether the elements of the object at a path are characters: a string, an array or vector of
/// char.
bool FunctionAnalysis::holdsCharacters(PathId path) const {
  std::optional<TypeAt> type = typeAt(path);
  if (!type)
    return false;
  if (type->type.cls == TypeClass::Text)
    return true;
  EntityId record = type->type.cls == TypeClass::Record ? classAt(path) : NoEntity;
  const models::Class *known = record == NoEntity ? nullptr : c_.world.classOf(record);
  std::optional<TypeAt> element = argumentOf(*type, true);
  return known && (known->text || (known->owner == models::Class::Container && element &&
                                   element->type.cls == TypeClass::Char));
}

/// Whether what is written to the object at a path becomes one of its elements: it holds no
/// characters, but texts or objects.
bool FunctionAnalysis::holdsTexts(PathId path) const {
  const models::Class *known = c_.world.classOf(classAt(path));
  return known && known->owner == models::Class::Container && !known->text &&
         !holdsCharacters(path);
}

/// Where a text begins: the text itself.
bool FunctionAnalysis::isFront(PathId path) const {
  const Path &at = c_.paths[path];
  return at.step == Path::Element && at.index == 0 && holdsCharacters(at.parent);
}

} // namespace clangsql::link
