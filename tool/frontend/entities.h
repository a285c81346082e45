// The unit's table of functions, classes, fields and variables, and declared types in terms of it.
#pragma once

#include "frontend/names.h"

#include <clang/AST/DeclCXX.h>

namespace clangsql::frontend {

class Entities {
public:
  Entities(Locations &locations, Strings &strings, summary::Unit &unit)
      : locations(locations), strings(strings), unit(unit) {}

  summary::Id of(const clang::NamedDecl *declaration);
  /// A call in a template to something that only an instantiation would resolve: known by name
  /// alone.
  summary::Id unresolved(llvm::StringRef name);
  summary::Type type(clang::QualType type);
  std::string name(const clang::NamedDecl *declaration) { return names.qualified(declaration); }

  /// By entity, of a class template's specialization: the classes among its arguments.
  const std::vector<std::vector<summary::Id>> &arguments() const { return classArguments; }

  /// Says on the entity that its body is a template's.
  void markCoroutine(summary::Id entity) { unit.entities[entity].flags |= summary::Coroutine; }
  void markPattern(summary::Id entity) { unit.entities[entity].flags |= summary::Pattern; }

private:
  void annotate(const clang::FunctionDecl *, summary::Entity &);
  void describeFunction(const clang::FunctionDecl *function, summary::Entity &entity);
  void describeMethod(const clang::CXXMethodDecl *method, summary::Entity &entity);
  void describeClass(const clang::CXXRecordDecl *record, summary::Entity &entity);
  void describeVariable(const clang::VarDecl *variable, summary::Entity &entity);
  std::vector<summary::Type> plainArguments(const clang::CXXRecordDecl *record);
  void addArguments(const clang::CXXRecordDecl *record, summary::Id entity);
  void addModel(const clang::NamedDecl *declaration, summary::Entity &entity);

  Locations &locations;
  Strings &strings;
  summary::Unit &unit;
  Names names;
  llvm::DenseMap<const clang::Decl *, summary::Id> ids;
  std::vector<std::vector<summary::Id>> classArguments;
  llvm::StringMap<summary::Id> unresolvedIds;
  llvm::DenseMap<const void *, summary::Type> types;
};

/// What a value of this type can hold.
summary::TypeClass typeClass(clang::QualType type);

/// A copy, a move or a trivial member that the language defines: it has no body that could
/// surprise.
bool isLanguageDefined(const clang::FunctionDecl *function);

} // namespace clangsql::frontend
