// Findings as Clang prints its diagnostics: "path:line:column: warning: message [rule]", the source
// line with a caret, notes.

#include "report/paths.h"
#include "report/snippet.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace clangsql::report {

namespace {

using llvm::raw_ostream, llvm::StringRef;

class TextWriter {
public:
  TextWriter(raw_ostream &os, const Report &report) : os_(os), report_(report) {
    os_.enable_colors(report.colour);
  }

  void write(const lint::Finding &finding) {
    std::string suffix = finding.warningAsError ? ",-warnings-as-errors" : "";
    header(finding.where.at, finding.severity,
           fmt::format("{} [{}{}]", finding.message, finding.rule, suffix));
    shown_ = {finding.where};
    source(finding.where.at, finding.ranges);
    macro(finding.where);
    for (const lint::Note &note : finding.notes)
      write(note);
  }

  void header(const link::Location &at, lint::Severity severity, StringRef message) {
    os_.changeColor(raw_ostream::SAVEDCOLOR, true);
    if (at.file != summary::None)
      os_ << fmt::format("{}:{}:{}: ", shownPath(report_, at.file), at.line, at.column);
    os_.resetColor();
    level(severity);
    if (severity != lint::Severity::Note)
      os_.changeColor(raw_ostream::SAVEDCOLOR, true);
    os_ << message;
    os_.resetColor();
    os_ << '\n';
  }

private:
  void write(const lint::Note &note) {
    header(note.where.at, lint::Severity::Note, note.message);
    if (note.snippet.empty()) {
      place(note.where);
    } else {
      printSql(os_, note.snippet, note.marks, report_.colour);
    }
  }

  void level(lint::Severity severity) {
    switch (severity) {
    case lint::Severity::Note: os_.changeColor(raw_ostream::CYAN, true) << "note: "; break;
    case lint::Severity::Warning: os_.changeColor(raw_ostream::MAGENTA, true) << "warning: "; break;
    case lint::Severity::Error: os_.changeColor(raw_ostream::RED, true) << "error: "; break;
    }
    os_.resetColor();
  }

  /// A note's line, unless this finding showed the same place before.
  void place(const link::Where &where) {
    if (llvm::is_contained(shown_, where))
      return;
    shown_.push_back(where);
    source(where.at, {});
    macro(where);
  }

  void source(const link::Location &at, const std::vector<link::Where> &ranges) {
    StringRef line = lineText(report_, at);
    if (line.empty() || at.column == 0)
      return;
    std::vector<std::pair<size_t, size_t>> marks;
    auto add = [&](const link::Location &range) {
      if (range.file == at.file && range.line == at.line && range.length > 0 && range.column > 0)
        marks.emplace_back(range.column - 1,
                           std::min<size_t>(range.column - 1 + range.length, line.size()));
    };
    add(at);
    for (const link::Where &range : ranges)
      add(range.at);
    printSourceLine(os_, at.line, line, at.column - 1, marks, report_.colour);
  }

  /// Where the characters stand if the place is inside a macro's body.
  void macro(const link::Where &where) {
    if (where.at == where.spelling || where.spelling.file == summary::None)
      return;
    std::string name = macroName(where);
    header(where.spelling, lint::Severity::Note,
           name.empty() ? "written here, in a macro"
                        : fmt::format("expanded from macro '{}'", name));
    source(where.spelling, {});
  }

  /// The macro's name: behind the #define if that is on the spelling's line, else what stands at
  /// the place of expansion.
  std::string macroName(const link::Where &where) {
    auto identifier = [](StringRef text) {
      return text.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; }).str();
    };
    StringRef line = StringRef(lineText(report_, where.spelling)).ltrim();
    if (line.consume_front("#") && (line = line.ltrim()).consume_front("define"))
      return identifier(line.ltrim());
    line = lineText(report_, where.at);
    return where.at.column == 0
               ? ""
               : identifier(line.drop_front(std::min<size_t>(where.at.column - 1, line.size())));
  }

  raw_ostream &os_;
  const Report &report_;
  std::vector<link::Where> shown_; // places whose lines this finding has shown
};

} // namespace

void writeText(raw_ostream &os, const Report &report) {
  TextWriter writer(os, report);
  for (const lint::Finding &finding : report.result.findings)
    writer.write(finding);
}

void writeProblems(raw_ostream &os, const Report &report) {
  TextWriter writer(os, report);
  for (const link::Hop &error : report.program.errors)
    writer.header(error.where.at, lint::Severity::Error, error.what);
  for (const std::string &note : report.program.notes)
    os << note << '\n';
}

} // namespace clangsql::report
