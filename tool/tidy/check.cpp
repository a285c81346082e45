#include "tidy/check.h"

#include "lint/run.h"
#include "tidy/places.h"

#include <clang/ASTMatchers/ASTMatchers.h>

#include <fmt/format.h>

#include <utility>

namespace clangsql::tidy {

using namespace clang;

Check::Check(llvm::StringRef name, clang::tidy::ClangTidyContext *context, const lint::Rule &rule,
             std::shared_ptr<Analysis> analysis)
    : ClangTidyCheck(name, context), rule_(rule), analysis_(std::move(analysis)) {
  config_.checks = rule.name;
  for (const lint::Option &option : rule.options)
    if (std::optional<llvm::StringRef> value = Options.get(option.name))
      config_.options[fmt::format("{}.{}", rule.name, option.name)] = value->str();
  const lint::Rule *const rules[] = {&rule_};
  for (const std::string &problem : lint::findProblems(rules, config_))
    configurationDiag("%0") << problem;
}

void Check::registerMatchers(ast_matchers::MatchFinder *finder) {
  finder->addMatcher(ast_matchers::translationUnitDecl(), this);
}

void Check::check(const ast_matchers::MatchFinder::MatchResult &unit) {
  Project &project = analysis_->projectOf(*unit.Context);
  if (!project.library) {
    if (!std::exchange(project.told, true))
      configurationDiag("%0") << project.problem;
    return;
  }
  const lint::Rule *const rules[] = {&rule_};
  if (lint::enabledRules(rules, project.settings.config).empty())
    return;
  lint::Config config = config_;
  config.options.insert(project.settings.config.options.begin(), // what clang-tidy was told stays
                        project.settings.config.options.end());
  const link::Program &program = analysis_->programOf(*unit.Context, project);
  Places places(program, *unit.SourceManager);
  for (const lint::Finding &finding : lint::run(program, rules, config).findings)
    report(finding, places);
}

void Check::onEndOfTranslationUnit() { analysis_->forget(); }

void Check::report(const lint::Finding &finding, const Places &places) {
  {
    const link::Where &where = finding.use.known() ? finding.use : finding.where; // as clang-tidy
    DiagnosticBuilder builder = diag(places.locate(where), "%0") << finding.message;
    for (const link::Where &range : finding.ranges)
      if (CharSourceRange characters = places.rangeOf(range); characters.isValid())
        builder << characters;
  }
  for (const lint::Note &note : finding.notes) {
    std::string snippet = note.snippet.empty() ? "" : ": " + note.snippet;
    diag(places.locate(note.where), "%0%1", DiagnosticIDs::Note) << note.message << snippet;
  }
}

void Check::storeOptions(clang::tidy::ClangTidyOptions::OptionMap &map) {
  lint::Options options(rule_, config_.options);
  for (const lint::Option &option : rule_.options)
    Options.store(map, option.name, options.get(option.name));
}

} // namespace clangsql::tidy
