// Text constants that are used by name: whose initialiser is a literal and that nobody can change.
#pragma once

#include "frontend/entities.h"

#include <clang/AST/Expr.h>

#include <functional>

namespace clangsql::frontend {

class Constants {
public:
  /// `modelled`: see Options. A constant object counts only if its class is known to be some kind
  /// of text.
  Constants(Entities &entities, Locations &locations,
            const std::function<bool(std::string_view)> &modelled)
      : entities(entities), locations(locations), modelled(modelled) {}

  /// The literal that `variable` stands for, or null.
  const clang::StringLiteral *text(const clang::VarDecl *variable);

private:
  const clang::StringLiteral *find(const clang::VarDecl *variable, unsigned depth);
  const clang::StringLiteral *inObject(const clang::Expr *initializer, unsigned depth);
  const clang::StringLiteral *inPointer(const clang::Expr *initializer, unsigned depth);
  bool isTextClass(clang::QualType type);

  Entities &entities;
  Locations &locations;
  const std::function<bool(std::string_view)> &modelled;
  llvm::DenseMap<const clang::VarDecl *, const clang::StringLiteral *> known;
};

} // namespace clangsql::frontend
