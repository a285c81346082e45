// Paths and what they hold.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;

PathId FunctionAnalysis::pathOf(Id place) {
  return place == None ? NoPath : pathOf(f_.places[place]);
}

PathId FunctionAnalysis::pathOf(const Place &place) {
  Paths &paths = c_.paths;
  switch (place.kind) {
  case Place::Local: return paths.root(Path::Local, place.index);
  case Place::Param: return paths.root(Path::Param, place.index);
  case Place::This: return paths.root(Path::This, 0);
  case Place::Global: return paths.root(Path::Global, global(place.index));
  case Place::Return: return paths.root(Path::Return, 0);
  case Place::Field: return fieldOf(pathOf(place.base), global(place.index));
  case Place::Deref: return place.base == None ? NoPath : pointee(values_[place.base]);
  case Place::Element: {
    bool constant = place.index != None && values_[place.index].kind == Value::Number;
    uint32_t index = constant ? static_cast<uint32_t>(values_[place.index].number) : AnyElement;
    PathId whole = pathOf(place.base);
    if (place.index != None && values_[place.index] == Value::ofLength(whole, content(whole), -1))
      index = LastElement;
    return paths.child(whole, Path::Element, index);
  }
  }
  return NoPath;
}

/// A field; those of a class that its model calls key and value are what a map's entries have.
PathId FunctionAnalysis::fieldOf(PathId object, EntityId field) const {
  if (object == NoPath)
    return NoPath;
  if (const models::Variable *known = c_.world.entities[field].variable; known && known->isObject)
    return object;
  const models::Class *type = c_.world.classOf(c_.world.entities[field].parent);
  if (type && !type->key.empty()) {
    std::string name = shortName(c_.world.entities[field].name());
    if (name == type->key || name == type->value)
      return half(object, name == type->key);
  }
  return c_.paths.child(object, Path::Field, field);
}

PathId FunctionAnalysis::pointee(const Value &value) const {
  return value.kind == Value::Address ? value.path : NoPath;
}

/// What `path` holds as far as it was stored since entry: at the path itself, or for a part of an
/// object that was set as a whole, from the whole. nullopt: as on entry.
std::optional<Value> FunctionAnalysis::lookup(const State &state, PathId path) const {
  for (PathId at = path; at != NoPath; at = c_.paths[at].parent) {
    const Value *found = nullptr;
    if (auto it = state.store.find(at); it != state.store.end())
      found = &it->second;
    else if (auto constant = c_.constants.find(at); constant != c_.constants.end())
      found = &constant->second;
    if (!found)
      continue;
    if (at == path || found->kind == Value::Zero)
      return *found;
    if (found->kind != Value::Text || found->text->constant() || !found->text->leaf())
      return std::nullopt;
    if (TextRef in = strip(found->text); in->kind == Text::In && !in->rest) // a copy of an input
      return Value::ofText(initialText(state, c_.paths.rebase(path, at, in->path)));
    bool outside = strip(found->text)->hole.grade == Grade::Tainted;
    if (TextRef field = outside ? nullptr : fieldOfAny(path, at))
      return Value::ofText(field);
    return *found; // a part of something unknown is as unknown
  }
  bool own = probing_ || !c_.paths[path].input; // nothing else can stand in it
  PathId any = own ? ofAnyElement(path) : NoPath;
  return any == NoPath ? std::nullopt : lookup(state, any);
}

/// The path with any element in the place of the outermost numbered one; NoPath if it has none.
PathId FunctionAnalysis::ofAnyElement(PathId path) const {
  PathId numbered = NoPath;
  for (PathId at = path; at != NoPath; at = c_.paths[at].parent)
    if (c_.paths[at].step == Path::Element && c_.paths[at].index < TailElement)
      numbered = at;
  if (numbered == NoPath)
    return NoPath;
  PathId any = c_.paths.child(c_.paths[numbered].parent, Path::Element, AnyElement);
  return c_.paths.rebase(path, numbered, any);
}

