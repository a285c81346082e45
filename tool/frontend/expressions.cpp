// Lowers one CFG element at a time; operands have been lowered before it.
#include "frontend/body.h"
#include "frontend/literals.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Opaque, summary::Test, summary::TestOp, summary::TypeClass;

void Body::lowerStatement(const Stmt *statement) {
  if (skipped.contains(statement))
    return;
  if (auto known = nodes.find(statement); known != nodes.end()) {
    if (known->second.done)
      return;
    scope = known->second.scope;
  }
  if (auto *expression = dyn_cast<Expr>(statement)) {
    if (transparent(expression) == nullptr) {
      Node lowered = lowerExpression(expression);
      Node planned = nodes.lookup(expression);
      lowered.scope = planned.scope;
      lowered.target = planned.target;
      lowered.done = true;
      nodes[expression] = lowered;
    }
    if (auto arm = arms.find(expression); arm != arms.end())
      store(arm->second, value(expression), expression->getSourceRange());
    return;
  }
  if (auto *declarations = dyn_cast<DeclStmt>(statement))
    lowerDeclaration(declarations);
  else if (auto *plain = dyn_cast<ReturnStmt>(statement))
    lowerReturn(statement, plain->getRetValue());
  else if (auto *coroutine = dyn_cast<CoreturnStmt>(statement))
    lowerReturn(statement, coroutine->getOperand());
}

/// Whether what && and || put together has been lowered: Clang's CFG branches at the operands, and
/// leaves out the operators in between.
bool Body::isSplit(const Expr *condition) const {
  condition = condition->IgnoreParenImpCasts();
  auto *logical = dyn_cast<BinaryOperator>(condition);
  return nodes.lookup(condition).done || (logical && logical->isLogicalOp() &&
                                          isSplit(logical->getLHS()) && isSplit(logical->getRHS()));
}

/// Lowers an expression that is in no CFG: a default argument, say. Branches in it are not
/// followed.
void Body::lowerTree(const Stmt *root) {
  if (!root || skipped.contains(root) || nodes.lookup(root).done)
    return;
  auto *condition = dyn_cast<BinaryOperator>(root);
  if (condition && condition->isLogicalOp() && isSplit(condition))
    return lowerStatement(root);
  bool branches = isa<AbstractConditionalOperator, StmtExpr>(root) ||
                  (isa<BinaryOperator>(root) && cast<BinaryOperator>(root)->isLogicalOp());
  if (branches || depth > 100) {
    Node &node = nodes[root];
    node.done = true;
    Id unknown = emit(Opaque{}, cast<Expr>(root));
    if (Node &after = nodes[root]; isObject(cast<Expr>(root)) && after.target != None) {
      after.place = after.target;
      store(after.target, unknown, root->getSourceRange());
    } else {
      after.value = unknown;
    }
    return;
  }
  ++depth;
  if (!isa<LambdaExpr, UnaryExprOrTypeTraitExpr>(root))
    for (const Stmt *child : root->children())
      lowerTree(child);
  --depth;
  lowerStatement(root);
}

void Body::lowerInline(const Expr *expression, Id target) {
  Id here = scope;
  plan(expression, scope, target);
  numberElements();
  if (++depth < 100)
    lowerTree(expression);
  --depth;
  scope = here;
}

