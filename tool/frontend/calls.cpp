// Calls: of functions, methods, operators, constructors and destructors, written or implicit.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>
#include <clang/Basic/Builtins.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Call;

/// std::move, std::forward and their kin only name their argument, as does __builtin_expect.
static bool namesItsArgument(const FunctionDecl *function) {
  switch (function->getBuiltinID()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_assume_aligned: return true;
  default: return false;
  }
}

/// In a template loads are not yet written out.
Id Body::argumentOf(const Expr *argument) {
  QualType type = argument->getType();
  bool scalar = !type.isNull() && !type->isDependentType() && type->isScalarType();
  if (!scalar || !argument->isGLValue())
    return value(argument);
  const Node node = ensure(argument);
  if (node.loaded != None)
    return node.loaded;
  return emit(summary::Load{placeOf(argument)}, argument->getSourceRange(), typeClass(type));
}

/// `10ms`: the number, where the operator gets its digits as template arguments.
static std::optional<int64_t> digitsOf(const CallExpr *call) {
  auto *literal = dyn_cast<UserDefinedLiteral>(call);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!literal || !callee || literal->getLiteralOperatorKind() != UserDefinedLiteral::LOK_Template)
    return std::nullopt;
  std::string digits;
  const TemplateArgumentList *given = callee->getTemplateSpecializationArgs();
  for (const TemplateArgument &argument : given ? given->asArray() : ArrayRef<TemplateArgument>())
    if (argument.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &one : argument.pack_elements())
        if (one.getKind() == TemplateArgument::Integral && one.getAsIntegral() != '\'')
          digits += static_cast<char>(one.getAsIntegral().getExtValue());
  int64_t number = 0;
  bool decimal = digits == "0" || !StringRef(digits).starts_with("0");
  return decimal && llvm::to_integer(digits, number, 10) ? std::optional(number) : std::nullopt;
}

void Body::addArguments(const CallExpr *call, unsigned first, Call &lowered) {
  ExtraArguments extra;
  if (const FunctionDecl *callee = call->getDirectCallee())
    extra = fortifiedArguments(callee);
  for (unsigned i = first; i < call->getNumArgs(); ++i)
    if (i < extra.first || i >= extra.first + extra.count)
      lowered.args.push_back(call->isTypeDependent() ? argumentOf(call->getArg(i))
                                                     : value(call->getArg(i)));
  if (std::optional<int64_t> digits = digitsOf(call))
    lowered.args.push_back(
        emit(summary::Number{*digits}, call->getSourceRange(), summary::TypeClass::Integer));
}

/// The address of the object that a method is called on.
Id Body::receiverOf(const Expr *object, bool pointer) {
  if (pointer)
    return value(object);
  const Node node = ensure(object);
  return node.loaded != None ? value(object) : addressOf(placeOf(object), object);
}

/// Says where the result is.
Node Body::finishCall(const Expr *expression, Call call) {
  bool object = isObject(expression);
  if (object)
    call.target = targetOf(expression);
  Id target = call.target;
  if (awaited.contains(expression))
    call.flags |= summary::AwaitedCall;
  Id id = emit(std::move(call), expression);
  if (object)
    return {.value = id, .place = target};
  if (expression->isGLValue() && !expression->getType()->isFunctionType())
    return {.place = pointee(id, expression->getType())};
  return {.value = id};
}

static bool isOperatorOfObject(const CallExpr *call, const FunctionDecl *callee) {
  auto *method = dyn_cast<CXXMethodDecl>(callee);
  return isa<CXXOperatorCallExpr>(call) && method && method->isImplicitObjectMemberFunction();
}

/// The body of a closure that is converted to a pointer to a function; nullptr: the call is none
/// such.
static const FunctionDecl *bodyPointedTo(const FunctionDecl *callee) {
  auto *conversion = dyn_cast_or_null<CXXConversionDecl>(callee);
  bool points = conversion && conversion->getParent()->isLambda() &&
                conversion->getConversionType()->isFunctionPointerType();
  return points && !conversion->getParent()->isGenericLambda()
             ? conversion->getParent()->getLambdaCallOperator()
             : nullptr;
}

