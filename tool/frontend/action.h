// The frontend for callers that already have an AST, such as the clang-tidy module.
#pragma once

#include "frontend/frontend.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace clang {
class ASTContext;
}

namespace clangsql::frontend {

class Locations;

/// Lowers every function with a body in the user's files. `Unit::errors` stays empty: whoever
/// parsed knows them. `addErrors` may add them.
summary::Unit summarize(clang::ASTContext &ast, const Options &options,
                        llvm::function_ref<void(Locations &, summary::Unit &)> addErrors = {});

} // namespace clangsql::frontend
