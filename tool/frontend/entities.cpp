#include "frontend/entities.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/Expr.h>

namespace clangsql::frontend {

using namespace clang;
using summary::Entity, summary::EntityKind, summary::Id, summary::None, summary::Type,
    summary::TypeClass;

static bool isCharacter(QualType type) { return type->isAnyCharacterType() || type->isChar8Type(); }

static TypeClass builtinClass(const BuiltinType *type) {
  switch (type->getKind()) {
  case BuiltinType::Void: return TypeClass::Void;
  case BuiltinType::Bool: return TypeClass::Bool;
  case BuiltinType::NullPtr: return TypeClass::Null;
  default: break;
  }
  if (isCharacter(QualType(type, 0)))
    return TypeClass::Char;
  if (type->isInteger())
    return TypeClass::Integer;
  return type->isFloatingPoint() ? TypeClass::Floating : TypeClass::Other;
}

static TypeClass pointeeClass(QualType pointee) {
  if (isCharacter(pointee))
    return TypeClass::Text;
  return pointee->isFunctionType() ? TypeClass::Function : TypeClass::Pointer;
}

TypeClass typeClass(QualType type) {
  if (type.isNull())
    return TypeClass::Other;
  QualType canonical = type.getCanonicalType().getNonReferenceType().getUnqualifiedType();
  if (auto *builtin = dyn_cast<BuiltinType>(canonical))
    return builtinClass(builtin);
  if (auto *pointer = dyn_cast<PointerType>(canonical))
    return pointeeClass(pointer->getPointeeType());
  if (auto *array = dyn_cast<ArrayType>(canonical))
    return isCharacter(array->getElementType()) ? TypeClass::Text : TypeClass::Other;
  if (canonical->isRecordType() || canonical->getAsRecordDecl())
    return TypeClass::Record;
  if (canonical->isEnumeralType())
    return TypeClass::Enum;
  if (canonical->isFunctionType() || canonical->isMemberPointerType() ||
      canonical->isBlockPointerType())
    return TypeClass::Function;
  return canonical->isBitIntType() ? TypeClass::Integer : TypeClass::Other;
}

/// The declared type that says whether what is referred or pointed to, or held in an array, is
/// constant.
static QualType innermost(QualType type) {
  if (type->isAnyPointerType())
    return type->getPointeeType();
  if (const ArrayType *array = type->getAsArrayTypeUnsafe())
    return array->getElementType();
  return type;
}

Type Entities::type(QualType type) {
  if (type.isNull())
    return {};
  type = type.getCanonicalType();
  auto [known, fresh] = types.try_emplace(type.getAsOpaquePtr());
  if (!fresh)
    return known->second;
  Type result;
  result.cls = typeClass(type);
  result.reference = type->isReferenceType();
  QualType object = type.getNonReferenceType();
  result.pointer = object->isAnyPointerType();
  QualType inner = innermost(object);
  result.constant = inner.isConstQualified();
  if (const RecordDecl *record = inner->getAsRecordDecl())
    result.record = of(record);
  return types[type.getAsOpaquePtr()] = result;
}

void Entities::addModel(const NamedDecl *declaration, Entity &entity) {
  Id name = strings.of(names.qualified(declaration));
  if (!llvm::is_contained(entity.models, name))
    entity.models.push_back(name);
}

static EntityKind kindOf(const NamedDecl *declaration) {
  if (isa<CXXConstructorDecl>(declaration))
    return EntityKind::Constructor;
  if (isa<CXXDestructorDecl>(declaration))
    return EntityKind::Destructor;
  if (isLambdaBody(declaration))
    return EntityKind::Lambda;
  if (isa<CXXMethodDecl>(declaration))
    return EntityKind::Method;
  if (isa<FunctionDecl>(declaration))
    return EntityKind::Function;
  if (isa<TagDecl>(declaration))
    return EntityKind::Class;
  if (isa<FieldDecl>(declaration))
    return EntityKind::Field;
  return isa<EnumConstantDecl>(declaration) ? EntityKind::Enumerator : EntityKind::Variable;
}

Id Entities::of(const NamedDecl *declaration) {
  auto *canonical = cast<NamedDecl>(declaration->getCanonicalDecl());
  auto [known, fresh] = ids.try_emplace(canonical, Id(unit.entities.size()));
  if (!fresh)
    return known->second;
  Id id = known->second;
  unit.entities.emplace_back();
  Entity entity;
  entity.kind = kindOf(declaration);
  entity.key = strings.of(entityKey(canonical, locations));
  addModel(canonical, entity);
  entity.name = entity.models.front();
  if (locations.isUser(declaration->getLocation()))
    entity.where = locations.span(declaration->getLocation());
  else
    entity.flags |= summary::SystemHeader;
  if (auto *function = dyn_cast<FunctionDecl>(declaration))
    describeFunction(function, entity);
  else if (auto *record = dyn_cast<CXXRecordDecl>(declaration))
    describeClass(record, entity);
  else if (auto *variable = dyn_cast<VarDecl>(declaration))
    describeVariable(variable, entity);
  else if (auto *value = dyn_cast<ValueDecl>(declaration))
    entity.type = type(value->getType());
  if (auto *field = dyn_cast<FieldDecl>(declaration))
    entity.parent = of(field->getParent());
  unit.entities[id] = std::move(entity);
  if (auto *record = dyn_cast<CXXRecordDecl>(declaration))
    addArguments(record, id);
  return id;
}

bool isLanguageDefined(const FunctionDecl *function) {
  if (!function->isDefaulted() && !function->isImplicit())
    return false;
  if (auto *method = dyn_cast<CXXMethodDecl>(function))
    if (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())
      return true;
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(function))
    return constructor->isCopyOrMoveConstructor() || constructor->isTrivial();
  return function->isTrivial();
}