Node Body::lowerExpression(const Expr *expression) {
  switch (expression->getStmtClass()) {
  case Stmt::StringLiteralClass: return lowerLiteral(cast<StringLiteral>(expression), expression);
  case Stmt::PredefinedExprClass:
    return lowerLiteral(cast<PredefinedExpr>(expression)->getFunctionName(), expression);
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConceptSpecializationExprClass: return lowerNumber(expression);
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return isObject(expression) ? Node{.place = targetOf(expression)} : lowerNumber(expression);
  case Stmt::DeclRefExprClass: return lowerReference(cast<DeclRefExpr>(expression));
  case Stmt::MemberExprClass: return lowerMember(cast<MemberExpr>(expression));
  case Stmt::ArraySubscriptExprClass: return lowerSubscript(cast<ArraySubscriptExpr>(expression));
  case Stmt::UnaryOperatorClass: return lowerUnary(cast<UnaryOperator>(expression));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass: return lowerBinary(cast<BinaryOperator>(expression));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return lowerConditional(cast<AbstractConditionalOperator>(expression));
  case Stmt::CXXThisExprClass: return lowerThis(cast<CXXThisExpr>(expression));
  case Stmt::MaterializeTemporaryExprClass:
    return lowerMaterialized(cast<MaterializeTemporaryExpr>(expression));
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
  case Stmt::CUDAKernelCallExprClass: return lowerCall(cast<CallExpr>(expression));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return lowerConstruction(cast<CXXConstructExpr>(expression));
  case Stmt::CXXInheritedCtorInitExprClass:
    return lowerInheritedConstruction(cast<CXXInheritedCtorInitExpr>(expression));
  case Stmt::InitListExprClass:
    return lowerInitializers(expression,
                             const_cast<InitListExpr *>(cast<InitListExpr>(expression))->inits());
  case Stmt::CXXParenListInitExprClass:
    return lowerInitializers(
        expression,
        const_cast<CXXParenListInitExpr *>(cast<CXXParenListInitExpr>(expression))->getInitExprs());
  case Stmt::CompoundLiteralExprClass: {
    Id target = targetOf(expression);
    initialize(target, cast<CompoundLiteralExpr>(expression)->getInitializer(),
               expression->getType());
    return {.place = target};
  }
  case Stmt::LambdaExprClass: return lowerLambda(cast<LambdaExpr>(expression));
  case Stmt::CXXNewExprClass: return lowerNew(cast<CXXNewExpr>(expression));
  case Stmt::CXXThrowExprClass: return lowerThrow(cast<CXXThrowExpr>(expression));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass: return lowerAwait(cast<CoroutineSuspendExpr>(expression));
  case Stmt::CXXDefaultArgExprClass:
    return lowerDefault(expression, cast<CXXDefaultArgExpr>(expression)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return lowerDefault(expression, cast<CXXDefaultInitExpr>(expression)->getExpr());
  case Stmt::CXXDeleteExprClass: return {};
  default:
    if (auto *castExpression = dyn_cast<CastExpr>(expression))
      return lowerCast(castExpression);
    return lowerOpaque(expression);
  }
}

static bool hasValue(const Expr *expression) {
  return !expression->getType().isNull() && !expression->getType()->isVoidType() &&
         !expression->getType()->isSpecificPlaceholderType(BuiltinType::Overload);
}

/// Not followed. `from` keeps what it is computed of.
Node Body::lowerOpaque(const Expr *expression) {
  if (expression->getType().isNull() || expression->getType()->isVoidType() ||
      isa<UnresolvedLookupExpr, UnresolvedMemberExpr>(expression))
    return {};
  Opaque opaque;
  for (const Stmt *child : expression->children())
    if (auto *operand = dyn_cast_or_null<Expr>(child);
        operand && hasValue(operand) && nodes.lookup(strip(operand)).done)
      opaque.from.push_back(value(operand));
  Id unknown = emit(std::move(opaque), expression);
  if (!isObject(expression))
    return {.value = unknown};
  Id target = targetOf(expression);
  store(target, unknown, expression->getSourceRange());
  return {.place = target};
}

Node Body::lowerNumber(const Expr *expression) {
  Expr::EvalResult result;
  int64_t number = 0;
  QualType type = expression->getType();
  if (!type->isNullPtrType() && !isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(expression)) {
    if (expression->isValueDependent() || !expression->EvaluateAsInt(result, context.ast))
      return lowerOpaque(expression);
    number = asInt64(result.Val.getInt());
  }
  return {.value = emit(summary::Number{number}, expression)};
}

Node Body::lowerLiteral(const StringLiteral *literal, const Expr *where) {
  std::optional<summary::Literal> lowered;
  if (literal)
    lowered = frontend::lowerLiteral(*literal, context.locations, context.strings);
  if (!lowered)
    return lowerOpaque(where);
  if (isa<PredefinedExpr>(where))
    lowered->map = {{0, context.locations.span(where->getSourceRange())}};
  return {.loaded = emit(std::move(*lowered), where)};
}

Node Body::lowerReference(const DeclRefExpr *reference) {
  const ValueDecl *named = reference->getDecl();
  if (auto *enumerator = dyn_cast<EnumConstantDecl>(named))
    return {.value = emit(summary::Number{asInt64(enumerator->getInitVal())}, reference)};
  if (auto *function = dyn_cast<FunctionDecl>(named))
    return {.value = emit(summary::FunctionRef{entities.of(function)}, reference)};
  if (reference->refersToEnclosingVariableOrCapture())
    if (FieldDecl *field = captures.lookup(named))
      return lowerCapture(field, reference);
  if (auto *variable = dyn_cast<VarDecl>(named))
    return lowerVariable(variable, reference);
  auto *binding = dyn_cast<BindingDecl>(named);
  if (!binding || !binding->getBinding())
    return lowerOpaque(reference);
  if (const VarDecl *holder = binding->getHoldingVar())
    return lowerVariable(holder, reference);
  lowerInline(binding->getBinding(), None);
  return {.place = placeOf(binding->getBinding())};
}

/// Integers that are the same wherever they are read.
static bool constantInteger(const VarDecl *variable, const ASTContext &ast, int64_t &number) {
  QualType type = variable->getType();
  if (!type->isIntegralOrEnumerationType() || !variable->isUsableInConstantExpressions(ast))
    return false;
  const VarDecl *initialized = nullptr;
  const Expr *initializer = variable->getAnyInitializer(initialized);
  if (!initializer || initializer->isValueDependent())
    return false;
  const APValue *known = initialized->evaluateValue();
  if (!known || !known->isInt())
    return false;
  number = asInt64(known->getInt());
  return true;
}

Node Body::lowerVariable(const VarDecl *variable, const Expr *where) {
  Node node{.place = variablePlace(variable)};
  int64_t number;
  if (const StringLiteral *literal = context.constants.text(variable)) {
    if (auto lowered = frontend::lowerLiteral(*literal, context.locations, context.strings)) {
      lowered->named = entities.of(variable);
      node.loaded = emit(std::move(*lowered), where->getSourceRange(), typeClass(where->getType()));
    }
  } else if (constantInteger(variable, context.ast, number)) {
    node.loaded =
        emit(summary::Number{number}, where->getSourceRange(), typeClass(where->getType()));
  } else if (variable->getType()->isReferenceType()) {
    Id address = emit(summary::Load{node.place}, where);
    node.place = pointee(address, where->getType());
  }
  return node;
}

/// In a lambda's body, captured variables are fields of the closure.
Node Body::lowerCapture(const FieldDecl *field, const Expr *where) {
  Id place = fieldPlace(thisPlace(), field);
  if (!field->getType()->isReferenceType())
    return {.place = place};
  return {.place = pointee(emit(summary::Load{place}, where), where->getType())};
}

Node Body::lowerThis(const CXXThisExpr *self) {
  if (!capturedThis)
    return {.value = emit(summary::Address{thisPlace()}, self)};
  Id field = fieldPlace(thisPlace(), capturedThis);
  if (capturedThis->getType()->isPointerType())
    return {.value = emit(summary::Load{field}, self)};
  return {.value = emit(summary::Address{field}, self)};
}

Node Body::lowerMember(const MemberExpr *member) {
  const ValueDecl *named = member->getMemberDecl();
  if (auto *variable = dyn_cast<VarDecl>(named))
    return lowerVariable(variable, member);
  if (auto *enumerator = dyn_cast<EnumConstantDecl>(named))
    return {.value = emit(summary::Number{asInt64(enumerator->getInitVal())}, member)};
  auto *field = dyn_cast<FieldDecl>(named);
  if (!field) // a method: the call looks for its object itself
    return {};
  const Expr *base = member->getBase();
  Id object =
      member->isArrow() ? pointee(value(base), base->getType()->getPointeeType()) : placeOf(base);
  Id place = fieldPlace(object, field);
  if (!field->getType()->isReferenceType())
    return {.place = place};
  return {.place = pointee(emit(summary::Load{place}, member), member->getType())};
}

/// `a[i]` of an array is an element of its place, `p[i]` of what p points to.
Node Body::lowerSubscript(const ArraySubscriptExpr *subscript) {
  if (subscript->isTypeDependent())
    return lowerOpaque(subscript);
  const Expr *base = subscript->getBase()->IgnoreParens();
  Id index = value(subscript->getIdx());
  auto *decay = dyn_cast<ImplicitCastExpr>(base);
  Id array = decay && decay->getCastKind() == CK_ArrayToPointerDecay
                 ? placeOf(decay->getSubExpr())
                 : pointee(value(base), subscript->getType());
  return {.place = place(summary::Place::Element, array, index, subscript->getType())};
}

Node Body::lowerLoad(const CastExpr *cast) {
  const Expr *from = cast->getSubExpr();
  if (isObject(cast)) { // C copies structures by loading them
    Id target = targetOf(cast);
    store(target, value(from), cast->getSourceRange());
    return {.place = target};
  }
  const Node node = ensure(from);
  if (node.loaded != None)
    return {.value = node.loaded};
  if (node.place == None)
    return {.value = value(from)};
  return {.value = emit(summary::Load{node.place}, cast)};
}

Node Body::lowerCast(const CastExpr *cast) {
  const Expr *from = cast->getSubExpr();
  switch (cast->getCastKind()) {
  case CK_LValueToRValue: return lowerLoad(cast);
  case CK_ArrayToPointerDecay:
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr: return {.value = value(from)};
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return {.value = emit(summary::Number{0}, cast->getSourceRange(), TypeClass::Null)};
  case CK_PointerToBoolean:
  case CK_IntegralToBoolean:
  case CK_FloatingToBoolean:
  case CK_MemberPointerToBoolean: {
    Id operand = value(from);
    if (function.insts[operand].cls == TypeClass::Bool)
      return {.value = operand};
    return {.value =
                emit(Test{TestOp::Truth, operand, None}, cast->getSourceRange(), TypeClass::Bool)};
  }
  case CK_IntegralCast: return fold(cast, value(from));
  default: return lowerOpaque(cast);
  }
}

/// Each arm has stored its value where the branches meet again.
Node Body::lowerConditional(const AbstractConditionalOperator *conditional) {
  Id target = nodes.lookup(conditional).target;
  if (target == None)
    return {};
  if (isObject(conditional))
    return {.place = target};
  Id loaded = emit(summary::Load{target}, conditional);
  if (conditional->isGLValue())
    return {.place = pointee(loaded, conditional->getType())};
  return {.value = loaded};
}

Node Body::lowerMaterialized(const MaterializeTemporaryExpr *temporary) {
  Id target = targetOf(temporary);
  store(target, value(temporary->getSubExpr()), temporary->getSourceRange());
  return {.place = target};
}

} // namespace clangsql::frontend
