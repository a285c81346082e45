// Lowers one body (of a function, a lambda, a variable's initialiser) to a summary::Function.
//
// Two passes. plan.cpp walks the AST once, top down, and decides for each expression where its
// object is built and in which scope it stands. Then body.cpp walks Clang's CFG and has each
// element lowered, bottom up, by expressions.cpp, operators.cpp, calls.cpp and objects.cpp; what
// an element yields is kept in its Node.
#pragma once

#include "frontend/context.h"
#include "frontend/loops.h"

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Analysis/CFG.h>
#include <llvm/ADT/DenseSet.h>

namespace clangsql::frontend {

using summary::Id, summary::None;

/// What is known of an expression or statement.
struct Node {
  // Planned:
  Id target = None; // place in which its object is built
  Id scope = 0;
  // Lowered:
  bool done = false;
  Id value = None;  // inst: of a prvalue, its value; of a call that returns an object, the call
  Id place = None;  // of a glvalue, what it names; of an object, where it is
  Id loaded = None; // of a glvalue: the constant that a load of it yields
};

/// The expression that has the same value, object or place; null if `expression` does something
/// itself.
const clang::Expr *transparent(const clang::Expr *expression);
/// Follows transparent() to its end.
const clang::Expr *strip(const clang::Expr *expression);
const clang::CallExpr *promiseCall(const clang::CoreturnStmt *statement);
/// The low 64 bits.
int64_t asInt64(const llvm::APSInt &number);
/// A prvalue of class or array type: needs a place to be built in.
bool isObject(const clang::Expr *expression);

class Body {
public:
  explicit Body(UnitContext &context)
      : context(context), entities(context.entities), loops(context.ast) {}

  /// The summary of a function's body, or of the initialiser of a variable (its entity is the
  /// variable).
  summary::Function lower(const clang::FunctionDecl *function, bool pattern);
  summary::Function lower(const clang::VarDecl *variable);

private:
  // plan.cpp
  struct Task {
    const clang::Stmt *statement;
    Id scope, target;
  };
  void plan(const clang::Stmt *root, Id scope, Id target = None);
  void planOne(const Task &task);
  void planStatement(const clang::Stmt *statement, const Task &task);
  void planExpression(const clang::Expr *expression, const Task &task);
  void planTransparent(const clang::Expr *expression, const clang::Expr *inner, const Task &task);
  void planDeclarations(const clang::DeclStmt *statement, Id scope);
  void planVariable(const clang::VarDecl *variable, Id scope);
  void planTry(const clang::CXXTryStmt *statement, Id scope);
  void planCatch(const clang::CXXCatchStmt *statement, Id scope);
  void planReturn(const clang::Stmt *statement, Id scope);
  void planCall(const clang::CallExpr *call, Id scope);
  void planConditional(const clang::AbstractConditionalOperator *conditional, Id scope, Id target);
  void planInitializers(const clang::Expr *list, llvm::ArrayRef<clang::Expr *> initializers,
                        Id scope, Id target);
  void planSuspend(const clang::CoroutineSuspendExpr *suspend, Id scope, Id target);
  void planLambda(const clang::LambdaExpr *lambda, Id scope);
  void planNew(const clang::CXXNewExpr *allocation, Id scope);
  const clang::Expr *memberValue(const clang::CXXCtorInitializer *initializer);
  void planStatementExpression(const clang::StmtExpr *expression, Id scope, Id target);
  void planChildren(const clang::Stmt *statement, Id scope);
  void planConstructor(const clang::CXXConstructorDecl *constructor);
  void skipTree(const clang::Stmt *root, const clang::Stmt *except = nullptr);
  void push(const clang::Stmt *statement, Id scope, Id target = None);
  Id newScope(Id parent);
  void addObject(Id scope, Id place, clang::QualType type);
  Id elementTarget(Id array, uint64_t index, clang::QualType type);

  // body.cpp: control flow
  void begin(const clang::NamedDecl *entity);
  void finish(const clang::CFG *graph);
  void lowerGraph(const clang::CFG &graph);
  void orderFrom(const clang::CFGBlock *root);
  void lowerBlock(const clang::CFGBlock &block);
  void lowerElement(const clang::CFGElement &element);
  void lowerTerminator(const clang::CFGBlock &block);
  std::vector<int64_t> numbersOf(const clang::CaseStmt *) const;
  std::vector<summary::Edge> switchEdges(const clang::CFGBlock &block);
  Id conditionOf(const clang::CFGBlock &block);
  void linkHandlers();
  bool isFull() const;

  // expressions.cpp: one element
  void lowerStatement(const clang::Stmt *statement);
  void lowerTree(const clang::Stmt *root);
  bool isSplit(const clang::Expr *condition) const;
  void lowerInline(const clang::Expr *expression, Id target);
  Node lowerExpression(const clang::Expr *expression);
  Node lowerLiteral(const clang::StringLiteral *literal, const clang::Expr *where);
  Node lowerReference(const clang::DeclRefExpr *reference);
  Node lowerVariable(const clang::VarDecl *variable, const clang::Expr *where);
  Node lowerCapture(const clang::FieldDecl *field, const clang::Expr *where);
  Node lowerMember(const clang::MemberExpr *member);
  Node lowerSubscript(const clang::ArraySubscriptExpr *subscript);
  Node lowerCast(const clang::CastExpr *cast);
  Node lowerLoad(const clang::CastExpr *cast);
  Node lowerConditional(const clang::AbstractConditionalOperator *conditional);
  Node lowerMaterialized(const clang::MaterializeTemporaryExpr *temporary);
  Node lowerThis(const clang::CXXThisExpr *self);
  Node lowerOpaque(const clang::Expr *expression);
  Node lowerNumber(const clang::Expr *expression);