Value FunctionAnalysis::valueAt(PathId path, TypeClass cls) const {
  if (path == NoPath)
    return {};
  if (cls == TypeClass::Char) {
    if (std::optional<int64_t> character = characterAt(path))
      return Value::ofNumber(*character);
    const Path &at = c_.paths[path];
    bool inText = at.step == Path::Element || at.step == Path::Deref;
    PathId whole = at.step == Path::Element ? at.parent : path;
    if (TextRef text = inText ? content(whole) : nullptr; text && !text->constant())
      return Value::ofText( // one of the characters of something that is not known
          c_.texts.step({.kind = StepInfo::Part}, text));
  }
  std::optional<Value> value = lookup(now_, path);
  bool character = cls == TypeClass::Char && isStored(path); // one of those of a text
  if (value && value->kind == Value::Text && isScalar(cls) && !character)
    return {}; // of an object that is unknown as a whole
  if (value)
    return value->kind == Value::Zero && cls != TypeClass::Text && cls != TypeClass::Record
               ? Value::ofNumber(0)
               : *value;
  if (c_.paths[path].step == Path::Element && cls == TypeClass::Text)
    return Value::ofText(elements(now_, path));
  if (probing_ && c_.paths[path].step != Path::Element && c_.arrays.contains(path))
    return valueAt(c_.paths.child(path, Path::Element, 0), cls);
  if (cls == TypeClass::Text && hasElements(path)) // `*p`, where p points to an array's elements
    return Value::ofText(elements(now_, c_.paths.child(path, Path::Element, AnyElement)));
  bool pointer = cls == TypeClass::Text || cls == TypeClass::Pointer || cls == TypeClass::Record;
  if (pointer)
    return Value::ofAddress(c_.paths.child(path, Path::Deref));
  return Value::ofSymbol(path);
}

TextRef FunctionAnalysis::content(const State &state, PathId path) const {
  if (path == NoPath)
    return c_.texts.hole({});
  if (c_.paths[path].step == Path::Element && c_.paths[path].index == TailElement)
    return unrefined(state, c_.paths[path].parent); // what is checked is what stands before it
  if (!probing_ && isFront(path))
    return content(state, c_.paths[path].parent);
  std::optional<Value> value = lookup(state, path);
  if (!value) {
    // `*p`, where p holds a text by now.
    const Path &at = c_.paths[path];
    if (at.step == Path::Deref && at.parent != NoPath)
      if (std::optional<Value> pointer = lookup(state, at.parent);
          pointer && pointer->kind == Value::Text)
        return pointer->text;
    if (std::optional<int64_t> character = characterAt(path); character && at.step == Path::Element)
      return c_.texts.constant(std::string(1, static_cast<char>(*character)));
    bool inText = at.step == Path::Element && c_.paths[at.parent].step != Path::Element;
    if (inText && holdsCharacters(at.parent)) // an object that is one character of it
      return content(state, at.parent);
    return at.step == Path::Element ? elements(state, path) : initialText(state, path);
  }
  switch (value->kind) {
  case Value::Text: return value->text;
  case Value::Zero: return c_.texts.empty();
  case Value::Address:
    return value->path == path ? initialText(state, path) : content(state, value->path);
  case Value::Number: {
    std::optional<TypeAt> type = typeAt(path);
    bool character = type && type->type.cls == TypeClass::Char && !type->type.pointer;
    return textOf(*value, character ? TypeClass::Char : TypeClass::Integer, {});
  }
  default: return initialText(state, path);
  }
}

/// The text of an element whose number is not known: any of those that are stored.
TextRef FunctionAnalysis::elements(const State &state, PathId path) const {
  for (PathId pattern = path; pattern != NoPath; pattern = c_.paths[pattern].parent)
    if (c_.paths[pattern].step == Path::Element && c_.paths[pattern].index == AnyElement)
      if (TextRef found = elements(state, path, pattern))
        return found;
  return initialText(state, path);
}

/// The same, for one step of the path that is any element; nullptr if nothing is stored there.
TextRef FunctionAnalysis::elements(const State &state, PathId path, PathId pattern) const {
  std::vector<Alternative> found;
  auto collect = [&](const std::map<PathId, Value> &store) {
    for (const auto &[key, value] : store) {
      PathId at = key; // the key's ancestor at the pattern's depth
      while (at != NoPath && c_.paths[at].depth > c_.paths[pattern].depth)
        at = c_.paths[at].parent;
      bool sibling = at != NoPath && at != pattern && c_.paths[at].step == Path::Element &&
                     c_.paths[at].parent == c_.paths[pattern].parent;
      bool null = value == Value::ofNumber(0); // where a table ends
      auto refined = state.refined.find(key);  // a condition says something of it, no more
      bool asked = &store == &state.store && refined != state.refined.end() &&
                   value.kind == Value::Text && value.text == refined->second.to;
      if (sibling && !null && !asked && c_.paths.rebase(path, pattern, at) == key)
        found.push_back({c_.paths[at].index, content(state, key)});
    }
  };
  collect(state.store);
  if (found.empty())
    collect(c_.constants);
  return found.empty() ? nullptr : c_.texts.choice(joinId(path) ^ 0x5bd1e995, std::move(found));
}

