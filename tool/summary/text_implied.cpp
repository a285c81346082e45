#include "summary/text_implied.h"

#include "summary/text_escape.h"
#include "summary/text_lexer.h"

#include <algorithm>

namespace clangsql::summary::text {

bool isCallable(EntityKind kind) { return kind <= EntityKind::Lambda; }

llvm::StringRef enclosingName(llvm::StringRef name) {
  size_t colons = name.rfind("::");
  return colons == llvm::StringRef::npos ? "" : name.take_front(colons);
}

bool impliesParent(EntityKind kind) {
  return kind == EntityKind::Method || kind == EntityKind::Constructor ||
         kind == EntityKind::Destructor || kind == EntityKind::Field;
}

llvm::StringRef lastName(llvm::StringRef name) {
  size_t colons = name.rfind("::");
  return colons == llvm::StringRef::npos ? name : name.drop_front(colons + 2);
}

EntityKind impliedKind(llvm::StringRef name, EntityKind mentioned) {
  if (!isCallable(mentioned) || enclosingName(name).empty())
    return mentioned;
  if (lastName(name).starts_with("~"))
    return EntityKind::Destructor;
  if (lastName(name) == lastName(enclosingName(name)))
    return EntityKind::Constructor;
  return mentioned;
}

static const Entity *entityOf(const Unit &unit, Id id) {
  return id < unit.entities.size() ? &unit.entities[id] : nullptr;
}

static llvm::StringRef nameOf(const Unit &unit, Id entity) {
  const Entity *known = entityOf(unit, entity);
  return known && known->name != None ? llvm::StringRef(unit.strings[known->name]) : "";
}

std::string impliedFieldName(const Unit &unit, const Type &object, llvm::StringRef field) {
  llvm::StringRef record = nameOf(unit, object.record);
  return record.empty() ? field.str() : record.str() + "::" + field.str();
}

static Type recordType(Id record) { return {.cls = TypeClass::Record, .record = record}; }

static Type pointee(Type type) {
  if (type.reference)
    return type.reference = false, type;
  if (type.cls == TypeClass::Text)
    return {.cls = TypeClass::Char, .constant = type.constant};
  if (type.record != None)
    return {.cls = TypeClass::Record, .constant = type.constant, .record = type.record};
  return {};
}

static Type typeBehind(const Unit &unit, const Function &function, const Op &value) {
  if (auto *load = std::get_if<Load>(&value); load && load->place < function.places.size())
    return pointee(function.places[load->place].type);
  if (auto *address = std::get_if<Address>(&value);
      address && address->place < function.places.size())
    return function.places[address->place].type;
  if (auto *call = std::get_if<Call>(&value))
    if (const Entity *callee = entityOf(unit, call->callee))
      return pointee(callee->type);
  return {};
}

static Type thisType(const Unit &unit, Id function) {
  const Entity *entity = entityOf(unit, function);
  return entity && entity->parent != None ? recordType(entity->parent) : Type{};
}

static Type declaredType(const Unit &unit, Id entity) {
  const Entity *known = entityOf(unit, entity);
  return known ? known->type : Type{};
}

static Type elementType(const Function &function, Id array) {
  Type type = array < function.places.size() ? function.places[array].type : Type{};
  return type.cls == TypeClass::Text ? pointee(type) : type;
}

Type impliedType(const Unit &unit, const Function &function, const Place &place, Id known) {
  switch (place.kind) {
  case Place::Local:
  case Place::Param: return {};
  case Place::This: return thisType(unit, function.entity);
  case Place::Global: return declaredType(unit, place.index);
  case Place::Return: return declaredType(unit, function.entity);
  case Place::Field: return declaredType(unit, place.index);
  case Place::Deref:
    return place.base < known ? typeBehind(unit, function, function.insts[place.base].op) : Type{};
  case Place::Element: return elementType(function, place.base);
  }
  return {};
}

Type impliedTarget(const Unit &unit, Id callee) {
  const Entity *entity = entityOf(unit, callee);
  if (!entity)
    return {};
  if (entity->kind == EntityKind::Constructor)
    return thisType(unit, callee);
  return entity->type == Type{} ? recordType(None) : entity->type;
}

static TypeClass addressClass(const Function &function, Id place) {
  TypeClass cls =
      place < function.places.size() ? function.places[place].type.cls : TypeClass::Other;
  return cls == TypeClass::Record || cls == TypeClass::Text ? cls : TypeClass::Pointer;
}

static TypeClass resultClass(const Unit &unit, const Call &call) {
  const Entity *callee = entityOf(unit, call.callee);
  bool builds = call.target != None || (callee && callee->kind == EntityKind::Constructor);
  return callee && !builds ? callee->type.cls : impliedTarget(unit, call.callee).cls;
}

TypeClass impliedClass(const Unit &unit, const Function &function, const Op &op, Id known) {
  if (auto *load = std::get_if<Load>(&op))
    return load->place < function.places.size() ? function.places[load->place].type.cls
                                                : TypeClass::Other;
  if (auto *address = std::get_if<Address>(&op))
    return addressClass(function, address->place);
  if (auto *call = std::get_if<Call>(&op))
    return resultClass(unit, *call);
  if (auto *store = std::get_if<Store>(&op))
    return store->value < known ? function.insts[store->value].cls : TypeClass::Other;
  if (std::holds_alternative<Throw>(op))
    return TypeClass::Void;
  if (std::holds_alternative<Literal>(op))
    return TypeClass::Text;
  if (std::holds_alternative<Number>(op))
    return TypeClass::Integer;
  if (std::holds_alternative<FunctionRef>(op))
    return TypeClass::Function;
  if (std::holds_alternative<Closure>(op))
    return TypeClass::Record;
  return std::holds_alternative<Test>(op) ? TypeClass::Bool : TypeClass::Other;
}

static bool isOperator(llvm::StringRef last) {
  return last.consume_front("operator") && !last.empty() &&
         !llvm::StringRef(" _").contains(last[0]) && !isalnum(uint8_t(last[0]));
}

uint8_t impliedCallFlags(const Unit &unit, Id callee) {
  const Entity *entity = entityOf(unit, callee);
  if (!entity)
    return 0;
  if (entity->kind == EntityKind::Constructor)
    return ConstructorCall;
  if (entity->kind == EntityKind::Destructor)
    return DestructorCall;
  uint8_t flags = entity->flags & Virtual ? VirtualCall : 0;
  return flags | (isOperator(lastName(nameOf(unit, callee))) ? OperatorCall : 0);
}

bool impliesReceiver(const Unit &unit, const Call &call) {
  const Entity *callee = entityOf(unit, call.callee);
  return callee && callee->kind == EntityKind::Constructor && call.target != None;
}

uint32_t impliedLength(const Unit &unit, const Op &op) {
  auto *literal = std::get_if<Literal>(&op);
  return literal && literal->bytes != None ? quoted(unit.strings[literal->bytes]).size() : 1;
}

uint32_t impliedNameLength(const Unit &unit, Id name) {
  size_t length = name == None ? 0 : identifierLength(lastName(unit.strings[name]));
  return std::max<size_t>(length, 1);
}

bool sameLocation(const Unit &unit, Id left, Id right) {
  return left == right ||
         (left != None && right != None && unit.locations[left] == unit.locations[right]);
}

std::vector<ImpliedSegment> impliedMap(const Unit &unit, const Literal &literal, Span where) {
  std::vector<ImpliedSegment> map;
  if (where.spelling == None || literal.bytes == None)
    return map;
  for (const Stretch &stretch : stretches(unit.strings[literal.bytes])) {
    Location at = unit.locations[where.spelling];
    at.offset += stretch.start, at.column += stretch.start;
    at.column16 += stretch.start16, at.length = stretch.length;
    map.push_back({stretch.first, at});
  }
  return map;
}

void LineTable::add(Id file, uint32_t line, uint32_t start, const std::string *text) {
  lines.try_emplace({file, line}, Known{start, text ? *text : ""});
}

uint32_t LineTable::start(Id file, uint32_t line) const {
  auto known = lines.find({file, line});
  return known == lines.end() ? impliedLineStart(line) : known->second.start;
}

Location LineTable::at(Id file, uint32_t line, uint32_t column, uint32_t length) const {
  auto known = lines.find({file, line});
  uint32_t column16 = column;
  if (known != lines.end() && column > 0 && column - 1 <= known->second.text.size())
    column16 = utf16Length(llvm::StringRef(known->second.text).take_front(column - 1)) + 1;
  return {file, start(file, line) + column - 1, length, line, column, column16};
}

} // namespace clangsql::summary::text
