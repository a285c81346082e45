// A rule as a clang-tidy check.
#pragma once

#include "lint/config.h"
#include "lint/rule.h"
#include "tidy/analysis.h"

#include <clang-tidy/ClangTidyCheck.h>

#include <memory>

namespace clangsql::tidy {

class Check : public clang::tidy::ClangTidyCheck {
public:
  Check(llvm::StringRef name, clang::tidy::ClangTidyContext *, const lint::Rule &,
        std::shared_ptr<Analysis>);

  void registerMatchers(clang::ast_matchers::MatchFinder *) override;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &) override;
  void onEndOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &) override;

private:
  void report(const lint::Finding &, const class Places &);

  const lint::Rule &rule_;
  lint::Config config_; // of this rule alone
  std::shared_ptr<Analysis> analysis_;
};

} // namespace clangsql::tidy
