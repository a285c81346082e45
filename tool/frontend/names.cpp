#include "frontend/names.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/Builtins.h>
#include <clang/Index/USRGeneration.h>

namespace clangsql::frontend {

using namespace clang;

bool isLambdaBody(const Decl *declaration) {
  auto *method = dyn_cast<CXXMethodDecl>(declaration);
  return method && method->getParent()->isLambda() && method->getOverloadedOperator() == OO_Call;
}

static std::string className(const RecordDecl *record) {
  if (auto *cxx = dyn_cast<CXXRecordDecl>(record); cxx && cxx->isLambda())
    return "(lambda)";
  if (record->getIdentifier())
    return record->getName().str();
  if (TypedefNameDecl *alias = record->getTypedefNameForAnonDecl())
    return alias->getName().str();
  return "(anonymous)";
}

/// `__builtin_memcpy` is memcpy, `__builtin___snprintf_chk` snprintf.
static StringRef builtinName(const FunctionDecl *function) {
  StringRef name = function->getName();
  if (!function->getBuiltinID() || !name.consume_front("__builtin_"))
    return function->getName();
  StringRef checked = name;
  return checked.consume_front("__") && checked.consume_back("_chk") ? checked : name;
}

/// A closure's fields have the names of what they capture.
static std::string fieldName(const FieldDecl *field) {
  auto *closure = dyn_cast<CXXRecordDecl>(field->getParent());
  if (!closure || !closure->isLambda())
    return field->getNameAsString();
  for (auto [capture, of] : llvm::zip(closure->captures(), closure->fields()))
    if (of == field)
      return capture.capturesVariable() ? capture.getCapturedVar()->getNameAsString() : "this";
  return "";
}

static std::string ownName(const NamedDecl *declaration) {
  if (auto *record = dyn_cast<RecordDecl>(declaration))
    return className(record);
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(declaration))
    return className(constructor->getParent());
  if (auto *destructor = dyn_cast<CXXDestructorDecl>(declaration))
    return "~" + className(destructor->getParent());
  if (auto *function = dyn_cast<FunctionDecl>(declaration); function && function->getIdentifier())
    return builtinName(function).str();
  if (auto *field = dyn_cast<FieldDecl>(declaration))
    return fieldName(field);
  if (auto *conversion = dyn_cast<CXXConversionDecl>(declaration)) {
    QualType to = conversion->getConversionType();
    if (const CXXRecordDecl *record = to.getNonReferenceType()->getAsCXXRecordDecl())
      return "operator " + className(record);
    PrintingPolicy policy(declaration->getASTContext().getPrintingPolicy());
    policy.SuppressTagKeyword = true;
    return "operator " + to.getUnqualifiedType().getAsString(policy);
  }
  return declaration->getNameAsString();
}

const std::string &Names::prefix(const DeclContext *context) {
  context = context->getPrimaryContext();
  if (auto known = prefixes.find(context); known != prefixes.end())
    return known->second;
  std::string text;
  if (const DeclContext *outer = context->getParent())
    text = prefix(outer);
  if (auto *space = dyn_cast<NamespaceDecl>(context)) {
    if (space->isAnonymousNamespace())
      text += "(anonymous)::";
    else if (!space->isInline())
      text += space->getName().str() + "::";
  } else if (auto *record = dyn_cast<RecordDecl>(context)) {
    text += className(record) + "::";
  } else if (auto *function = dyn_cast<FunctionDecl>(context);
             function && !isLambdaBody(function)) {
    text += ownName(function) + "::";
  } else if (auto *enumeration = dyn_cast<EnumDecl>(context);
             enumeration && enumeration->isScoped()) {
    text += enumeration->getName().str() + "::";
  }
  return prefixes.try_emplace(context, std::move(text)).first->second;
}

std::string Names::qualified(const NamedDecl *declaration) {
  if (isLambdaBody(declaration))
    return qualified(cast<CXXMethodDecl>(declaration)->getParent());
  if (auto *function = dyn_cast<FunctionDecl>(declaration);
      function && function->getBuiltinID() && function->isExternC())
    return ownName(function);
  return prefix(declaration->getDeclContext()) + ownName(declaration);
}

