#include "report/report.h"

#include <llvm/ADT/StringSwitch.h>

namespace clangsql::report {

std::optional<Format> formatOf(std::string_view name) {
  return llvm::StringSwitch<std::optional<Format>>(name)
      .Case("text", Format::Text)
      .Case("sarif", Format::Sarif)
      .Case("github", Format::Github)
      .Default(std::nullopt);
}

std::string_view formatNames() { return "text|sarif|github"; }

void write(Format format, llvm::raw_ostream &os, const Report &report) {
  switch (format) {
  case Format::Text: return writeText(os, report);
  case Format::Sarif: return writeSarif(os, report);
  case Format::Github: return writeGithub(os, report);
  }
}

} // namespace clangsql::report
