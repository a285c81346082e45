// The interface of a rule: its metadata and a pure function from a Program to findings.
#pragma once

#include "lint/finding.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::lint {

/// What a rule can be told, set as "rule.Option".
struct Option {
  enum Type : uint8_t { Text, Words /* some of `choices`, separated by commas */, Number, Flag };
  std::string_view name;
  Type type = Text;
  std::string_view defaultValue, description;
  std::string_view choices = {}; // of Words: what may be given, separated by commas
};

/// Option values by "rule.Option".
using OptionMap = std::map<std::string, std::string, std::less<>>;

class Options;

struct Rule {
  std::string_view name;    // "sql-injection"; also the folder's name
  std::string_view summary; // one line, for tables: what is reported
  Severity severity = Severity::Warning;
  std::string_view securitySeverity; // CVSS-like 0.0–10.0 for SARIF; empty: not a security rule
  std::string_view tags;             // for SARIF, separated by commas
  std::span<const Option> options;
  void (*check)(const link::Program &, const Options &, std::vector<Finding> &);
};

/// One rule's options: what the user set, else the rule's default. The value's form was checked
/// before (Config).
class Options {
public:
  Options(const Rule &rule, const OptionMap &set) : rule_(rule), set_(set) {}
  std::string_view get(std::string_view option) const;
  bool has(std::string_view option, std::string_view word) const; // of Words
  unsigned number(std::string_view option) const;
  bool flag(std::string_view option) const;

private:
  const Rule &rule_;
  const OptionMap &set_;
};

/// The parts of "a, b,c", trimmed, empty ones left out.
std::vector<std::string_view> splitWords(std::string_view list);

} // namespace clangsql::lint