bool FunctionAnalysis::isStored(PathId path) const {
  return now_.store.contains(path) || c_.constants.contains(path);
}

/// Whether something is stored in the elements of an array or container.
bool FunctionAnalysis::hasElements(PathId path) const {
  auto below = [&](const auto &entry) {
    for (PathId at = entry.first; at != NoPath && at != path; at = c_.paths[at].parent)
      if (c_.paths[at].parent == path)
        return c_.paths[at].step == Path::Element;
    return false;
  };
  return path != NoPath && (std::ranges::any_of(now_.store, below) || c_.arrays.contains(path));
}

/// The path whose elements are those of the object: its own, or those of the one array in it.
PathId FunctionAnalysis::arrayOf(PathId path) const {
  if (path == NoPath || hasElements(path))
    return path;
  auto inField = [&](PathId key) {
    for (PathId at = key; at != NoPath && c_.paths[at].parent != NoPath; at = c_.paths[at].parent)
      if (c_.paths[at].step == Path::Element && c_.paths[c_.paths[at].parent].step == Path::Field &&
          c_.paths[c_.paths[at].parent].parent == path)
        return c_.paths[at].parent;
    return NoPath;
  };
  for (const auto &[key, value] : now_.store)
    if (PathId array = inField(key); array != NoPath)
      return array;
  for (PathId array : c_.arrays)
    if (c_.paths[array].step == Path::Field && c_.paths[array].parent == path)
      return array;
  return path;
}

/// The key or the value of a pair: of one that stands alone, or of the entries of a map.
PathId FunctionAnalysis::half(PathId pair, bool key) const {
  const Path &at = c_.paths[pair];
  uint32_t index = key ? MapKey : AnyElement;
  if (at.step == Path::Element && at.index == AnyElement)
    if (PathId keys = c_.paths.child(at.parent, Path::Element, MapKey); isStored(keys))
      return key ? keys : pair;
  PathId direct = c_.paths.child(pair, Path::Element, index);
  if (isStored(direct))
    return direct;
  PathId nested =
      c_.paths.child(c_.paths.child(pair, Path::Element, AnyElement), Path::Element, index);
  return elements(now_, nested, c_.paths[nested].parent) ? nested : direct;
}

/// The modelled variable or field that a path goes through, if what is read from it comes from
/// outside.
const models::Variable *FunctionAnalysis::sourceVariable(PathId path) const {
  for (PathId at = path; at != NoPath; at = c_.paths[at].parent) {
    bool entity = c_.paths[at].step == Path::Global || c_.paths[at].step == Path::Field;
    const models::Variable *known =
        entity ? c_.world.entities[c_.paths[at].index].variable : nullptr;
    if (known && !known->source.kind.empty())
      return known;
  }
  return nullptr;
}

/// Whether an object is memory that a function without a text of its own returned: malloc's.
bool FunctionAnalysis::isBlank(PathId path) const {
  const Path &at = c_.paths[path];
  auto *call = at.step == Path::Object && at.index < f_.insts.size()
                   ? std::get_if<Call>(&f_.insts[at.index].op)
                   : nullptr;
  EntityId callee = call ? global(call->callee) : NoEntity;
  if (callee == NoEntity)
    return false;
  const Global &function = c_.world.entities[callee];
  const Type &type = function.entity->type;
  return function.model && function.model->pure && type.pointer && type.record == None &&
         type.cls == TypeClass::Pointer;
}

