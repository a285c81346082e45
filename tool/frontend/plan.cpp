// The first pass over a body, top down and without recursion: where each object is built, what each
// scope destroys, which expressions are lowered in an unusual way.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Place;

/// Of one array; tables that are longer are cut.
static constexpr size_t maxElements = 4000;

/// Casts that neither load nor compute: the value, object or place stays what it is.
static bool keepsValue(const CastExpr *cast) {
  switch (cast->getCastKind()) {
  case CK_NoOp:
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_Dynamic:
  case CK_LValueBitCast:
  case CK_BitCast:
  case CK_LValueToRValueBitCast:
  case CK_AddressSpaceConversion:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
  case CK_ToVoid:
  case CK_Dependent:
  case CK_CPointerToObjCPointerCast:
  case CK_ToUnion:
  case CK_DerivedToBaseMemberPointer:
  case CK_BaseToDerivedMemberPointer:
  case CK_ReinterpretMemberPointer:
  case CK_HLSLArrayRValue: return true;
  case CK_IntegralCast: { // promotions keep what the value was
    auto from = typeClass(cast->getSubExpr()->getType()), to = typeClass(cast->getType());
    return from == to || to == summary::TypeClass::Integer;
  }
  case CK_FloatingCast: return true;
  default: return false;
  }
}

static const Expr *transparentOperator(const Expr *expression) {
  if (auto *binary = dyn_cast<BinaryOperator>(expression))
    return binary->getOpcode() == BO_Comma ? binary->getRHS() : nullptr;
  auto *unary = cast<UnaryOperator>(expression);
  bool points = unary->getOpcode() == UO_Plus && unary->getType()->isPointerType(); // of a closure
  return points || unary->getOpcode() == UO_Extension ? unary->getSubExpr() : nullptr;
}

/// C++11 and 14: a copy that no compiler makes. Its argument is built in its place.
static const Expr *elidedArgument(const CXXConstructExpr *construction) {
  if (!construction->isElidable() || construction->getNumArgs() < 1)
    return nullptr;
  return construction->getArg(0);
}

/// `T x{expression of type T}`: no aggregate of it, but the same object.
static const Expr *onlyElement(const InitListExpr *list) {
  if (list->getNumInits() != 1 || !list->getType()->isRecordType())
    return nullptr;
  const Expr *only = list->getInit(0);
  return only->getType()->getAsRecordDecl() == list->getType()->getAsRecordDecl() ? only : nullptr;
}

const Expr *transparent(const Expr *expression) {
  switch (expression->getStmtClass()) {
  case Stmt::ParenExprClass: return cast<ParenExpr>(expression)->getSubExpr();
  case Stmt::ConstantExprClass:
  case Stmt::ExprWithCleanupsClass: return cast<FullExpr>(expression)->getSubExpr();
  case Stmt::CXXBindTemporaryExprClass: return cast<CXXBindTemporaryExpr>(expression)->getSubExpr();
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return cast<SubstNonTypeTemplateParmExpr>(expression)->getReplacement();
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return cast<CXXRewrittenBinaryOperator>(expression)->getSemanticForm();
  case Stmt::OpaqueValueExprClass: return cast<OpaqueValueExpr>(expression)->getSourceExpr();
  case Stmt::CXXStdInitializerListExprClass:
    return cast<CXXStdInitializerListExpr>(expression)->getSubExpr();
  case Stmt::InitListExprClass: return onlyElement(cast<InitListExpr>(expression));
  case Stmt::PseudoObjectExprClass: return cast<PseudoObjectExpr>(expression)->getResultExpr();
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: return elidedArgument(cast<CXXConstructExpr>(expression));
  case Stmt::BinaryOperatorClass:
  case Stmt::UnaryOperatorClass: return transparentOperator(expression);
  case Stmt::MaterializeTemporaryExprClass: {
    const Expr *inner = cast<MaterializeTemporaryExpr>(expression)->getSubExpr();
    return isObject(inner) ? inner : nullptr;
  }
  case Stmt::GenericSelectionExprClass: {
    auto *selection = cast<GenericSelectionExpr>(expression);
    return selection->isResultDependent() ? nullptr : selection->getResultExpr();
  }
  case Stmt::ChooseExprClass: {
    auto *choice = cast<ChooseExpr>(expression);
    return choice->isConditionDependent() ? nullptr : choice->getChosenSubExpr();
  }
  case Stmt::StmtExprClass: {
    const CompoundStmt *body = cast<StmtExpr>(expression)->getSubStmt();
    return body->body_empty() ? nullptr : dyn_cast<Expr>(body->body_back());
  }
  default:
    auto *castExpression = dyn_cast<CastExpr>(expression);
    return castExpression && keepsValue(castExpression) ? castExpression->getSubExpr() : nullptr;
  }
}

