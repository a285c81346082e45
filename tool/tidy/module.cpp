// The rules as a module for `clang-tidy -load ClangSqlTidyModule.so -checks=sql-*`.

#include "lint/registry.h"
#include "tidy/check.h"

#include <clang-tidy/ClangTidyModule.h>

namespace clangsql::tidy {
namespace {

class Module : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    auto analysis = std::make_shared<Analysis>();
    for (const lint::Rule *rule : rules::all())
      factories.registerCheckFactory(
          rule->name,
          [rule, analysis](llvm::StringRef name, clang::tidy::ClangTidyContext *context) {
            return std::make_unique<Check>(name, context, *rule, analysis);
          });
  }
};

const clang::tidy::ClangTidyModuleRegistry::Add<Module> registration("clang-sql-module",
                                                                     "Problems in embedded SQL.");

} // namespace
} // namespace clangsql::tidy