bool isInternal(const NamedDecl *declaration) {
  return declaration->getParentFunctionOrMethod() || !declaration->isExternallyVisible();
}

namespace {

/// Collects what of an entity a USR alone does not tell apart.
class KeyParts {
public:
  KeyParts(Locations &locations, std::string &key) : locations(locations), key(key) {}

  void declaration(const NamedDecl *named, unsigned depth = 0) {
    auto *record = dyn_cast<CXXRecordDecl>(named);
    if (isInternal(named) || (record && record->isLambda()))
      add(named);
    if (depth < 4)
      arguments(named, depth);
  }

private:
  void add(const NamedDecl *named) {
    SourceLocation at = named->getLocation();
    if (at.isInvalid())
      return;
    key += '@';
    key += locations.position(at);
  }

  void arguments(const Decl *from, unsigned depth) {
    for (const DeclContext *context = nullptr; from;
         from = context ? Decl::castFromDeclContext(context) : nullptr) {
      if (auto *function = dyn_cast<FunctionDecl>(from))
        list(function->getTemplateSpecializationArgs(), depth);
      else if (auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(from))
        list(&specialization->getTemplateArgs(), depth);
      else if (auto *variable = dyn_cast<VarTemplateSpecializationDecl>(from))
        list(&variable->getTemplateArgs(), depth);
      context = from->getDeclContext();
      if (context && context->isFileContext())
        break;
    }
  }

  void list(const TemplateArgumentList *arguments, unsigned depth) {
    if (!arguments)
      return;
    for (const TemplateArgument &argument : arguments->asArray())
      one(argument, depth);
  }

  void one(const TemplateArgument &argument, unsigned depth) {
    if (argument.getKind() == TemplateArgument::Pack) {
      for (const TemplateArgument &element : argument.pack_elements())
        one(element, depth);
    } else if (argument.getKind() == TemplateArgument::Type) {
      QualType type = argument.getAsType().getNonReferenceType();
      if (type->isPointerType())
        type = type->getPointeeType();
      if (const TagDecl *tag = type->getAsTagDecl())
        declaration(tag, depth + 1);
    } else if (argument.getKind() == TemplateArgument::Declaration) {
      declaration(argument.getAsDecl(), depth + 1);
    }
  }

  Locations &locations;
  std::string &key;
};

} // namespace

/// The USR that a library function declared in a header would have.
static bool libraryFunctionKey(const NamedDecl *declaration, std::string &key) {
  auto *function = dyn_cast<FunctionDecl>(declaration);
  if (!function || !function->getBuiltinID() || !function->getIdentifier() ||
      !function->isExternC())
    return false;
  key = "c:@F@" + builtinName(function).str();
  return true;
}

std::string entityKey(const NamedDecl *declaration, Locations &locations) {
  std::string key;
  if (libraryFunctionKey(declaration, key))
    return key;
  SmallString<128> usr;
  if (index::generateUSRForDecl(declaration, usr))
    usr = ("?:" + declaration->getQualifiedNameAsString());
  key = usr.str().str();
  KeyParts(locations, key).declaration(declaration);
  return key;
}

ExtraArguments fortifiedArguments(const FunctionDecl *function) {
  if (!function->getBuiltinID() || !function->getIdentifier())
    return {};
  StringRef name = function->getName();
  if (!name.consume_front("__builtin___") || !name.consume_back("_chk"))
    return {};
  // printf-like ones carry a flag, and the destination's size if there is one, before the format;
  // the others carry the destination's size last.
  unsigned format;
  bool list;
  Builtin::Context &builtins = function->getASTContext().BuiltinInfo;
  if (!builtins.isPrintfLike(function->getBuiltinID(), format, list))
    return {function->getNumParams() - 1, 1};
  return format >= 3 ? ExtraArguments{format - 2, 2} : ExtraArguments{format - 1, 1};
}

} // namespace clangsql::frontend