Node Body::lowerCall(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (const FunctionDecl *body = bodyPointedTo(callee)) {
    value(cast<CXXMemberCallExpr>(call)->getImplicitObjectArgument());
    return {.value = emit(summary::FunctionRef{entities.of(body)}, call)};
  }
  if (!callee && (call->isTypeDependent() || isa<OverloadExpr>(call->getCallee()->IgnoreParens())))
    return lowerUnresolvedCall(call);
  if (callee && namesItsArgument(callee) && call->getNumArgs())
    return lowerSame(call->getArg(0));
  Call lowered;
  unsigned first = 0;
  if (callee)
    lowered.callee = entities.of(callee);
  const Expr *written = call->getCallee()->IgnoreParens();
  if (auto *member = dyn_cast<MemberExpr>(written);
      member && isa_and_nonnull<CXXMethodDecl>(callee)) {
    auto *method = cast<CXXMethodDecl>(callee);
    if (method->isInstance())
      lowered.receiver = receiverOf(member->getBase(), member->isArrow());
    if (method->isVirtual() && member->performsVirtualDispatch(context.ast.getLangOpts())) {
      if (const CXXMethodDecl *exact = method->getDevirtualizedMethod(member->getBase(), false))
        lowered.callee = entities.of(exact);
      else
        lowered.flags |= summary::VirtualCall;
    }
    if (isa<CXXDestructorDecl>(method))
      lowered.flags |= summary::DestructorCall;
    if (isa<CXXConversionDecl>(method))
      lowered.flags |= summary::ImplicitCall;
  } else if (auto *through = dyn_cast<BinaryOperator>(written); through && through->isPtrMemOp()) {
    lowered.receiver = receiverOf(through->getLHS(), through->getOpcode() == BO_PtrMemI);
    lowered.function = value(through->getRHS());
  } else if (callee && isOperatorOfObject(call, callee)) {
    lowered.receiver = receiverOf(call->getArg(0), false);
    first = 1;
    if (callee->isVirtualAsWritten() || cast<CXXMethodDecl>(callee)->isVirtual())
      lowered.flags |= summary::VirtualCall;
  } else if (!callee) {
    if (isa<CXXPseudoDestructorExpr>(written))
      return {};
    lowered.function = value(call->getCallee());
  }
  if (isa<CXXOperatorCallExpr>(call))
    lowered.flags |= summary::OperatorCall;
  addArguments(call, first, lowered);
  return finishCall(call, std::move(lowered));
}

/// In a template: as far as the name says which function it is.
Node Body::lowerUnresolvedCall(const CallExpr *call) {
  Call lowered;
  const Expr *written = call->getCallee()->IgnoreParenImpCasts();
  const NamedDecl *candidate = nullptr;
  if (auto *overloads = dyn_cast<OverloadExpr>(written)) {
    for (const NamedDecl *found : overloads->decls()) {
      const FunctionDecl *function = found->getUnderlyingDecl()->getAsFunction();
      if (function && (!candidate || function->getMinRequiredArguments() <= call->getNumArgs()))
        candidate = function;
      if (function && function->getMinRequiredArguments() <= call->getNumArgs() &&
          (call->getNumArgs() <= function->getNumParams() || function->isVariadic()))
        break;
    }
    if (candidate)
      lowered.callee = entities.of(candidate);
    else
      lowered.callee = entities.unresolved(overloads->getName().getAsString());
    if (auto *member = dyn_cast<UnresolvedMemberExpr>(written)) {
      if (!member->isImplicitAccess())
        lowered.receiver = receiverOf(member->getBase(), member->isArrow());
      else if (isa_and_nonnull<CXXMethodDecl>(declaration) && candidate &&
               cast<FunctionDecl>(candidate)->isCXXInstanceMember())
        lowered.receiver = emit(summary::Address{thisPlace()}, written);
    }
  } else if (auto *member = dyn_cast<CXXDependentScopeMemberExpr>(written)) {
    lowered.callee = entities.unresolved(member->getMember().getAsString());
    if (!member->isImplicitAccess())
      lowered.receiver = receiverOf(member->getBase(), member->isArrow());
  } else if (auto *named = dyn_cast<DependentScopeDeclRefExpr>(written)) {
    lowered.callee = entities.unresolved(named->getDeclName().getAsString());
  } else {
    lowered.function = value(call->getCallee());
  }
  if (isa<CXXOperatorCallExpr>(call))
    lowered.flags |= summary::OperatorCall;
  addArguments(call, 0, lowered);
  return finishCall(call, std::move(lowered));
}

Node Body::lowerConstruction(const CXXConstructExpr *construction) {
  Call call;
  const CXXConstructorDecl *constructor = construction->getConstructor();
  if (constructor->isTrivial() && constructor->isDefaultConstructor())
    return {.place = targetOf(construction)}; // nothing happens
  call.callee = entities.of(constructor);
  call.flags = summary::ConstructorCall;
  call.target = targetOf(construction);
  for (const Expr *argument : construction->arguments())
    call.args.push_back(value(argument));
  call.receiver = addressOf(call.target, construction);
  return finishCall(construction, std::move(call));
}

