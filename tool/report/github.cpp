// Workflow commands of GitHub Actions: each finding becomes an annotation on the change.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions; escaping as in
// actions/toolkit's command.ts.

#include "report/paths.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::report {

namespace {

std::string escaped(llvm::StringRef text, bool property) {
  std::string result;
  for (char c : text) {
    switch (c) {
    case '%': result += "%25"; break;
    case '\r': result += "%0D"; break;
    case '\n': result += "%0A"; break;
    case ':': result += property ? "%3A" : ":"; break;
    case ',': result += property ? "%2C" : ","; break;
    default: result += c;
    }
  }
  return result;
}

std::string_view commandFor(lint::Severity severity) {
  switch (severity) {
  case lint::Severity::Error: return "error";
  case lint::Severity::Warning: return "warning";
  case lint::Severity::Note: break;
  }
  return "notice";
}

std::string placeOf(const Report &report, const link::Location &at) {
  std::string place = fmt::format("file={},line={},col={}",
                                  escaped(shownPath(report, at.file), true), at.line, at.column16);
  if (auto end = endColumn16(report, at); end && *end > at.column16)
    place += fmt::format(",endColumn={}", *end);
  return place;
}

/// The message and its notes: an annotation shows no source but that of its own line.
std::string textOf(const Report &report, const lint::Finding &finding) {
  std::string text = finding.message;
  for (const lint::Note &note : finding.notes) {
    const link::Location &at = note.where.at;
    bool elsewhere = at.file != finding.where.at.file || at.line != finding.where.at.line;
    text += "\n" +
            (elsewhere && at.file != summary::None
                 ? fmt::format("{}:{}: ", shownPath(report, at.file), at.line)
                 : "") +
            note.message;
    if (!note.snippet.empty())
      text += ":\n" + note.snippet;
  }
  return text;
}

} // namespace

void writeGithub(llvm::raw_ostream &os, const Report &report) {
  for (const lint::Finding &finding : report.result.findings)
    os << fmt::format("::{} {},title={}::{}\n", commandFor(finding.severity),
                      placeOf(report, finding.where.at), escaped(finding.rule, true),
                      escaped(textOf(report, finding), false));
}

} // namespace clangsql::report
