#include "frontend/loops.h"

#include <clang/AST/ASTContext.h>

namespace clangsql::frontend {

using namespace clang;

void LoopRepair::repair(const CXXForRangeStmt *constant) {
  auto *loop = const_cast<CXXForRangeStmt *>(constant);
  if (loop->getInc() || loop->getBeginStmt() || !loop->getRangeStmt() || !loop->getLoopVarStmt())
    return;
  SourceLocation at = loop->getForLoc();
  loop->setBeginStmt(&nothing);
  loop->setEndStmt(&nothing);
  loop->setCond(&conditions.emplace_back(at, ast.BoolTy, VK_PRValue));
  loop->setInc(IntegerLiteral::Create(ast, llvm::APInt(32, 0), ast.IntTy, at));
  repaired.push_back(loop);
  auto *range = dyn_cast<VarDecl>(loop->getRangeStmt()->getSingleDecl());
  if (range)
    ranges[loop->getLoopVariable()] = range;
}

LoopRepair::~LoopRepair() {
  for (CXXForRangeStmt *loop : repaired) {
    loop->setBeginStmt(nullptr);
    loop->setEndStmt(nullptr);
    loop->setCond(nullptr);
    loop->setInc(nullptr);
  }
}

} // namespace clangsql::frontend
