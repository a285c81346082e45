// Names and keys of declarations: what library models match, and what makes an entity one and the
// same in all units.
#pragma once

#include "frontend/locations.h"

#include <clang/AST/Decl.h>

namespace clangsql::frontend {

/// `ns::Class::method` without template arguments and inline namespaces; `(anonymous)`, `(lambda)`.
class Names {
public:
  std::string qualified(const clang::NamedDecl *declaration);

private:
  const std::string &prefix(const clang::DeclContext *context);

  llvm::DenseMap<const clang::DeclContext *, std::string> prefixes;
};

/// USR, plus the position of every internal, local or lambda entity it names.
std::string entityKey(const clang::NamedDecl *declaration, Locations &locations);

/// Internal linkage, or declared in a function: nobody outside this unit can name it.
bool isInternal(const clang::NamedDecl *declaration);

/// The operator() of a lambda.
bool isLambdaBody(const clang::Decl *declaration);

/// The library function that a builtin stands for has no extra arguments; these of a fortified call
/// (`__builtin___snprintf_chk`) are dropped: first index and count.
struct ExtraArguments {
  unsigned first = 0, count = 0;
};
ExtraArguments fortifiedArguments(const clang::FunctionDecl *function);

} // namespace clangsql::frontend