  // operators.cpp
  Node lowerUnary(const clang::UnaryOperator *operation);
  Node lowerBinary(const clang::BinaryOperator *operation);
  Node lowerAssignment(const clang::BinaryOperator *operation);
  Node fold(const clang::Expr *expression, llvm::ArrayRef<Id> operands);

  // calls.cpp
  Node lowerCall(const clang::CallExpr *call);
  Node lowerUnresolvedCall(const clang::CallExpr *call);
  Node lowerConstruction(const clang::CXXConstructExpr *construction);
  Node lowerInheritedConstruction(const clang::CXXInheritedCtorInitExpr *construction);
  Node finishCall(const clang::Expr *expression, summary::Call call);
  Id receiverOf(const clang::Expr *object, bool pointer);
  Id argumentOf(const clang::Expr *argument);
  void addArguments(const clang::CallExpr *call, unsigned first, summary::Call &lowered);
  void lowerDestructor(const clang::CXXDestructorDecl *destructor, Id object,
                       clang::SourceLocation at, bool implicit);
  void lowerImplicitDestructor(const clang::CFGImplicitDtor &element);
  void lowerAutomaticDestructor(const clang::CFGAutomaticObjDtor &element);
  void lowerCleanup(const clang::CFGCleanupFunction &element);

  // objects.cpp: declarations, initialisers, lambdas, new, return, throw
  void lowerDeclaration(const clang::DeclStmt *statement);
  void lowerElementOf(const clang::VarDecl *variable, const clang::VarDecl *range);
  void initialize(Id place, const clang::Expr *initializer, clang::QualType type);
  void lowerReturn(const clang::Stmt *statement, const clang::Expr *value);
  void lowerMemberInitializer(const clang::CXXCtorInitializer *initializer);
  Node lowerInitializers(const clang::Expr *list, llvm::ArrayRef<clang::Expr *> initializers);
  Node lowerLambda(const clang::LambdaExpr *lambda);
  Node lowerNew(const clang::CXXNewExpr *expression);
  Node lowerThrow(const clang::CXXThrowExpr *expression);
  Node lowerAwait(const clang::CoroutineSuspendExpr *suspend);
  Node lowerSame(const clang::Expr *expression);
  Node lowerDefault(const clang::Expr *expression, const clang::Expr *inner);

  // places.cpp: places and insts
  Id value(const clang::Expr *expression);
  Id placeOf(const clang::Expr *expression);
  Id addressOf(Id place, const clang::Expr *where);
  Id textAddress(Id place, const clang::Expr *where);
  Id pointee(Id pointer, clang::QualType type);
  Node &ensure(const clang::Expr *expression);
  Id variablePlace(const clang::VarDecl *variable);
  Id targetOf(const clang::Expr *object);
  Id temporary(clang::QualType type);
  Id place(summary::Place::Kind kind, Id base, Id index, clang::QualType type);
  Id fieldPlace(Id base, const clang::FieldDecl *field);
  Id thisPlace();
  Id returnPlace();
  void numberElements();
  Id emit(summary::Op op, clang::SourceRange where, summary::TypeClass cls);
  Id emit(summary::Op op, const clang::Expr *where);
  summary::Span pending(clang::SourceRange range);
  void store(Id place, Id value, clang::SourceRange where);
  void resolveSpans();

  UnitContext &context;
  Entities &entities;
  LoopRepair loops;
  summary::Function function;
  const clang::FunctionDecl *declaration = nullptr;
  clang::QualType resultType;
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *>
      captures; // of the lambda being lowered
  clang::FieldDecl *capturedThis = nullptr;

  llvm::DenseMap<const clang::Stmt *, Node> nodes;
  llvm::DenseMap<const clang::Stmt *, Id>
      arms; // a conditional's operand: the local it is stored to
  llvm::DenseSet<const clang::Stmt *> skipped, awaited, destroyed;
  std::vector<Task> tasks;
  std::vector<const clang::CXXTryStmt *> tries;
  llvm::DenseMap<const clang::CXXTryStmt *, Id> tryScopes;

  llvm::DenseMap<const clang::VarDecl *, Id> variables; // Local and Param places
  llvm::DenseMap<const clang::VarDecl *, Id> variableScopes;
  llvm::DenseMap<const clang::VarDecl *, Id> extended; // temporaries that references keep alive
  llvm::DenseMap<std::pair<uint64_t, uint64_t>, Id> placeIds;
  llvm::DenseMap<std::pair<Id, uint64_t>, Id>
      elements; // of list-initialised arrays: (array, index)
  std::vector<std::pair<Id, int64_t>>
      pendingElements; // their places whose subscript has no inst yet
  Id locals = 0;

  std::vector<const clang::CFGBlock *> order;
  llvm::DenseMap<const clang::CFGBlock *, Id> blockIds;
  llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> catchBlocks;
  std::vector<clang::SourceRange> ranges; // Inst::where and Place::where until resolveSpans
  clang::SourceRange standsAt;            // for insts of a default argument: the call
  Id scope = 0;
  unsigned depth = 0;
  bool isCut = false; // a table was too long
};

} // namespace clangsql::frontend
