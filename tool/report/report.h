// What every output format shows, and the formats by name. Each format has a file of its own.
#pragma once

#include "lint/run.h"

#include <llvm/Support/raw_ostream.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::report {

struct Report {
  const link::Program &program;
  const lint::Result &result;
  std::span<const lint::Rule *const> rules; // those that ran
  std::string root; // absolute directory: paths beneath it are shown relative to it; empty: none is
  std::string version = CLANGSQL_VERSION;
  std::string commandLine = {}; // as the user gave it
  int exitCode = 0;
  unsigned skipped = 0; // units that were not parsed because they hold no SQL
  bool colour = false;  // text only
};

enum class Format : uint8_t { Text, Sarif, Github };

/// "text", "sarif", "github".
std::optional<Format> formatOf(std::string_view name);
/// The names, separated by "|", for messages.
std::string_view formatNames();

void write(Format, llvm::raw_ostream &, const Report &);

void writeText(llvm::raw_ostream &, const Report &);   // as Clang prints its diagnostics
void writeSarif(llvm::raw_ostream &, const Report &);  // SARIF 2.1.0 (OASIS standard)
void writeGithub(llvm::raw_ostream &, const Report &); // workflow commands: annotations on a change

/// What Clang could not read and what could not be analysed, for standard error, in the style of
/// writeText.
void writeProblems(llvm::raw_ostream &, const Report &);

/// The closing line: units, statements by how far they are understood, transactions, findings by
/// rule. With a line end.
std::string summaryLine(const Report &);

/// The rules as a Markdown table; their names link to `prefix`<rule>/README.md.
std::string rulesTable(std::span<const lint::Rule *const>, std::string_view prefix);

} // namespace clangsql::report
