// Range-based loops of a template, whose iterators nobody knows yet. Clang's CFG builder gives up
// on a body with such a loop; while one of these stands, the loop has stand-ins for what is
// missing.
#pragma once

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>

#include <deque>

namespace clangsql::frontend {

class LoopRepair {
public:
  explicit LoopRepair(clang::ASTContext &ast) : ast(ast), nothing(clang::SourceLocation()) {}
  LoopRepair(const LoopRepair &) = delete;
  ~LoopRepair();

  /// Does nothing if nothing is missing.
  void repair(const clang::CXXForRangeStmt *loop);

  /// The variable that holds the range of the repaired loop with this loop variable, or null.
  const clang::VarDecl *rangeOf(const clang::VarDecl *loopVariable) const {
    return ranges.lookup(loopVariable);
  }

private:
  clang::ASTContext &ast;
  clang::NullStmt nothing;
  std::deque<clang::OpaqueValueExpr> conditions;
  std::vector<clang::CXXForRangeStmt *> repaired;
  llvm::DenseMap<const clang::VarDecl *, const clang::VarDecl *> ranges;
};

} // namespace clangsql::frontend
