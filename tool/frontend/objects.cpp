// Declarations, initialisers, lambdas, new objects, results and exceptions.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;
using summary::TypeClass;

void Body::lowerDeclaration(const DeclStmt *statement) {
  for (const Decl *declared : statement->decls()) {
    auto *variable = dyn_cast<VarDecl>(declared);
    if (!variable || !variable->hasLocalStorage())
      continue;
    if (auto known = variableScopes.find(variable); known != variableScopes.end())
      scope = known->second;
    if (const VarDecl *range = loops.rangeOf(variable))
      lowerElementOf(variable, range);
    else if (variable->getInit())
      initialize(variablePlace(variable), variable->getInit(), variable->getType());
  }
}

/// What a loop variable of a template holds: something of the range.
void Body::lowerElementOf(const VarDecl *variable, const VarDecl *range) {
  SourceRange at = variable->getLocation();
  Id whole = emit(summary::Load{variablePlace(range)}, at, TypeClass::Pointer);
  store(variablePlace(variable), emit(summary::Opaque{{whole}}, at, typeClass(variable->getType())),
        at);
}

/// Stores the initialiser unless it was built in place.
void Body::initialize(Id place, const Expr *initializer, QualType type) {
  const Expr *inner = strip(initializer);
  bool object = !type->isReferenceType() && isObject(inner);
  const Node node = ensure(inner);
  if (object && node.place == place)
    return;
  if (auto *list = dyn_cast<InitListExpr>(inner); list && !object && list->getNumInits() == 1)
    return initialize(place, list->getInit(0), type);
  store(place, value(inner), initializer->getSourceRange());
}

void Body::lowerReturn(const Stmt *statement, const Expr *result) {
  if (!result || result->getType()->isVoidType())
    return;
  if (auto *coroutine = dyn_cast<CoreturnStmt>(statement)) {
    const CallExpr *promise = promiseCall(coroutine);
    if (promise && promise->getNumArgs())
      result = promise->getArg(0);
    // The declared result is the task; what is returned is what the promise takes.
    function.places[returnPlace()].type = entities.type(result->getType());
  }
  const Expr *inner = strip(result);
  const Node node = ensure(inner);
  if (node.place != None && node.place == returnPlace())
    return;
  store(returnPlace(), value(inner), statement->getSourceRange());
}

void Body::lowerMemberInitializer(const CXXCtorInitializer *initializer) {
  scope = 0;
  const Expr *written = memberValue(initializer);
  if (!written || !initializer->isAnyMemberInitializer())
    return; // bases and delegation: the constructor call said it all
  Id place = thisPlace();
  if (const IndirectFieldDecl *chain = initializer->getIndirectMember()) {
    for (const NamedDecl *link : chain->chain())
      place = fieldPlace(place, cast<FieldDecl>(link));
  } else {
    place = fieldPlace(place, initializer->getMember());
  }
  initialize(place, written, initializer->getAnyMember()->getType());
}

/// Objects were built in their fields; scalars are stored now.
Node Body::lowerInitializers(const Expr *list, ArrayRef<Expr *> initializers) {
  if (!isObject(list))
    return initializers.size() == 1 ? Node{.value = value(initializers[0])} : lowerNumber(list);
  Id target = targetOf(list);
  const RecordDecl *record = list->getType()->getAsRecordDecl();
  auto *braced = dyn_cast<InitListExpr>(list);
  std::vector<const FieldDecl *> fields;
  if (record)
    for (const FieldDecl *field : record->fields())
      if (!field->isUnnamedBitField())
        fields.push_back(field);
  if (braced && braced->getInitializedFieldInUnion())
    fields = {braced->getInitializedFieldInUnion()};
  size_t bases = 0;
  if (auto *cxx = dyn_cast_or_null<CXXRecordDecl>(record); cxx && cxx->hasDefinition())
    bases = cxx->getNumBases();
  const ArrayType *array = list->getType()->getAsArrayTypeUnsafe();
  for (size_t i = 0; i < initializers.size() && !isFull(); ++i) {
    if (isa<ImplicitValueInitExpr>(initializers[i]))
      continue;
    if (array && !elements.contains({target, i})) {
      isCut = true;
      break;
    }
    if (array) {
      QualType type = array->getElementType();
      initialize(elements.lookup({target, i}), initializers[i], type);
    } else if (i >= bases && i - bases < fields.size()) {
      const FieldDecl *field = fields[i - bases];
      initialize(fieldPlace(target, field), initializers[i], field->getType());
    }
  }
  return {.place = target};
}

Node Body::lowerLambda(const LambdaExpr *lambda) {
  const CXXRecordDecl *closure = lambda->getLambdaClass();
  summary::Closure lowered;
  lowered.body = entities.of(lambda->getCallOperator());
  auto field = closure->field_begin();
  auto initializer = lambda->capture_init_begin();
  for (const LambdaCapture &capture : lambda->captures()) {
    if (*initializer && !capture.capturesVLAType())
      lowered.captures.push_back(
          {entities.of(*field), value(*initializer), field->getType()->isReferenceType()});
    ++field;
    ++initializer;
  }
  Id target = targetOf(lambda);
  Id made = emit(std::move(lowered), lambda);
  store(target, made, lambda->getSourceRange());
  return {.place = target};
}

Node Body::lowerNew(const CXXNewExpr *expression) {
  Id target = targetOf(expression);
  if (const Expr *initializer = expression->getInitializer())
    initialize(target, initializer, expression->getAllocatedType());
  return {.value = emit(summary::Address{target}, expression)};
}

Node Body::lowerThrow(const CXXThrowExpr *expression) {
  const Expr *thrown = expression->getSubExpr();
  Id type = thrown ? entities.type(thrown->getType()).record : None;
  emit(summary::Throw{type}, expression->getSourceRange(), TypeClass::Void);
  return {};
}

/// See planSuspend.
Node Body::lowerAwait(const CoroutineSuspendExpr *suspend) {
  const Expr *operand = suspend->getOperand() ? strip(suspend->getOperand()) : nullptr;
  const Expr *result = operand && awaited.contains(operand) ? operand : suspend->getResumeExpr();
  if (!result)
    return lowerOpaque(suspend);
  return lowerSame(result);
}

/// What is known of one expression holds for another.
Node Body::lowerSame(const Expr *expression) {
  const Node node = ensure(expression);
  return {.value = node.value, .place = node.place, .loaded = node.loaded};
}

/// An allocator, say: nothing that anyone follows.
static bool isPlainDefault(const Expr *inner, Locations &locations) {
  auto *construction = dyn_cast<CXXConstructExpr>(strip(inner));
  return construction && construction->getNumArgs() == 0 &&
         !locations.isUser(construction->getConstructor()->getParent()->getLocation());
}

Node Body::lowerDefault(const Expr *expression, const Expr *inner) {
  if (isPlainDefault(inner, context.locations))
    return {.value = emit(summary::Opaque{}, expression)};
  SourceRange before = std::exchange(standsAt, expression->getExprLoc());
  lowerInline(inner, nodes.lookup(expression).target);
  standsAt = before;
  return lowerSame(inner);
}

} // namespace clangsql::frontend
