#include "lint/run.h"

#include "lint/globs.h"
#include "lint/suppressions.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Regex.h>

#include <tuple>

namespace clangsql::lint {

namespace {

/// Which files and lines are shown: --header-filter, --exclude-header-filter, --line-filter.
class Filter {
public:
  Filter(const link::Program &program, const Config &config)
      : program_(program), config_(config), headers_(config.headerFilter),
        excluded_(config.excludeHeaderFilter) {}

  bool shows(const link::Location &at) const {
    if (at.file >= program_.files.size())
      return true;
    llvm::StringRef path = program_.files[at.file];
    return showsFile(at.file, path) && showsLine(path, at.line);
  }

private:
  bool showsFile(summary::Id file, llvm::StringRef path) const {
    if (llvm::is_contained(program_.mainFiles, file))
      return true;
    bool excluded = !config_.excludeHeaderFilter.empty() && excluded_.match(path);
    return !excluded && !config_.headerFilter.empty() && headers_.match(path);
  }

  bool showsLine(llvm::StringRef path, uint32_t line) const {
    auto names = [&](const LineFilter &filter) { return path.ends_with(filter.name); };
    auto covers = [&](const LineFilter &filter) {
      return filter.lines.empty() || llvm::any_of(filter.lines, [&](auto range) {
               return range.first <= line && line <= range.second;
             });
    };
    return config_.lineFilter.empty() ||
           llvm::any_of(config_.lineFilter,
                        [&](const LineFilter &filter) { return names(filter) && covers(filter); });
  }

  const link::Program &program_;
  const Config &config_;
  llvm::Regex headers_, excluded_;
};

/// Each finding once; `uses`: once for each use of the macro that it stands in.
void sortAndDeduplicate(std::vector<Finding> &findings, bool uses = false) {
  auto order = [&](const Finding &f) {
    const link::Location &at = f.where.at, &spelling = f.where.spelling;
    return std::tuple(at.file, at.line, at.column, std::string_view(f.rule),
                      std::string_view(f.message), spelling.file, spelling.offset,
                      uses ? f.use.at.file : 0, uses ? f.use.at.offset : 0);
  };
  auto before = [&](const Finding &a, const Finding &b) { return order(a) < order(b); };
  auto same = [&](const Finding &a, const Finding &b) { return order(a) == order(b); };
  llvm::sort(findings, before);
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

} // namespace

Result run(const link::Program &program, std::span<const Rule *const> rules, const Config &config) {
  std::vector<Finding> found;
  for (const Rule *rule : rules)
    rule->check(program, Options(*rule, config.options), found);
  sortAndDeduplicate(found, true);

  Filter filter(program, config);
  Suppressions suppressions(program);
  Globs asErrors(config.warningsAsErrors);
  Result result;
  for (Finding &finding : found) {
    if (!filter.shows(finding.where.at)) {
      ++result.filtered;
    } else if (suppressions.silences(finding.rule, finding.where) ||
               suppressions.silences(finding.rule, finding.use)) {
      ++result.suppressed;
    } else {
      finding.warningAsError = finding.severity == Severity::Warning &&
                               !config.warningsAsErrors.empty() && asErrors.contains(finding.rule);
      if (finding.warningAsError)
        finding.severity = Severity::Error;
      result.findings.push_back(std::move(finding));
    }
  }
  llvm::append_range(result.findings, suppressions.unmatched(rules));
  sortAndDeduplicate(result.findings);
  return result;
}

} // namespace clangsql::lint
