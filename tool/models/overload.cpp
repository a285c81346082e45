#include "models/overload.h"

namespace clangsql::models {

using summary::Type;
using summary::TypeClass;

namespace {

/// Calls `visit` with the names of a class and its bases, until it says true.
template <class Visit> bool anyName(const Type &type, const summary::Unit *unit, Visit visit) {
  if (!unit || type.record == summary::None || type.record >= unit->entities.size())
    return false;
  const summary::Entity &record = unit->entities[type.record];
  auto named = [&](summary::Id name) {
    return name < unit->strings.size() && visit(unit->strings[name]);
  };
  if (named(record.name))
    return true;
  for (summary::Id model : record.models)
    if (named(model))
      return true;
  for (summary::Id base : record.bases)
    if (base < unit->entities.size() && named(unit->entities[base].name))
      return true;
  return false;
}

bool isText(const Library &library, const Type &type, const summary::Unit *unit) {
  if (type.cls == TypeClass::Text)
    return true;
  return type.cls == TypeClass::Record && !type.pointer &&
         anyName(type, unit, [&](const std::string &name) {
           const Class *known = library.classOf(name);
           return known && known->text;
         });
}

bool isNumber(const Type &type) {
  return type.cls == TypeClass::Integer || type.cls == TypeClass::Floating ||
         type.cls == TypeClass::Bool;
}

/// More specific words are worth more; 0: does not fit.
unsigned worth(const Library &library, std::string_view word, const Type &type,
               const summary::Unit *unit) {
  auto when = [](bool fits, unsigned points) { return fits ? points : 0; };
  if (word == "any")
    return 1;
  if (word == "text")
    return when(isText(library, type, unit), 5);
  if (word == "integer")
    return when(type.cls == TypeClass::Integer, 5);
  if (word == "char")
    return when(type.cls == TypeClass::Char, 5);
  if (word == "bool")
    return when(type.cls == TypeClass::Bool, 5);
  if (word == "floating")
    return when(type.cls == TypeClass::Floating, 5);
  if (word == "number")
    return when(isNumber(type), 4);
  if (word == "enum")
    return when(type.cls == TypeClass::Enum, 5);
  if (word == "null")
    return when(type.cls == TypeClass::Null, 5);
  if (word == "function")
    return when(type.cls == TypeClass::Function, 5);
  if (word == "pointer")
    return when(type.cls == TypeClass::Pointer || type.pointer || type.cls == TypeClass::Text, 3);
  if (word == "record")
    return when(type.cls == TypeClass::Record && !type.pointer, 3);
  return when(anyName(type, unit, [&](const std::string &name) { return name == word; }), 6);
}

} // namespace

std::optional<unsigned> fit(const Library &library, const std::vector<std::string> &words,
                            const std::vector<Type> &params, const summary::Unit *unit) {
  bool open = !words.empty() && words.back() == "...";
  size_t named = words.size() - open;
  if (params.size() < named || (params.size() > named && !open))
    return std::nullopt;
  unsigned total = open ? 1 : 2; // of two that fit alike, the closed list
  for (size_t i = 0; i < named; ++i) {
    unsigned points = worth(library, words[i], params[i], unit);
    if (!points)
      return std::nullopt;
    total += points * 4;
  }
  return total;
}

} // namespace clangsql::models