const Expr *strip(const Expr *expression) {
  while (const Expr *inner = transparent(expression))
    expression = inner;
  return expression;
}

bool isObject(const Expr *expression) {
  QualType type = expression->getType();
  if (type.isNull() || !expression->isPRValue())
    return false;
  return type->isRecordType() || type->isArrayType() || type->getAsCXXRecordDecl();
}

/// The call of return_value or return_void that a co_return is.
const CallExpr *promiseCall(const CoreturnStmt *statement) {
  const Expr *call = statement->getPromiseCall();
  return call ? dyn_cast<CallExpr>(strip(call)) : nullptr;
}

void Body::push(const Stmt *statement, Id scope, Id target) {
  if (statement)
    tasks.push_back({statement, scope, target});
}

void Body::plan(const Stmt *root, Id scope, Id target) {
  size_t bottom = tasks.size();
  push(root, scope, target);
  while (tasks.size() > bottom) {
    Task task = tasks.back();
    tasks.pop_back();
    size_t first = tasks.size();
    planOne(task);
    std::reverse(tasks.begin() + first,
                 tasks.end()); // a stack: the first child pushed is planned first
  }
}

void Body::planOne(const Task &task) {
  Node &node = nodes[task.statement];
  node = {};
  node.scope = task.scope;
  node.target = task.target;
  if (auto *expression = dyn_cast<Expr>(task.statement))
    planExpression(expression, task);
  else
    planStatement(task.statement, task);
}

void Body::planChildren(const Stmt *statement, Id scope) {
  for (const Stmt *child : statement->children())
    push(child, scope);
}

Id Body::newScope(Id parent) {
  function.scopes.push_back({parent, {}, {}});
  return function.scopes.size() - 1;
}

void Body::addObject(Id scope, Id place, QualType type) {
  const CXXRecordDecl *record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->hasTrivialDestructor() ||
      !record->getDestructor())
    return;
  function.scopes[scope].objects.push_back(place);
  function.destructors.push_back({place, entities.of(record->getDestructor())});
}

void Body::planStatement(const Stmt *statement, const Task &task) {
  if (auto *loop = dyn_cast<CXXForRangeStmt>(statement))
    loops.repair(loop);
  switch (statement->getStmtClass()) {
  case Stmt::CompoundStmtClass:
  case Stmt::IfStmtClass:
  case Stmt::WhileStmtClass:
  case Stmt::ForStmtClass:
  case Stmt::CXXForRangeStmtClass:
  case Stmt::SwitchStmtClass:
  case Stmt::DoStmtClass: return planChildren(statement, newScope(task.scope));
  case Stmt::DeclStmtClass: return planDeclarations(cast<DeclStmt>(statement), task.scope);
  case Stmt::CXXTryStmtClass: return planTry(cast<CXXTryStmt>(statement), task.scope);
  case Stmt::CXXCatchStmtClass: return planCatch(cast<CXXCatchStmt>(statement), task.scope);
  case Stmt::ReturnStmtClass:
  case Stmt::CoreturnStmtClass: return planReturn(statement, task.scope);
  case Stmt::CoroutineBodyStmtClass:
    return push(cast<CoroutineBodyStmt>(statement)->getBody(), task.scope);
  default: return planChildren(statement, task.scope);
  }
}

