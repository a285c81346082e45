#include "frontend/constants.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>

namespace clangsql::frontend {

using namespace clang;

const StringLiteral *Constants::text(const VarDecl *variable) {
  variable = variable->getCanonicalDecl();
  auto [entry, fresh] = known.try_emplace(variable, nullptr);
  if (!fresh)
    return entry->second;
  const StringLiteral *literal = find(variable, 0);
  return known[variable] = literal;
}

static const Expr *unwrapped(const Expr *expression) {
  return expression->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
}

const StringLiteral *Constants::find(const VarDecl *variable, unsigned depth) {
  const Expr *initializer = variable->getAnyInitializer();
  if (depth > 8 || !initializer || initializer->isValueDependent() || isa<ParmVarDecl>(variable))
    return nullptr;
  QualType type = variable->getType();
  summary::TypeClass cls = typeClass(type);
  if (type->isReferenceType())
    return nullptr;
  if (cls == summary::TypeClass::Record)
    return type.isConstQualified() && isTextClass(type) ? inObject(initializer, depth) : nullptr;
  if (cls != summary::TypeClass::Text)
    return nullptr;
  if (const ArrayType *array = type->getAsArrayTypeUnsafe())
    return array->getElementType().isConstQualified()
               ? dyn_cast<StringLiteral>(unwrapped(initializer))
               : nullptr;
  bool constantText = type->getPointeeType().isConstQualified();
  return type.isConstQualified() && constantText ? inPointer(initializer, depth) : nullptr;
}

const StringLiteral *Constants::inPointer(const Expr *initializer, unsigned depth) {
  const Expr *expression = unwrapped(initializer);
  if (auto *list = dyn_cast<InitListExpr>(expression); list && list->getNumInits() == 1)
    expression = unwrapped(list->getInit(0));
  if (auto *literal = dyn_cast<StringLiteral>(expression))
    return literal;
  if (auto *reference = dyn_cast<DeclRefExpr>(expression))
    if (auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
      return find(variable, depth + 1);
  return nullptr;
}

/// A small value that views text (not one that owns it) and that the models know.
bool Constants::isTextClass(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || !record->isLiteral() ||
      !record->hasTrivialDestructor())
    return false;
  return !locations.isUser(record->getLocation()) && (!modelled || modelled(entities.name(record)));
}

/// Constructed from one literal and at most its length, or by a user-defined literal.
const StringLiteral *Constants::inObject(const Expr *initializer, unsigned depth) {
  const Expr *expression = unwrapped(initializer);
  if (auto *literal = dyn_cast<StringLiteral>(expression))
    return literal; // the conversion was implicit
  if (auto *suffixed = dyn_cast<UserDefinedLiteral>(expression)) {
    if (suffixed->getLiteralOperatorKind() == UserDefinedLiteral::LOK_String)
      return dyn_cast<StringLiteral>(unwrapped(suffixed->getCookedLiteral()));
    return nullptr;
  }
  if (auto *reference = dyn_cast<DeclRefExpr>(expression)) {
    auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    return variable ? find(variable, depth + 1) : nullptr;
  }
  auto *construction = dyn_cast<CXXConstructExpr>(expression);
  if (!construction || construction->getNumArgs() < 1 || construction->getNumArgs() > 2)
    return nullptr;
  auto *literal = dyn_cast<StringLiteral>(unwrapped(construction->getArg(0)));
  if (!literal || construction->getNumArgs() == 1 || construction->getArg(1)->isDefaultArgument())
    return literal;
  Expr::EvalResult length;
  bool whole = construction->getArg(1)->EvaluateAsInt(
                   length, construction->getConstructor()->getASTContext()) &&
               length.Val.getInt() == literal->getLength();
  return whole ? literal : nullptr;
}

} // namespace clangsql::frontend