TextRef FunctionAnalysis::initialText(const State &state, PathId path) const {
  const Path &root = c_.paths[c_.paths[path].root];
  if (isBlank(path))
    return c_.texts.empty();
  const Global &self = c_.world.entities[body_.entity];
  if (c_.paths[path].step == Path::Element)
    if (std::optional<TypeAt> type = typeAt(path);
        type && isNumber(type->type.cls) && !type->type.pointer)
      return unknown({}, type->type.cls, "");
  if (const models::Variable *known = sourceVariable(path)) {
    Hole h;
    h.grade = Grade::Tainted;
    h.source = known->source.kind;
    h.reason = known->source.what;
    return c_.texts.hole(h, path);
  }
  if (c_.paths[path].input) {
    if (self.has(Main) && root.step == Path::Param && root.index >= 1) {
      Hole h;
      h.grade = Grade::Tainted;
      h.source = "arguments";
      h.reason = "a command-line argument";
      return c_.texts.hole(h, path);
    }
    bool list =
        root.step == Path::Param && root.index < self.entity->params.size() &&
        self.entity->params[root.index].record != None &&
        self.unit->strings[self.unit->entities[self.entity->params[root.index].record].name] ==
            "__va_list_tag";
    return c_.texts.in(path, list);
  }
  (void)state;
  if (TextRef field = fieldOfAny(path))
    return field;
  Hole h;
  h.reason = "a value that is not followed";
  if (root.step == Path::Local && self.has(Variadic))
    for (const Place &place : f_.places)
      if (place.kind == Place::Local && place.index == root.index && place.type.record != None &&
          string(body_.unit->entities[place.type.record].name) == "__va_list_tag")
        return c_.texts.in(c_.paths.root(Path::Rest, 0), true);
  if (root.step == Path::Local)
    for (const Place &place : f_.places)
      if (place.kind == Place::Local && place.index == root.index) {
        if (place.type.cls == TypeClass::Text && !place.type.pointer)
          return c_.texts.empty(); // an array that nothing was written to
        h.where = c_.world.where(body_.unitIndex, place.where);
        if (place.name != None)
          h.reason = fmt::format("value of '{}'", string(place.name));
      }
  if (root.step == Path::Object && root.index < f_.insts.size()) {
    h.where = where(root.index);
    if (const Call *call = std::get_if<Call>(&f_.insts[root.index].op);
        call && call->callee != None)
      h.reason = fmt::format("result of '{}'", c_.world.entities[global(call->callee)].name());
  }
  h.expression = c_.world.sourceOf(h.where);
  return c_.texts.hole(h);
}

/// The field of an object that is not followed to where it was made, as that of any object of its
/// class; nullptr if the path is none. What a function keeps by value, or below `known`, is its
/// own.
TextRef FunctionAnalysis::fieldOfAny(PathId path, PathId known) const {
  const Path &root = c_.paths[c_.paths[path].root];
  PathId last = path;
  while (last != NoPath && c_.paths[last].step != Path::Field)
    last = c_.paths[last].parent;
  if (last == NoPath || c_.world.entities[c_.paths[last].index].has(SystemHeader))
    return nullptr;
  bool elsewhere = known == NoPath && root.step != Path::Local;
  for (PathId at = c_.paths[last].parent; at != NoPath && at != known; at = c_.paths[at].parent)
    elsewhere |= c_.paths[at].step == Path::Deref;
  if (!elsewhere)
    return nullptr;
  return c_.texts.in(
      c_.paths.rebase(path, last, c_.paths.root(Path::Global, c_.paths[last].index)));
}

TextRef FunctionAnalysis::unknown(const Where &where, TypeClass cls, std::string reason) const {
  Hole h;
  switch (cls) {
  case TypeClass::Integer:
  case TypeClass::Floating:
  case TypeClass::Enum: h.kind = sql::HoleKind::Number; break;
  case TypeClass::Bool: h.kind = sql::HoleKind::Boolean; break;
  case TypeClass::Char: h.kind = sql::HoleKind::Character; break;
  default: break;
  }
  h.where = where;
  h.expression = c_.world.sourceOf(where);
  h.reason = std::move(reason);
  return c_.texts.hole(h);
}

TextRef FunctionAnalysis::textOf(const Value &value, TypeClass cls, const Where &at) const {
  switch (value.kind) {
  case Value::Text: return value.text;
  case Value::Address:
    if (cls == TypeClass::Integer)
      return unknown(at, cls, "");
    if (std::optional<Position> from = probing_ ? position(value) : std::nullopt)
      return c_.texts.constant(std::string(from->bytes.substr(static_cast<size_t>(from->index))));
    return content(value.path);
  case Value::Zero: return c_.texts.empty();
  case Value::Number:
    if (cls == TypeClass::Char)
      return c_.texts.constant(std::string(1, static_cast<char>(value.number)));
    if (cls == TypeClass::Text || cls == TypeClass::Pointer || cls == TypeClass::Null)
      return c_.texts.empty();
    return c_.texts.constant(std::to_string(value.number));
  default: return unknown(at, cls, "a value that is not followed");
  }
}