void Body::planDeclarations(const DeclStmt *statement, Id scope) {
  for (const Decl *declared : statement->decls()) {
    if (auto *variable = dyn_cast<VarDecl>(declared))
      planVariable(variable, scope);
    else if (isa<CXXRecordDecl>(declared))
      context.found.push_back(declared);
  }
}

void Body::planVariable(const VarDecl *variable, Id scope) {
  variableScopes[variable] = scope;
  if (!variable->hasLocalStorage()) {
    if (variable->hasInit()) {
      skipTree(variable->getInit());
      context.found.push_back(variable);
    }
    return;
  }
  Id place = variablePlace(variable);
  QualType type = variable->getType();
  if (!type->isReferenceType())
    addObject(scope, place, type);
  bool object = type->isRecordType() || type->isArrayType() || type->getAsCXXRecordDecl();
  push(variable->getInit(), scope, object ? place : None);
  if (auto *decomposition = dyn_cast<DecompositionDecl>(variable))
    for (const BindingDecl *binding : decomposition->bindings())
      if (const VarDecl *holder = binding->getHoldingVar())
        planVariable(holder, scope);
}

void Body::planTry(const CXXTryStmt *statement, Id scope) {
  Id inner = newScope(scope);
  tries.push_back(statement);
  tryScopes[statement] = inner;
  push(statement->getTryBlock(), inner);
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i)
    push(statement->getHandler(i), scope);
}

void Body::planCatch(const CXXCatchStmt *statement, Id scope) {
  Id inner = newScope(scope);
  nodes[statement].scope = inner;
  if (const VarDecl *variable = statement->getExceptionDecl())
    planVariable(variable, inner);
  push(statement->getHandlerBlock(), inner);
}

void Body::planReturn(const Stmt *statement, Id scope) {
  if (auto *plain = dyn_cast<ReturnStmt>(statement))
    return push(plain->getRetValue(), scope, returnPlace());
  auto *coroutine = cast<CoreturnStmt>(statement);
  const CallExpr *promise = promiseCall(coroutine);
  if (!promise)
    return push(coroutine->getOperand(), scope);
  skipped.insert(promise);
  for (const Expr *argument : promise->arguments())
    push(argument, scope, returnPlace());
}

void Body::planTransparent(const Expr *expression, const Expr *inner, const Task &task) {
  Id scope = task.scope, target = task.target;
  if (isa<OpaqueValueExpr>(expression))
    return; // whoever introduced it plans its source
  if (isa<ExprWithCleanups>(expression)) {
    scope = newScope(scope);
  } else if (isa<CXXBindTemporaryExpr>(expression) && target == None) {
    target = temporary(expression->getType());
    addObject(scope, target, expression->getType());
  } else if (auto *temporaryObject = dyn_cast<MaterializeTemporaryExpr>(expression)) {
    auto *holder = dyn_cast_or_null<VarDecl>(temporaryObject->getExtendingDecl());
    if (holder && holder->hasLocalStorage() && target == None) {
      target = temporary(inner->getType());
      extended[holder] = target;
      addObject(variableScopes.lookup(holder), target, inner->getType());
    }
  } else if (auto *comma = dyn_cast<BinaryOperator>(expression)) {
    push(comma->getLHS(), scope);
  } else if (auto *statements = dyn_cast<StmtExpr>(expression)) {
    return planStatementExpression(statements, scope, target);
  } else if (auto *pseudo = dyn_cast<PseudoObjectExpr>(expression)) {
    for (const Expr *part : pseudo->semantics())
      push(part, scope, part == inner ? target : None);
    return;
  }
  push(inner, scope, target);
}

void Body::planStatementExpression(const StmtExpr *expression, Id scope, Id target) {
  const CompoundStmt *body = expression->getSubStmt();
  Id inner = newScope(scope);
  nodes[body].scope = inner;
  const Stmt *result = body->body_empty() ? nullptr : body->body_back();
  for (const Stmt *statement : body->body())
    push(statement, inner, statement == result ? target : None);
}

