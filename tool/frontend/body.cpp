// The second pass over a body: Clang's CFG in reverse post-order, each element lowered, each
// terminator's edges taken over.
#include "frontend/body.h"

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/SmallPtrSet.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Edge, summary::When;

static constexpr size_t maxInsts = 20000;
static constexpr int64_t maxCaseRange = 256; // the numbers of one case, as edges

bool Body::isFull() const { return function.insts.size() >= maxInsts; }

static CFG::BuildOptions graphOptions() {
  CFG::BuildOptions options;
  options.AddImplicitDtors = true;
  options.AddTemporaryDtors = true;
  options.AddInitializers = true;
  options.AddCXXDefaultInitExprInCtors = true;
  options.setAllAlwaysAdd();
  return options;
}

void Body::begin(const NamedDecl *entity) {
  function.entity = entities.of(entity);
  function.scopes.push_back({});
}

summary::Function Body::lower(const FunctionDecl *of, bool pattern) {
  declaration = of;
  resultType = of->getReturnType();
  begin(of);
  if (pattern)
    entities.markPattern(function.entity);
  if (isLambdaBody(of))
    cast<CXXMethodDecl>(of)->getParent()->getCaptureFields(captures, capturedThis);
  for (const ParmVarDecl *parameter : of->parameters())
    variablePlace(parameter);
  Stmt *body = of->getBody();
  if (auto *coroutine = dyn_cast<CoroutineBodyStmt>(body)) {
    body = coroutine->getBody();
    entities.markCoroutine(function.entity);
  }
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(of))
    planConstructor(constructor);
  plan(body, 0);
  finish(CFG::buildCFG(of, body, &context.ast, graphOptions()).get());
  return std::move(function);
}

summary::Function Body::lower(const VarDecl *variable) {
  begin(variable);
  function.entity = entities.of(variable);
  QualType type = variable->getType();
  Id target = place(summary::Place::Global, None, function.entity, type);
  Expr *initializer = const_cast<Expr *>(variable->getInit());
  plan(initializer, 0, target);
  if (std::unique_ptr<CFG> graph =
          CFG::buildCFG(nullptr, initializer, &context.ast, graphOptions())) {
    lowerGraph(*graph);
    Id last = blockIds.lookup(&graph->getExit());
    if (blockIds.contains(&graph->getExit())) { // the exit block is empty: the store fits there
      summary::Block &block = function.blocks[last];
      block.first = function.insts.size();
      scope = 0;
      initialize(target, initializer, type);
      block.count = function.insts.size() - block.first;
    }
  }
  finish(nullptr);
  return std::move(function);
}

void Body::finish(const CFG *graph) {
  if (graph)
    lowerGraph(*graph);
  if (function.blocks.empty()) {
    function.blocks.push_back({0, 0, None, {}});
    function.incomplete = context.strings.of("no control-flow graph");
  } else if (isFull() || isCut) {
    function.incomplete = context.strings.of("too large");
  }
  context.slicer.slice(function);
  resolveSpans();
}

/// A block after which nothing runs: it throws, or calls what does not return.
static bool endsHere(const CFGBlock &block) {
  if (block.hasNoReturnElement())
    return true;
  if (block.empty())
    return false;
  auto last = block.back().getAs<CFGStmt>();
  return last && isa<CXXThrowExpr>(last->getStmt());
}

/// The successors that normal flow may take; null where Clang knows that it does not.
static SmallVector<const CFGBlock *, 4> successors(const CFGBlock &block) {
  SmallVector<const CFGBlock *, 4> found;
  if (endsHere(block))
    return found;
  for (const CFGBlock::AdjacentBlock &next : block.succs())
    found.push_back(next.getReachableBlock());
  if (isa_and_nonnull<CXXTryStmt>(block.getTerminatorStmt())) { // its handlers are linked by scopes
    const CFGBlock *body = found.empty() ? nullptr : found.back();
    found.assign(1, body);
  }
  return found;
}

/// Appends what `root` reaches in reverse post-order.
void Body::orderFrom(const CFGBlock *root) {
  if (blockIds.contains(root))
    return;
  struct Visit {
    const CFGBlock *block;
    SmallVector<const CFGBlock *, 4> next;
  };
  std::vector<Visit> stack;
  std::vector<const CFGBlock *> finished;
  auto enter = [&](const CFGBlock *block) {
    if (block && blockIds.try_emplace(block, None).second)
      stack.push_back({block, successors(*block)});
  };
  enter(root);
  while (!stack.empty()) {
    if (!stack.back().next.empty()) {
      enter(stack.back().next.pop_back_val());
      continue;
    }
    finished.push_back(stack.back().block);
    stack.pop_back();
  }
  for (const CFGBlock *block : llvm::reverse(finished)) {
    blockIds[block] = order.size();
    order.push_back(block);
  }
}

void Body::lowerGraph(const CFG &graph) {
  for (const CFGBlock *block : graph)
    if (auto *handler = dyn_cast_or_null<CXXCatchStmt>(block->getLabel()))
      catchBlocks[handler] = block;
  orderFrom(&graph.getEntry());
  for (const CXXTryStmt *statement : tries)
    for (unsigned i = 0; i < statement->getNumHandlers(); ++i)
      if (const CFGBlock *block = catchBlocks.lookup(statement->getHandler(i)))
        orderFrom(block);
  function.blocks.resize(order.size());
  numberElements();
  for (const CFGBlock *block : order)
    lowerBlock(*block);
  linkHandlers();
  if (blockIds.contains(&graph.getExit()))
    function.exit = blockIds[&graph.getExit()];
}