/// `using Base::Base`: the parameters are handed on.
Node Body::lowerInheritedConstruction(const CXXInheritedCtorInitExpr *construction) {
  Call call;
  call.callee = entities.of(construction->getConstructor());
  call.flags = summary::ConstructorCall | summary::ImplicitCall;
  call.target = targetOf(construction);
  for (const ParmVarDecl *parameter : declaration->parameters()) {
    Id place = variablePlace(parameter);
    bool object = parameter->getType()->isRecordType();
    summary::Op op =
        object ? summary::Op(summary::Address{place}) : summary::Op(summary::Load{place});
    call.args.push_back(
        emit(std::move(op), construction->getSourceRange(), typeClass(parameter->getType())));
  }
  call.receiver = addressOf(call.target, construction);
  return finishCall(construction, std::move(call));
}

void Body::lowerDestructor(const CXXDestructorDecl *destructor, Id object, SourceLocation at,
                           bool implicit) {
  if (!destructor || object == None)
    return;
  Call call;
  call.callee = entities.of(destructor);
  call.receiver = object;
  call.flags = summary::DestructorCall | (implicit ? summary::ImplicitCall : 0);
  emit(std::move(call), at, summary::TypeClass::Void);
}

void Body::lowerAutomaticDestructor(const CFGAutomaticObjDtor &element) {
  const VarDecl *variable = element.getVarDecl();
  SourceLocation at = element.getTriggerStmt()->getEndLoc();
  Id held = variablePlace(variable);
  if (auto kept = extended.find(variable); kept != extended.end())
    held = kept->second;
  else if (variable->getType()->isReferenceType())
    return;
  scope = function.scopes[variableScopes.lookup(variable)].parent;
  if (scope == None)
    scope = 0;
  Id object = emit(summary::Address{held}, at, summary::TypeClass::Record);
  lowerDestructor(element.getDestructorDecl(context.ast), object, at, true);
}

void Body::lowerImplicitDestructor(const CFGImplicitDtor &element) {
  const CXXDestructorDecl *destructor = element.getDestructorDecl(context.ast); // null for a base
  if (auto deleted = element.getAs<CFGDeleteDtor>()) {
    const CXXDeleteExpr *expression = deleted->getDeleteExpr();
    scope = nodes.lookup(expression).scope;
    lowerDestructor(destructor, value(expression->getArgument()), expression->getBeginLoc(), false);
    if (destructor && destructor->isVirtual())
      std::get<Call>(function.insts.back().op).flags |= summary::VirtualCall;
    return;
  }
  Id held = None;
  SourceLocation at = declaration ? declaration->getEndLoc() : SourceLocation();
  if (auto temporaryObject = element.getAs<CFGTemporaryDtor>()) {
    if (!destroyed.insert(temporaryObject->getBindTemporaryExpr()).second)
      return; // a co_await's operand stands in its AST twice
    const Expr *bound = strip(temporaryObject->getBindTemporaryExpr());
    held = nodes.lookup(bound).target;
    at = bound->getEndLoc();
    if (held == None || function.places[held].kind != summary::Place::Local ||
        function.places[held].name != None) // built in a variable's place: it lives on
      return;
    Id parent = function.scopes[nodes.lookup(temporaryObject->getBindTemporaryExpr()).scope].parent;
    scope = parent == None ? 0 : parent;
  } else if (auto member = element.getAs<CFGMemberDtor>()) {
    held = fieldPlace(thisPlace(), member->getFieldDecl());
    scope = 0;
  } else if (auto base = element.getAs<CFGBaseDtor>()) {
    held = thisPlace();
    destructor = base->getBaseSpecifier()->getType()->getAsCXXRecordDecl()->getDestructor();
    scope = 0;
  }
  if (held == None)
    return;
  Id object = emit(summary::Address{held}, at, summary::TypeClass::Record);
  lowerDestructor(destructor, object, at, true);
}

/// __attribute__((cleanup(f))): f gets the variable's address.
void Body::lowerCleanup(const CFGCleanupFunction &element) {
  SourceLocation at = element.getVarDecl()->getEndLoc();
  Call call;
  call.callee = entities.of(element.getFunctionDecl());
  call.flags = summary::ImplicitCall;
  call.args.push_back(
      emit(summary::Address{variablePlace(element.getVarDecl())}, at, summary::TypeClass::Pointer));
  emit(std::move(call), at, summary::TypeClass::Void);
}

} // namespace clangsql::frontend
