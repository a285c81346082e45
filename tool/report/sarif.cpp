// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with what GitHub code scanning
// reads of it (docs.github.com, "SARIF support for code scanning").

#include "embedded/embedded.h"
#include "lint/fingerprint.h"
#include "report/paths.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/JSON.h>

namespace clangsql::report {

namespace {

using llvm::StringRef;
using llvm::json::OStream;

constexpr StringRef Schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr StringRef Root = "%SRCROOT%";

/// A path as a URI's path (RFC 3986): all but unreserved characters and slashes percent-encoded.
std::string encoded(StringRef path) {
  std::string uri;
  for (char c : path)
    if (llvm::isAlnum(c) || StringRef("-._~/").contains(c))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return uri;
}

StringRef levelOf(lint::Severity severity) {
  switch (severity) {
  case lint::Severity::Error: return "error";
  case lint::Severity::Warning: return "warning";
  case lint::Severity::Note: break;
  }
  return "note";
}

class SarifWriter {
public:
  SarifWriter(llvm::raw_ostream &os, const Report &report) : json_(os, 2), report_(report) {}

  void write() {
    json_.object([&] {
      json_.attribute("$schema", Schema);
      json_.attribute("version", "2.1.0");
      json_.attributeArray("runs", [&] { json_.object([&] { run(); }); });
    });
  }

private:
  void run() {
    json_.attributeObject("tool", [&] { json_.attributeObject("driver", [&] { driver(); }); });
    json_.attributeArray("invocations", [&] { json_.object([&] { invocation(); }); });
    if (!report_.root.empty())
      json_.attributeObject("originalUriBaseIds", [&] {
        json_.attributeObject(Root, [&] {
          json_.attribute("uri", "file://" + encoded(StringRef(report_.root).rtrim('/')) + "/");
        });
      });
    json_.attribute("columnKind", "utf16CodeUnits");
    std::vector<std::string> prints = lint::fingerprints(report_.program, report_.result.findings);
    json_.attributeArray("results", [&] {
      for (const auto &[finding, print] : llvm::zip(report_.result.findings, prints))
        json_.object([&] { result(finding, print); });
    });
  }

  void driver() {
    json_.attribute("name", "clang-sql");
    json_.attribute("version", report_.version);
    json_.attribute("semanticVersion", report_.version);
    json_.attributeArray("rules", [&] {
      for (const lint::Rule *rule : report_.rules)
        json_.object([&] { describe(*rule); });
    });
  }

  void describe(const lint::Rule &rule) {
    json_.attribute("id", StringRef(rule.name));
    message("shortDescription", rule.summary);
    message("fullDescription", rule.summary);
    auto manuals = embedded::manuals();
    auto manual =
        llvm::find_if(manuals, [&](const embedded::File &file) { return file.name == rule.name; });
    if (manual != manuals.end())
      json_.attributeObject("help", [&] {
        json_.attribute("text", StringRef(manual->content));
        json_.attribute("markdown", StringRef(manual->content));
      });
    json_.attributeObject("defaultConfiguration",
                          [&] { json_.attribute("level", levelOf(rule.severity)); });
    json_.attributeObject("properties", [&] {
      json_.attributeArray("tags", [&] {
        for (std::string_view tag : lint::splitWords(rule.tags))
          json_.value(StringRef(tag));
      });
      if (!rule.securitySeverity.empty())
        json_.attribute("security-severity", StringRef(rule.securitySeverity));
      else
        json_.attribute("problem.severity", levelOf(rule.severity));
    });
  }

  void invocation() {
    json_.attribute("executionSuccessful", report_.exitCode < 2);
    json_.attribute("exitCode", report_.exitCode);
    if (!report_.commandLine.empty())
      json_.attribute("commandLine", text(report_.commandLine));
    json_.attributeArray("toolExecutionNotifications", [&] {
      for (const link::Hop &error : report_.program.errors)
        json_.object([&] {
          json_.attribute("level", "error");
          message("message", error.what);
          if (error.where.known())
            json_.attributeArray("locations",
                                 [&] { json_.object([&] { physical(error.where.at); }); });
        });
      for (const std::string &note : report_.program.notes)
        json_.object([&] {
          json_.attribute("level", "warning");
          message("message", note);
        });
    });
  }

  void result(const lint::Finding &finding, const std::string &print) {
    json_.attribute("ruleId", finding.rule);
    auto rule =
        llvm::find_if(report_.rules, [&](const lint::Rule *r) { return r->name == finding.rule; });
    if (rule != report_.rules.end())
      json_.attribute("ruleIndex", static_cast<int64_t>(rule - report_.rules.begin()));
    json_.attribute("level", levelOf(finding.severity));
    message("message", finding.message);
    json_.attributeArray("locations", [&] { json_.object([&] { physical(finding.where.at); }); });
    if (!finding.notes.empty())
      json_.attributeArray("relatedLocations", [&] {
        for (const auto &[index, note] : llvm::enumerate(finding.notes))
          related(index, note);
      });
    if (!finding.flows.empty())
      json_.attributeArray("codeFlows", [&] {
        for (const lint::Flow &flow : finding.flows)
          json_.object([&] { codeFlow(flow); });
      });
    json_.attributeObject("partialFingerprints",
                          [&] { json_.attribute("primaryLocationLineHash", print); });
  }

  void related(size_t index, const lint::Note &note) {
    json_.object([&] {
      json_.attribute("id", static_cast<int64_t>(index));
      if (note.where.known())
        physical(note.where.at);
      message("message", note.snippet.empty() ? note.message : note.message + ": " + note.snippet);
    });
  }

  void codeFlow(const lint::Flow &flow) {
    message("message", flow.message);
    json_.attributeArray("threadFlows", [&] {
      json_.object([&] {
        json_.attributeArray("locations", [&] {
          for (const link::Hop &hop : flow.hops)
            json_.object([&] {
              json_.attributeObject("location", [&] {
                if (hop.where.known())
                  physical(hop.where.at);
                message("message", hop.what);
              });
            });
        });
      });
    });
  }

  void physical(const link::Location &at) {
    json_.attributeObject("physicalLocation", [&] {
      json_.attributeObject("artifactLocation", [&] { artifact(at.file); });
      if (at.line > 0)
        json_.attributeObject("region", [&] { region(at); });
    });
  }

  void artifact(summary::Id file) {
    if (auto path = pathBelowRoot(report_, file)) {
      json_.attribute("uri", encoded(*path));
      json_.attribute("uriBaseId", Root);
    } else {
      json_.attribute("uri", "file://" + encoded(shownPath(report_, file)));
    }
  }

  void region(const link::Location &at) {
    json_.attribute("startLine", at.line);
    if (at.column16 == 0)
      return;
    json_.attribute("startColumn", at.column16);
    if (auto end = endColumn16(report_, at); end && *end > at.column16)
      json_.attribute("endColumn", *end);
  }

  void message(StringRef key, std::string_view value) {
    json_.attributeObject(key, [&] { json_.attribute("text", text(value)); });
  }

  /// JSON wants valid UTF-8; source text may hold anything.
  static std::string text(std::string_view bytes) { return llvm::json::fixUTF8(bytes); }

  OStream json_;
  const Report &report_;
};

} // namespace

void writeSarif(llvm::raw_ostream &os, const Report &report) {
  SarifWriter(os, report).write();
  os << '\n';
}

} // namespace clangsql::report
