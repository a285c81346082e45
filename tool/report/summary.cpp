#include "report/report.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <map>

namespace clangsql::report {

static std::string counted(unsigned number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

static std::string findingCounts(const Report &report) {
  std::map<std::string_view, unsigned> byRule;
  for (const lint::Rule *rule : report.rules)
    byRule[rule->name] = 0;
  for (const lint::Finding &finding : report.result.findings)
    ++byRule[finding.rule];
  std::string text;
  for (const auto &[rule, count] : byRule)
    text += fmt::format("{}{} {}", text.empty() ? " (" : ", ", rule, count);
  return text.empty() ? "" : text + ")";
}

std::string summaryLine(const Report &report) {
  const link::Statistics &s = report.program.statistics;
  std::string line = counted(s.units, "unit");
  std::vector<std::string> remarks;
  if (s.unitsWithErrors > 0)
    remarks.push_back(fmt::format("{} with errors", s.unitsWithErrors));
  if (report.skipped > 0)
    remarks.push_back(fmt::format("{} without SQL, not parsed", report.skipped));
  if (!remarks.empty())
    line += fmt::format(" ({})", llvm::join(remarks, "; "));
  unsigned statements = s.statementsFull + s.statementsPart + s.statementsNone;
  line +=
      fmt::format(", {} ({} understood fully, {} partly, {} not)", counted(statements, "statement"),
                  s.statementsFull, s.statementsPart, s.statementsNone);
  line += fmt::format(", {}; {}{}", counted(s.transactions, "transaction"),
                      counted(report.result.findings.size(), "finding"), findingCounts(report));
  if (report.result.suppressed > 0)
    line += fmt::format(", {} suppressed by NOLINT", report.result.suppressed);
  if (report.result.filtered > 0)
    line += fmt::format(", {} outside the filters", report.result.filtered);
  return line + "\n";
}

std::string rulesTable(std::span<const lint::Rule *const> rules, std::string_view prefix) {
  std::string table = "| rule | reports | options |\n|---|---|---|\n";
  for (const lint::Rule *rule : rules) {
    std::string options;
    for (const lint::Option &option : rule->options)
      options += fmt::format("{}`{}`", options.empty() ? "" : ", ", option.name);
    table += fmt::format("| [{0}]({1}{0}/README.md) | {2} | {3} |\n", rule->name, prefix,
                         rule->summary, options);
  }
  return table;
}

} // namespace clangsql::report