static uint16_t functionFlags(const FunctionDecl *function) {
  uint16_t flags = 0;
  if (isLanguageDefined(function))
    flags |= summary::Defaulted;
  if (isInternal(function))
    flags |= summary::Internal;
  if (function->isNoReturn() || function->isAnalyzerNoReturn())
    flags |= summary::NoReturn;
  if (function->isVariadic())
    flags |= summary::Variadic;
  if (function->isMain())
    flags |= summary::Main;
  auto *prototype = function->getType()->getAs<FunctionProtoType>();
  if (prototype && !isUnresolvedExceptionSpec(prototype->getExceptionSpecType()) &&
      prototype->isNothrow())
    flags |= summary::NoThrow;
  return flags;
}

/// [[clang::annotate("sql:…")]] on any declaration of the function, and on its parameters.
void Entities::annotate(const FunctionDecl *function, Entity &entity) {
  auto add = [&](const Decl *declared, Id parameter) {
    for (const auto *attribute : declared->specific_attrs<AnnotateAttr>()) {
      StringRef text = attribute->getAnnotation();
      if (!text.consume_front("sql:"))
        continue;
      summary::Annotation annotation{strings.of(text.trim()), parameter};
      if (!llvm::is_contained(entity.annotations, annotation))
        entity.annotations.push_back(annotation);
    }
  };
  for (const FunctionDecl *declared : function->redecls()) {
    add(declared, summary::None);
    for (unsigned i = 0; i < declared->getNumParams(); ++i)
      add(declared->getParamDecl(i), i);
  }
}

void Entities::describeFunction(const FunctionDecl *function, Entity &entity) {
  entity.flags |= functionFlags(function);
  annotate(function, entity);
  entity.type = type(function->getReturnType());
  ExtraArguments extra = fortifiedArguments(function);
  for (const ParmVarDecl *parameter : function->parameters())
    if (unsigned i = parameter->getFunctionScopeIndex();
        i < extra.first || i >= extra.first + extra.count)
      entity.params.push_back(type(parameter->getType()));
  if (auto *method = dyn_cast<CXXMethodDecl>(function))
    describeMethod(method, entity);
}

static void collectOverridden(const CXXMethodDecl *method,
                              llvm::SetVector<const CXXMethodDecl *> &found) {
  for (const CXXMethodDecl *overridden : method->overridden_methods())
    if (found.insert(overridden->getCanonicalDecl()))
      collectOverridden(overridden, found);
}

