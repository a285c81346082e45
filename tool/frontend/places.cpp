// Places, values and insts of the body being lowered.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Place, summary::TypeClass;

Id Body::place(Place::Kind kind, Id base, Id index, QualType type) {
  auto [known, fresh] =
      placeIds.try_emplace({uint64_t(kind) << 32 | base, index}, Id(function.places.size()));
  if (fresh)
    function.places.push_back({kind, base, index, entities.type(type), None, {}});
  return known->second;
}

Id Body::temporary(QualType type) { return place(Place::Local, None, locals++, type); }

/// Where an object is built: as planned, or in a temporary.
Id Body::targetOf(const Expr *object) {
  if (Id planned = nodes.lookup(object).target; planned != None)
    return planned;
  return nodes[object].target = temporary(object->getType());
}

Id Body::fieldPlace(Id base, const FieldDecl *field) {
  return place(Place::Field, base, entities.of(field), field->getType());
}

Id Body::thisPlace() {
  auto *method = dyn_cast_or_null<CXXMethodDecl>(declaration);
  return place(Place::This, None, None,
               method ? context.ast.getCanonicalTagType(method->getParent()) : context.ast.VoidTy);
}

Id Body::returnPlace() { return place(Place::Return, None, None, resultType); }

Id Body::variablePlace(const VarDecl *variable) {
  if (!variable->hasLocalStorage())
    return place(Place::Global, None, entities.of(variable), variable->getType());
  variable = variable->getCanonicalDecl();
  if (auto known = variables.find(variable); known != variables.end())
    return known->second;
  auto *parameter = dyn_cast<ParmVarDecl>(variable);
  Id id = parameter
              ? place(Place::Param, None, parameter->getFunctionScopeIndex(), variable->getType())
              : temporary(variable->getType());
  Place &created = function.places[id];
  if (variable->getIdentifier())
    created.name = context.strings.of(variable->getName());
  created.where = pending(variable->getLocation());
  return variables[variable] = id;
}

summary::Span Body::pending(SourceRange range) {
  ranges.push_back(range);
  return {Id(ranges.size() - 1), None};
}

/// Only what survives the slicing gets real locations.
void Body::resolveSpans() {
  auto resolve = [&](summary::Span &span) {
    if (span.spelling != None)
      span = context.locations.span(ranges[span.spelling]);
  };
  for (summary::Inst &inst : function.insts)
    resolve(inst.where);
  for (Place &place : function.places)
    resolve(place.where);
}

int64_t asInt64(const llvm::APSInt &number) { return number.extOrTrunc(64).getSExtValue(); }

Id Body::emit(summary::Op op, SourceRange where, TypeClass cls) {
  summary::Span span;
  if (!std::holds_alternative<summary::Number>(op))
    span = pending(standsAt.isValid() ? standsAt : where);
  function.insts.push_back({std::move(op), span, scope, cls});
  return function.insts.size() - 1;
}

/// What an inst of this expression holds: addresses of scalars are pointers.
static TypeClass classOf(const Expr *expression) {
  TypeClass cls = typeClass(expression->getType());
  bool self = expression->isPRValue() || cls == TypeClass::Record || cls == TypeClass::Function ||
              expression->getType()->isArrayType();
  return self ? cls : TypeClass::Pointer;
}

Id Body::emit(summary::Op op, const Expr *where) {
  return emit(std::move(op), where->getSourceRange(), classOf(where));
}

void Body::store(Id place, Id value, SourceRange where) {
  emit(summary::Store{place, value}, where, function.insts[value].cls);
}

/// Gives the places of list elements their subscripts. Those planned before the body is lowered get
/// them in the entry block, before everything that could use them.
void Body::numberElements() {
  llvm::DenseMap<int64_t, Id> numbers;
  for (auto [element, index] : pendingElements) {
    auto [known, fresh] = numbers.try_emplace(index, Id(function.insts.size()));
    if (fresh)
      emit(summary::Number{index}, SourceRange(), TypeClass::Integer);
    function.places[element].index = known->second;
  }
  pendingElements.clear();
}

Id Body::pointee(Id pointer, QualType type) {
  if (auto *address = std::get_if<summary::Address>(&function.insts[pointer].op))
    return address->place;
  return place(Place::Deref, pointer, None, type);
}

Id Body::addressOf(Id id, const Expr *where) {
  const Place &place = function.places[id];
  if (place.kind == Place::Deref)
    return place.base;
  return emit(summary::Address{id}, where);
}

/// The address of a char array, or of the text that a pointer points to.
Id Body::textAddress(Id id, const Expr *where) {
  const Place &place = function.places[id];
  if (place.kind == Place::Deref)
    return place.base;
  return emit(summary::Address{id}, where->getSourceRange(), TypeClass::Text);
}

/// The node of an expression, lowered now if the CFG has not come by it.
Node &Body::ensure(const Expr *expression) {
  expression = strip(expression);
  if (auto known = nodes.find(expression); known == nodes.end())
    plan(expression, scope), numberElements();
  if (!nodes[expression].done)
    lowerTree(expression);
  return nodes[expression];
}

Id Body::placeOf(const Expr *expression) {
  const Node node = ensure(expression);
  if (node.place != None)
    return node.place;
  if (node.loaded != None)
    return pointee(node.loaded, expression->getType());
  return pointee(value(expression), expression->getType());
}

/// The value of a scalar prvalue; the address of everything else. Text that is constant is its own
/// address.
Id Body::value(const Expr *expression) {
  const Node node = ensure(expression);
  expression = strip(expression);
  if (node.value != None)
    return node.value;
  if (node.loaded != None &&
      std::holds_alternative<summary::Literal>(function.insts[node.loaded].op)) {
    if (!expression->getType()->isPointerType() || expression->isPRValue())
      return node.loaded;
    Id copy =
        temporary(expression->getType()); // by reference to the pointer: to one that holds the same
    store(copy, node.loaded, expression->getSourceRange());
    return emit(summary::Address{copy}, expression);
  }
  Id result =
      node.place != None ? addressOf(node.place, expression) : emit(summary::Opaque{}, expression);
  if (node.place == None)
    nodes[expression].value = result;
  return result;
}

} // namespace clangsql::frontend
