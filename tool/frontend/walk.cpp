#include "frontend/walk.h"

#include "frontend/body.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>

namespace clangsql::frontend {

using namespace clang;

namespace {

constexpr size_t maxConstants = 50; // enough to see how they are named

class Walk {
public:
  explicit Walk(UnitContext &context) : context(context) {}

  void run() {
    visitMembers(context.ast.getTranslationUnitDecl());
    drain();
    // What an instantiation has shown needs no pattern.
    for (size_t i = 0; i < patterns.size(); ++i) {
      if (!instantiated.contains(patterns[i]))
        lower(patterns[i], true);
      drain();
    }
  }

private:
  void visitMembers(const DeclContext *members) {
    for (const Decl *member : members->decls())
      visit(member);
  }

  void visit(const Decl *declared) {
    if (!isa<LinkageSpecDecl, ExportDecl>(declared) &&
        !context.locations.isUser(declared->getLocation()))
      return;
    if (auto *function = dyn_cast<FunctionDecl>(declared))
      visitFunction(function);
    else if (auto *functionTemplate = dyn_cast<FunctionTemplateDecl>(declared))
      visitTemplate(functionTemplate);
    else if (auto *classTemplate = dyn_cast<ClassTemplateDecl>(declared))
      visitTemplate(classTemplate);
    else if (auto *variableTemplate = dyn_cast<VarTemplateDecl>(declared))
      visitTemplate(variableTemplate);
    else if (auto *record = dyn_cast<CXXRecordDecl>(declared))
      visitClass(record);
    else if (auto *variable = dyn_cast<VarDecl>(declared))
      visitVariable(variable);
    else if (auto *friends = dyn_cast<FriendDecl>(declared); friends && friends->getFriendDecl())
      visit(friends->getFriendDecl());
    else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(declared))
      visitMembers(cast<DeclContext>(declared));
  }

  void visitFunction(const FunctionDecl *function) {
    if (!function->doesThisDeclarationHaveABody() || function->isDeleted())
      return;
    if (function->isDependentContext())
      patterns.push_back(function);
    else
      lower(function, false);
  }

  void visitTemplate(const FunctionTemplateDecl *declared) {
    visitFunction(declared->getTemplatedDecl());
    if (declared->isCanonicalDecl())
      for (const FunctionDecl *specialization : declared->specializations())
        if (specialization->getTemplateSpecializationKind() != TSK_ExplicitSpecialization)
          visitInstance(specialization);
  }

  void visitInstance(const FunctionDecl *function) {
    const FunctionDecl *definition = nullptr;
    if (function->hasBody(definition) && definition &&
        context.locations.isUser(definition->getLocation()))
      visitFunction(definition);
  }

  void visitTemplate(const ClassTemplateDecl *declared) {
    if (declared->isThisDeclarationADefinition())
      visitClass(declared->getTemplatedDecl());
    if (declared->isCanonicalDecl())
      for (const ClassTemplateSpecializationDecl *specialization : declared->specializations())
        if (specialization->getSpecializationKind() != TSK_ExplicitSpecialization)
          visitClass(specialization);
  }

  void visitTemplate(const VarTemplateDecl *declared) {
    if (declared->isCanonicalDecl())
      for (const VarTemplateSpecializationDecl *specialization : declared->specializations())
        visitVariable(specialization);
  }

  void visitClass(const CXXRecordDecl *record) {
    if (!record->isThisDeclarationADefinition())
      return;
    if (record->isLambda())
      return visitLambda(record);
    bool instance =
        isa<ClassTemplateSpecializationDecl>(record) || record->getInstantiatedFromMemberClass();
    for (const Decl *member : record->decls()) {
      if (auto *function = dyn_cast<FunctionDecl>(member); function && instance)
        visitInstance(function); // defined outside of the class, perhaps
      else
        visit(member);
    }
  }

  /// A generic lambda is often only called by a template of the system: lowered from its pattern,
  /// too.
  void visitLambda(const CXXRecordDecl *closure) {
    if (const CXXDestructorDecl *destructor = closure->getDestructor();
        destructor && destructor->hasBody())
      lower(destructor, false);
    if (FunctionTemplateDecl *generic = closure->getDependentLambdaCallOperator()) {
      const FunctionDecl *pattern = generic->getTemplatedDecl();
      if (pattern->hasBody())
        lower(pattern, true);
      for (const FunctionDecl *specialization : generic->specializations())
        visitInstance(specialization);
      return;
    }
    const CXXMethodDecl *body = closure->getLambdaCallOperator();
    if (body && body->hasBody())
      lower(body, body->isDependentContext());
  }

  void noteName(const VarDecl *variable) {
    bool constant = variable->getType().isConstQualified() || variable->isConstexpr();
    const SourceManager &sources = context.ast.getSourceManager();
    std::vector<std::string> &names = context.unit.constants;
    if (constant && names.size() < maxConstants && variable->getIdentifier() &&
        !variable->isLocalVarDecl() && sources.isWrittenInMainFile(variable->getLocation()))
      names.push_back(variable->getName().str());
  }

  void visitVariable(const VarDecl *variable) {
    noteName(variable);
    const Expr *initializer = variable->getInit();
    if (!initializer || variable->isInvalidDecl() || isa<ParmVarDecl>(variable) ||
        variable->getType()->isDependentType() || initializer->isValueDependent() ||
        initializer->containsErrors() || !isOfInterest(variable))
      return;
    if (done.insert(variable).second)
      context.unit.functions.push_back(Body(context).lower(variable));
  }

  /// Tables of numbers are not, and they can be long.
  static bool isOfInterest(const VarDecl *variable) {
    std::vector<const Stmt *> stack{variable->getInit()};
    while (!stack.empty()) {
      const Stmt *statement = stack.back();
      stack.pop_back();
      if (!statement)
        continue;
      if (isa<StringLiteral, CallExpr, CXXConstructExpr, LambdaExpr, CXXNewExpr>(statement))
        return true;
      if (auto *reference = dyn_cast<DeclRefExpr>(statement);
          reference && !isa<EnumConstantDecl>(reference->getDecl()))
        return true;
      llvm::append_range(stack, statement->children());
    }
    return false;
  }

  void lower(const FunctionDecl *function, bool pattern) {
    if (!done.insert(function).second || isLanguageDefined(function) || function->hasSkippedBody())
      return;
    if (const FunctionDecl *from = function->getTemplateInstantiationPattern())
      instantiated.insert(from);
    if (function->isInvalidDecl() || !function->getBody())
      return;
    context.unit.functions.push_back(Body(context).lower(function, pattern));
  }

  void drain() {
    while (!context.found.empty()) {
      const Decl *next = context.found.front();
      context.found.pop_front();
      if (auto *variable = dyn_cast<VarDecl>(next))
        visitVariable(variable);
      else
        visitClass(cast<CXXRecordDecl>(next));
    }
  }

  UnitContext &context;
  std::vector<const FunctionDecl *> patterns;
  llvm::DenseSet<const Decl *> done, instantiated;
};

} // namespace

void lowerBodies(UnitContext &context) { Walk(context).run(); }

} // namespace clangsql::frontend