void Body::lowerBlock(const CFGBlock &block) {
  Id id = blockIds[&block];
  Id first = id ? Id(function.insts.size()) : 0;
  for (const CFGElement &element : block)
    if (!isFull())
      lowerElement(element);
  lowerTerminator(block);
  function.blocks[id].first = first;
  function.blocks[id].count = function.insts.size() - first;
}

void Body::lowerElement(const CFGElement &element) {
  if (auto statement = element.getAs<CFGStmt>())
    lowerStatement(statement->getStmt());
  else if (auto initializer = element.getAs<CFGInitializer>())
    lowerMemberInitializer(initializer->getInitializer());
  else if (auto automatic = element.getAs<CFGAutomaticObjDtor>())
    lowerAutomaticDestructor(*automatic);
  else if (auto destructor = element.getAs<CFGImplicitDtor>())
    lowerImplicitDestructor(*destructor);
  else if (auto cleanup = element.getAs<CFGCleanupFunction>())
    lowerCleanup(*cleanup);
}

/// The last operand to be evaluated of a condition that Clang has split at && and ||.
static const Expr *lastOperand(const Expr *condition,
                               const llvm::DenseMap<const Stmt *, Node> &nodes) {
  while (true) {
    condition = condition->IgnoreParens();
    auto *logical = dyn_cast<BinaryOperator>(condition);
    if (!logical || !logical->isLogicalOp() || nodes.lookup(condition).done)
      return condition;
    condition = logical->getRHS();
  }
}

Id Body::conditionOf(const CFGBlock &block) {
  const Stmt *terminator = block.getTerminatorStmt();
  if (!terminator || isFull() || block.getTerminator().getKind() != CFGTerminator::StmtBranch)
    return None;
  const Expr *condition = nullptr;
  if (auto *logical = dyn_cast<BinaryOperator>(terminator))
    condition = logical->getLHS();
  else if (auto *conditional = dyn_cast<AbstractConditionalOperator>(terminator))
    condition = conditional->getCond();
  else
    condition = dyn_cast_or_null<Expr>(block.getTerminatorCondition());
  if (!condition)
    return None;
  const Expr *last = lastOperand(condition, nodes);
  scope = nodes.lookup(strip(last)).scope;
  Id id = value(last);
  using summary::TypeClass;
  TypeClass cls = function.insts[id].cls;
  if (cls == TypeClass::Bool || isa<SwitchStmt>(terminator) ||
      std::holds_alternative<summary::Test>(function.insts[id].op))
    return id;
  return emit(summary::Test{summary::TestOp::Truth, id, None}, last->getSourceRange(),
              TypeClass::Bool);
}

void Body::lowerTerminator(const CFGBlock &block) {
  SmallVector<const CFGBlock *, 4> next = successors(block);
  std::vector<Edge> edges;
  size_t reachable = llvm::count_if(next, [](const CFGBlock *to) { return to != nullptr; });
  Id condition = None;
  if (reachable > 1)
    condition = conditionOf(block);
  if (reachable > 1 && isa_and_nonnull<SwitchStmt>(block.getTerminatorStmt())) {
    edges = switchEdges(block);
  } else {
    bool branch = reachable == 2 && next.size() == 2 && condition != None;
    for (size_t i = 0; i < next.size(); ++i)
      if (next[i])
        edges.push_back({blockIds[next[i]],
                         !branch  ? When::Always
                         : i == 0 ? When::True
                                  : When::False,
                         None});
  }
  summary::Block &lowered = function.blocks[blockIds[&block]];
  lowered.condition = condition;
  lowered.next = std::move(edges);
}

/// The numbers of a case, which may be a range (a GNU extension); none: not known, or too many.
std::vector<int64_t> Body::numbersOf(const CaseStmt *label) const {
  const Expr *first = label->getLHS(), *last = label->getRHS() ? label->getRHS() : first;
  if (first->isValueDependent() || last->isValueDependent())
    return {};
  int64_t from = asInt64(first->EvaluateKnownConstInt(context.ast));
  int64_t to = asInt64(last->EvaluateKnownConstInt(context.ast));
  std::vector<int64_t> numbers;
  if (to < from || to - from >= maxCaseRange)
    return numbers;
  for (int64_t number = from; number <= to; ++number)
    numbers.push_back(number);
  return numbers;
}

std::vector<Edge> Body::switchEdges(const CFGBlock &block) {
  std::vector<Edge> edges;
  for (const CFGBlock::AdjacentBlock &next : block.succs()) {
    const CFGBlock *to = next.getReachableBlock();
    if (!to)
      continue;
    auto *label = dyn_cast_or_null<CaseStmt>(to->getLabel());
    bool last = &next == &*std::prev(block.succ_end());
    std::vector<int64_t> numbers = label && !last ? numbersOf(label) : std::vector<int64_t>();
    for (int64_t number : numbers)
      edges.push_back({blockIds[to], When::Case, emit(summary::Number{number}, label->getLHS())});
    if (numbers.empty())
      edges.push_back({blockIds[to], When::Default, None});
  }
  return edges;
}

void Body::linkHandlers() {
  for (const CXXTryStmt *statement : tries) {
    for (unsigned i = 0; i < statement->getNumHandlers(); ++i) {
      const CXXCatchStmt *handler = statement->getHandler(i);
      const CFGBlock *block = catchBlocks.lookup(handler);
      if (!block)
        continue;
      QualType caught = handler->getCaughtType();
      Id type = caught.isNull() ? None : entities.type(caught).record;
      function.scopes[tryScopes[statement]].handlers.push_back(
          {blockIds[block], type, caught.isNull()});
    }
  }
}

} // namespace clangsql::frontend