void Body::planExpression(const Expr *expression, const Task &task) {
  if (const Expr *inner = transparent(expression))
    return planTransparent(expression, inner, task);
  Id target = task.target;
  if (target == None && isObject(expression))
    nodes[expression].target = target = temporary(expression->getType());
  switch (expression->getStmtClass()) {
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return planConditional(cast<AbstractConditionalOperator>(expression), task.scope, target);
  case Stmt::InitListExprClass: {
    auto *list = cast<InitListExpr>(expression);
    return planInitializers(list, const_cast<InitListExpr *>(list)->inits(), task.scope, target);
  }
  case Stmt::CXXParenListInitExprClass:
    return planInitializers(
        expression,
        const_cast<CXXParenListInitExpr *>(cast<CXXParenListInitExpr>(expression))->getInitExprs(),
        task.scope, target);
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return planSuspend(cast<CoroutineSuspendExpr>(expression), task.scope, target);
  case Stmt::LambdaExprClass: return planLambda(cast<LambdaExpr>(expression), task.scope);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
  case Stmt::CUDAKernelCallExprClass: return planCall(cast<CallExpr>(expression), task.scope);
  case Stmt::CompoundLiteralExprClass: {
    if (target == None)
      nodes[expression].target = target = temporary(expression->getType());
    return push(cast<CompoundLiteralExpr>(expression)->getInitializer(), task.scope, target);
  }
  case Stmt::CXXNewExprClass: return planNew(cast<CXXNewExpr>(expression), task.scope);
  case Stmt::MaterializeTemporaryExprClass: // of a scalar
    nodes[expression].target = temporary(expression->getType());
    return planChildren(expression, task.scope);
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::CXXDefaultArgExprClass:
  case Stmt::CXXDefaultInitExprClass:
  case Stmt::BlockExprClass: return;
  default: return planChildren(expression, task.scope);
  }
}

/// The new object is a local of its own; the value of the expression is its address.
void Body::planNew(const CXXNewExpr *allocation, Id scope) {
  QualType type = allocation->getAllocatedType();
  Id target = temporary(type);
  nodes[allocation].target = target;
  for (const Expr *argument : allocation->placement_arguments())
    push(argument, scope);
  if (std::optional<const Expr *> size = allocation->getArraySize(); size && *size)
    push(*size, scope);
  bool object = type->isRecordType() || allocation->isArray();
  push(allocation->getInitializer(), scope, object ? target : None);
}

/// Callees named directly are not values.
void Body::planCall(const CallExpr *call, Id scope) {
  if (call->getDirectCallee() && isa<DeclRefExpr>(call->getCallee()->IgnoreParenImpCasts())) {
    skipTree(call->getCallee());
    for (const Expr *argument : call->arguments())
      push(argument, scope);
    return;
  }
  planChildren(call, scope);
}

void Body::planConditional(const AbstractConditionalOperator *conditional, Id scope, Id target) {
  auto *shortForm = dyn_cast<BinaryConditionalOperator>(conditional);
  push(shortForm ? shortForm->getCommon() : conditional->getCond(), scope);
  if (shortForm)
    push(conditional->getCond(), scope);
  bool object = isObject(conditional), nothing = conditional->getType()->isVoidType();
  Id arm = object || nothing
               ? None
               : temporary(conditional->isGLValue()
                               ? context.ast.getLValueReferenceType(conditional->getType())
                               : conditional->getType());
  nodes[conditional].target = object ? target : arm;
  for (const Expr *operand : {conditional->getTrueExpr(), conditional->getFalseExpr()}) {
    push(operand, scope, object ? target : None);
    if (arm == None)
      continue;
    const Expr *key = operand->IgnoreParens();
    while (isa<FullExpr>(key))
      key = cast<FullExpr>(key)->getSubExpr()->IgnoreParens();
    arms[key] = arm;
  }
  if (shortForm && arm != None) // its first operand is the condition itself
    arms[shortForm->getCommon()->IgnoreParens()] = arm;
}

Id Body::elementTarget(Id array, uint64_t index, QualType type) {
  Place element{Place::Element, array, None, entities.type(type), None, {}};
  function.places.push_back(element);
  Id id = function.places.size() - 1;
  elements[{array, index}] = id;
  pendingElements.push_back({id, int64_t(index)});
  return id;
}