void Entities::describeMethod(const CXXMethodDecl *method, Entity &entity) {
  entity.parent = of(method->getParent());
  if (method->isVirtual())
    entity.flags |= summary::Virtual;
  if (method->isStatic())
    entity.flags |= summary::Static;
  if (method->isConst())
    entity.flags |= summary::ConstMember;
  if (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())
    entity.flags |= summary::CopyOrMove;
  if (auto *constructor = dyn_cast<CXXConstructorDecl>(method)) {
    if (constructor->isCopyOrMoveConstructor())
      entity.flags |= summary::CopyOrMove;
    if (constructor->isInheritingConstructor())
      addModel(constructor->getInheritedConstructor().getConstructor(), entity);
  }
  llvm::SetVector<const CXXMethodDecl *> overridden;
  collectOverridden(method, overridden);
  for (const CXXMethodDecl *one : overridden) {
    if (entity.annotations.empty())
      annotate(one, entity);
    entity.overrides.push_back(of(one));
    if (!isa<CXXDestructorDecl>(one))
      addModel(one, entity);
  }
}

void Entities::describeClass(const CXXRecordDecl *record, Entity &entity) {
  record = record->getDefinition();
  if (!record)
    return;
  // Breadth first: nearest bases first.
  llvm::SetVector<const CXXRecordDecl *> bases;
  auto add = [&](const CXXRecordDecl *of) {
    for (const CXXBaseSpecifier &base : of->bases())
      if (const CXXRecordDecl *class_ = base.getType()->getAsCXXRecordDecl();
          class_ && class_->getDefinition())
        bases.insert(class_->getDefinition());
  };
  add(record);
  for (size_t next = 0; next < bases.size(); ++next)
    add(bases[next]);
  for (const CXXRecordDecl *base : bases) {
    entity.bases.push_back(of(base));
    addModel(base, entity);
  }
}

/// What a container holds, what a smart pointer points to: the types that are not defaulted.
std::vector<Type> Entities::plainArguments(const CXXRecordDecl *record) {
  std::vector<Type> found;
  auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!specialization)
    return found;
  const TemplateParameterList &parameters =
      *specialization->getSpecializedTemplate()->getTemplateParameters();
  for (unsigned i = 0; i < parameters.size(); ++i) {
    auto *parameter = dyn_cast<TemplateTypeParmDecl>(parameters.getParam(i));
    const TemplateArgument &argument = specialization->getTemplateArgs()[i];
    if (!parameter || parameter->hasDefaultArgument() ||
        argument.getKind() != TemplateArgument::Type)
      break;
    found.push_back(type(argument.getAsType()));
  }
  return found;
}

/// Also what pointers among the arguments point to: an owner of pointers may destroy.
void Entities::addArguments(const CXXRecordDecl *record, Id id) {
  std::vector<Id> found;
  auto add = [&](const TemplateArgument &argument) {
    if (argument.getKind() != TemplateArgument::Type)
      return;
    if (Id argumentClass = type(argument.getAsType()).record; argumentClass != None)
      found.push_back(argumentClass);
  };
  if (auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(record))
    for (const TemplateArgument &argument : specialization->getTemplateArgs().asArray()) {
      add(argument);
      if (argument.getKind() == TemplateArgument::Pack)
        llvm::for_each(argument.pack_elements(), add);
    }
  std::vector<Type> plain = plainArguments(record);
  unit.entities[id].arguments = std::move(plain);
  classArguments.resize(std::max<size_t>(classArguments.size(), id + 1));
  classArguments[id] = std::move(found);
}

void Entities::describeVariable(const VarDecl *variable, Entity &entity) {
  entity.type = type(variable->getType());
  if (variable->getType().isConstQualified() || variable->isConstexpr())
    entity.flags |= summary::Constant;
  if (isInternal(variable))
    entity.flags |= summary::Internal;
  if (variable->isStaticLocal() || variable->isStaticDataMember())
    entity.flags |= summary::Static;
  if (variable->isLocalVarDecl())
    entity.flags |= summary::LocalVariable;
  if (auto *record = dyn_cast<CXXRecordDecl>(variable->getDeclContext()))
    entity.parent = of(record);
}

Id Entities::unresolved(llvm::StringRef name) {
  auto [known, fresh] = unresolvedIds.try_emplace(name, Id(unit.entities.size()));
  if (!fresh)
    return known->second;
  Entity entity;
  entity.key = strings.of(("?:" + name).str());
  entity.name = strings.of(name);
  entity.models.push_back(entity.name);
  entity.flags = summary::Pattern;
  unit.entities.push_back(std::move(entity));
  return known->second;
}

} // namespace clangsql::frontend
