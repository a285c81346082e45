// Lowers operators that are no calls: arithmetic, comparisons, assignments, addresses.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Arithmetic, summary::Opaque, summary::Test, summary::TestOp, summary::TypeClass;

static Arithmetic arithmetic(const Expr *expression) {
  if (auto *unary = dyn_cast<UnaryOperator>(expression)) {
    switch (unary->getOpcode()) {
    case UO_PreInc:
    case UO_PostInc: return Arithmetic::Increment;
    case UO_PreDec:
    case UO_PostDec: return Arithmetic::Decrement;
    case UO_Minus: return Arithmetic::Neg;
    default: return Arithmetic::None;
    }
  }
  auto *binary = dyn_cast<BinaryOperator>(expression);
  switch (binary ? binary->getOpcode() : BO_Comma) {
  case BO_Add:
  case BO_AddAssign: return Arithmetic::Add;
  case BO_Sub:
  case BO_SubAssign: return Arithmetic::Sub;
  case BO_Mul:
  case BO_MulAssign: return Arithmetic::Mul;
  case BO_Div:
  case BO_DivAssign: return Arithmetic::Div;
  case BO_Rem:
  case BO_RemAssign: return Arithmetic::Rem;
  case BO_And:
  case BO_AndAssign: return Arithmetic::And;
  case BO_Or:
  case BO_OrAssign: return Arithmetic::Or;
  case BO_Xor:
  case BO_XorAssign: return Arithmetic::Xor;
  default: return Arithmetic::None;
  }
}

/// Arithmetic on constants is a constant.
Node Body::fold(const Expr *expression, ArrayRef<Id> operands) {
  bool constant = expression->getType()->isIntegralOrEnumerationType() &&
                  !expression->isValueDependent() && llvm::all_of(operands, [&](Id id) {
                    return std::holds_alternative<summary::Number>(function.insts[id].op);
                  });
  Expr::EvalResult result;
  if (constant && expression->EvaluateAsInt(result, context.ast))
    return {.value = emit(summary::Number{asInt64(result.Val.getInt())}, expression)};
  return {.value =
              emit(Opaque{{operands.begin(), operands.end()}, arithmetic(expression)}, expression)};
}

/// `&text[n]` is a place inside a text; `&text[0]` the text.
static bool isTextElement(const summary::Place &place) {
  return place.kind == summary::Place::Element && place.type.cls == TypeClass::Char;
}

Node Body::lowerUnary(const UnaryOperator *operation) {
  const Expr *operand = operation->getSubExpr();
  switch (operation->getOpcode()) {
  case UO_Deref: {
    if (operation->isTypeDependent())
      return lowerOpaque(operation);
    Id pointer = value(operand);
    if (typeClass(operation->getType()) == TypeClass::Function)
      return {.value = pointer};
    return {.place = pointee(pointer, operation->getType())};
  }
  case UO_AddrOf: {
    if (operand->isTypeDependent())
      return lowerOpaque(operation);
    const Node node = ensure(operand);
    if (node.place == None || !isTextElement(function.places[node.place]))
      return {.value = value(operand)};
    const summary::Place element = function.places[node.place];
    Id text = textAddress(element.base, operand);
    auto *index = std::get_if<summary::Number>(&function.insts[element.index].op);
    return {.value = index && index->value == 0
                         ? text
                         : emit(Opaque{{text, element.index}, Arithmetic::Add}, operation)};
  }
  case UO_LNot:
    return {.value = emit(Test{TestOp::Not, value(operand), None}, operation->getSourceRange(),
                          TypeClass::Bool)};
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    if (operation->isTypeDependent())
      return lowerOpaque(operation);
    Id place = placeOf(operand);
    Id old = emit(summary::Load{place}, operand->getSourceRange(), typeClass(operand->getType()));
    Id changed = emit(Opaque{{old}, arithmetic(operation)}, operation->getSourceRange(),
                      typeClass(operand->getType()));
    store(place, changed, operation->getSourceRange());
    if (operation->isPostfix())
      return {.value = old};
    return operation->isGLValue() ? Node{.place = place} : Node{.value = changed};
  }
  case UO_Plus:
  case UO_Minus:
  case UO_Not: return fold(operation, value(operand));
  default: return lowerOpaque(operation);
  }
}

static std::optional<TestOp> comparison(BinaryOperatorKind kind) {
  switch (kind) {
  case BO_EQ: return TestOp::Eq;
  case BO_NE: return TestOp::Ne;
  case BO_LT: return TestOp::Lt;
  case BO_LE: return TestOp::Le;
  case BO_GT: return TestOp::Gt;
  case BO_GE: return TestOp::Ge;
  case BO_LAnd: return TestOp::And;
  case BO_LOr: return TestOp::Or;
  default: return {};
  }
}

Node Body::lowerBinary(const BinaryOperator *operation) {
  if (operation->isTypeDependent() && !operation->isLogicalOp())
    return lowerOpaque(operation);
  if (operation->isAssignmentOp())
    return lowerAssignment(operation);
  Id left = value(operation->getLHS()), right = value(operation->getRHS());
  if (std::optional<TestOp> test = comparison(operation->getOpcode()))
    return {.value = emit(Test{*test, left, right}, operation->getSourceRange(), TypeClass::Bool)};
  return fold(operation, {left, right});
}

Node Body::lowerAssignment(const BinaryOperator *operation) {
  Id place = placeOf(operation->getLHS());
  Id assigned = value(operation->getRHS());
  if (operation->isCompoundAssignmentOp()) {
    TypeClass cls = typeClass(operation->getLHS()->getType());
    Id old = emit(summary::Load{place}, operation->getLHS()->getSourceRange(), cls);
    assigned =
        emit(Opaque{{old, assigned}, arithmetic(operation)}, operation->getSourceRange(), cls);
  }
  store(place, assigned, operation->getSourceRange());
  return operation->isGLValue() || isObject(operation) ? Node{.place = place}
                                                       : Node{.value = assigned};
}

} // namespace clangsql::frontend