void Body::planInitializers(const Expr *list, ArrayRef<Expr *> initializers, Id scope, Id target) {
  QualType type = list->getType();
  if (const ArrayType *array = type->getAsArrayTypeUnsafe()) {
    for (size_t i = 0; i < initializers.size(); ++i) {
      if (i < maxElements)
        push(initializers[i], scope, elementTarget(target, i, array->getElementType()));
      else
        skipTree(initializers[i]);
    }
    return;
  }
  const RecordDecl *record = type->getAsRecordDecl();
  size_t next = 0;
  if (auto *cxx = dyn_cast_or_null<CXXRecordDecl>(record); cxx && cxx->hasDefinition())
    for (size_t i = 0; i < cxx->getNumBases() && next < initializers.size(); ++i)
      push(initializers[next++], scope, target);
  auto *braced = dyn_cast<InitListExpr>(list);
  if (const FieldDecl *member = braced ? braced->getInitializedFieldInUnion() : nullptr;
      member && !initializers.empty())
    return push(initializers[0], scope, fieldPlace(target, member));
  if (record)
    for (const FieldDecl *field : record->fields())
      if (!field->isUnnamedBitField() && next < initializers.size())
        push(initializers[next++], scope, fieldPlace(target, field));
  while (next < initializers.size()) // a scalar in braces
    push(initializers[next++], scope, target);
}

/// `co_await f()` is taken as the call itself: its result is what f co_returns. Awaiting anything
/// else is a call of await_resume.
void Body::planSuspend(const CoroutineSuspendExpr *suspend, Id scope, Id target) {
  const Expr *operand = suspend->getOperand();
  const Expr *call = operand ? strip(operand) : nullptr;
  bool taken = isa<CoawaitExpr>(suspend) && call && isa<CallExpr>(call) &&
               !cast<CallExpr>(call)->isTypeDependent();
  skipTree(suspend->getReadyExpr());
  skipTree(suspend->getSuspendExpr());
  if (taken) {
    skipTree(suspend->getResumeExpr());
    skipTree(suspend->getCommonExpr(), call);
    awaited.insert(call);
    push(call, scope, target);
    return;
  }
  push(suspend->getCommonExpr(), scope);
  push(suspend->getResumeExpr(), scope, target);
  if (const Expr *resume = suspend->getResumeExpr())
    awaited.insert(strip(resume));
}

void Body::planLambda(const LambdaExpr *lambda, Id scope) {
  for (const Expr *initializer : lambda->capture_inits())
    push(initializer, scope);
  context.found.push_back(lambda->getLambdaClass());
}

/// For a default initialiser Clang's CFG has the expression that it stands for.
const Expr *Body::memberValue(const CXXCtorInitializer *initializer) {
  const Expr *value = initializer->getInit();
  if (auto *byDefault = dyn_cast_or_null<CXXDefaultInitExpr>(value)) {
    skipped.insert(byDefault);
    return byDefault->getExpr();
  }
  return value;
}

void Body::planConstructor(const CXXConstructorDecl *constructor) {
  for (const CXXCtorInitializer *initializer : constructor->inits()) {
    Id target = thisPlace();
    if (const FieldDecl *field = initializer->getMember()) {
      target = fieldPlace(target, field);
    } else if (const IndirectFieldDecl *chain = initializer->getIndirectMember()) {
      for (const NamedDecl *link : chain->chain())
        target = fieldPlace(target, cast<FieldDecl>(link));
    }
    plan(memberValue(initializer), 0, target);
  }
}

/// Marks `root` and all under it, up to `except`, as not to be lowered.
void Body::skipTree(const Stmt *root, const Stmt *except) {
  std::vector<const Stmt *> stack{root};
  while (!stack.empty()) {
    const Stmt *statement = stack.back();
    stack.pop_back();
    if (!statement || statement == except || !skipped.insert(statement).second)
      continue;
    for (const Stmt *child : statement->children())
      stack.push_back(child);
  }
}

} // namespace clangsql::frontend