TextRef FunctionAnalysis::textOf(Id inst) const {
  if (inst == None)
    return c_.texts.empty();
  TypeClass cls = referredScalar(inst);
  if (cls != TypeClass::Other && values_[inst].kind == Value::Address)
    return textOf(valueAt(values_[inst].path, cls), cls, where(inst));
  return textOf(values_[inst], f_.insts[inst].cls, where(inst));
}

/// Of a number that is handed on by reference: what it is. Other: it is none.
TypeClass FunctionAnalysis::referredScalar(Id inst) const {
  const Type *type = nullptr;
  if (auto *address = std::get_if<Address>(&f_.insts[inst].op))
    type = &f_.places[address->place].type;
  else if (auto *load = std::get_if<Load>(&f_.insts[inst].op);
           load && f_.places[load->place].type.reference)
    type = &f_.places[load->place].type;
  else if (auto *call = std::get_if<Call>(&f_.insts[inst].op); call && call->callee != None)
    type = &body_.unit->entities[call->callee].type;
  if (!type || type->pointer)
    return TypeClass::Other;
  return isScalar(type->cls) ? type->cls : TypeClass::Other;
}

void FunctionAnalysis::eraseBelow(PathId path) {
  std::erase_if(now_.store, [&](const auto &entry) {
    return entry.first != path && c_.paths.within(entry.first, path);
  });
}

/// Whether a path stands for a place in each of the elements of an array or container.
bool FunctionAnalysis::isOneOfMany(PathId path) const {
  for (PathId at = path; at != NoPath; at = c_.paths[at].parent)
    if (c_.paths[at].step == Path::Element && c_.paths[at].index == AnyElement)
      return true;
  return false;
}

/// `told`: those who read it elsewhere know it from the callee that stores it.
void FunctionAnalysis::assign(PathId path, Value value, bool told) {
  if (path == NoPath)
    return;
  nameByConstant(path, value);
  if (probing_ && value.kind == Value::Text)
    value.text = c_.texts.joined(value.text);
  if (reporting_ && !told && value.kind == Value::Text) {
    EntityId field = c_.paths.lastField(path);
    if (field == NoPath && c_.paths[c_.paths[path].root].step == Path::Global)
      field = c_.paths[c_.paths[path].root].index;
    if (field != NoPath)
      written_.push_back({path, field, value.text});
  }
  bool movesOn = value.kind == Value::Address && value.path != path &&
                 c_.paths.within(value.path, path); // `p++`: what it points into stays
  if (!movesOn)
    eraseBelow(path);
  if (isOneOfMany(path) && now_.store.contains(path)) { // the others stay
    TextRef old = content(path);
    if (value.kind == Value::Text)
      value =
          Value::ofText(c_.texts.choice(joinId(path) ^ 0x27d4eb2f, {{0, old}, {1, value.text}}));
  }
  now_.store[path] = std::move(value);
}

void FunctionAnalysis::copyObject(PathId from, PathId to) {
  if (from == NoPath || to == NoPath || from == to)
    return;
  std::vector<std::pair<PathId, Value>> parts;
  for (const auto &[path, value] : now_.store)
    if (c_.paths.within(path, from))
      parts.push_back({path, value});
  for (const auto &[path, value] : c_.constants)
    if (c_.paths.within(path, from) && !now_.store.contains(path))
      parts.push_back({path, value});
  if (isOneOfMany(to) && !parts.empty()) { // the others stay
    for (auto &[path, value] : parts)
      if (path != from || value.kind != Value::Zero)
        assign(c_.paths.rebase(path, from, to), std::move(value));
    return;
  }
  eraseBelow(to);
  if (std::ranges::none_of(parts, [&](const auto &part) { return part.first == from; })) {
    if (std::optional<Value> whole = lookup(now_, from))
      now_.store[to] = *whole;
    else if (c_.paths[from].input || characterAt(from))
      now_.store[to] = Value::ofText(content(from));
    else
      now_.store.erase(to);
  }
  for (auto &[path, value] : parts)
    now_.store[c_.paths.rebase(path, from, to)] = std::move(value);
}

} // namespace clangsql::link
