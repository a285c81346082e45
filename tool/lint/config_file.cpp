#include "lint/config_file.h"

#include "models/load.h"
#include "models/reader.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace clangsql::lint {

namespace {

using models::Node, models::Reader;

/// What the readers of the keys work on.
struct Target {
  const ConfigText &text;
  std::span<const Rule *const> rules;
  Settings &settings;

  void from(const std::string &key, const Node &at) const {
    settings.origins[key] = fmt::format("{}:{}", text.name, at.at.line);
  }
};

void report(Reader &reader, const Node &at, const std::vector<std::string> &problems) {
  for (const std::string &problem : problems)
    reader.problem(at, problem);
}

/// `a,b`, or a list of such.
std::string joined(Reader &reader, const Node &value, std::string_view expected) {
  std::vector<std::string> words;
  models::oneOrMany(value, [&](const Node &item) {
    if (item.kind != Node::Null && reader.scalar(item, expected))
      words.push_back(llvm::StringRef(item.text).trim().str());
  });
  return llvm::join(words, ",");
}

void readGlobs(Reader &reader, const Node &key, const Node &value, const Target &target,
               std::string Config::*member, const char *name) {
  std::string more = joined(reader, value, "globs on the names of rules, with commas between");
  report(reader, value, problemsOfGlobs(target.rules, more));
  std::string &globs = target.settings.config.*member;
  if (!more.empty())
    globs += (globs.empty() ? "" : ",") + more;
  target.from(name, key);
}

void readRegex(Reader &reader, const Node &key, const Node &value, const Target &target,
               std::string Config::*member, const char *name) {
  std::string &regex = target.settings.config.*member;
  reader.text(value, "a regular expression", regex);
  report(reader, value, problemsOfRegex(name, regex));
  target.from(name, key);
}

void readOptions(Reader &reader, const Node &, const Node &value, Target &target) {
  if (value.kind == Node::Null)
    return;
  if (value.kind != Node::Mapping)
    return reader.problem(value, fmt::format("options cannot be {}", describe(value)),
                          "a mapping as {sql-injection.Grades: tainted}");
  for (const models::Entry &entry : value.entries) {
    std::string text = joined(reader, entry.value, "a value, or a list of words");
    report(reader, entry.key, problemsOfOption(target.rules, entry.key.text, text));
    target.settings.config.options.insert_or_assign(entry.key.text, text);
    target.from("options." + entry.key.text, entry.key);
  }
}

void readLibraries(Reader &reader, const Node &key, const Node &value, Target &target) {
  target.from("libraries", key);
  models::oneOrMany(value, [&](const Node &item) {
    if (item.kind == Node::Null || !reader.scalar(item, "the path of a file of models"))
      return;
    llvm::SmallString<256> path(item.text);
    llvm::sys::path::make_absolute(target.text.directory, path);
    llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
    if (!llvm::sys::fs::exists(path))
      reader.problem(item, fmt::format("there is no file '{}'", path.str().str()),
                     "the path of a file of models, relative to this file");
    target.settings.libraries.emplace_back(path);
  });
}

void readModels(Reader &, const Node &key, const Node &value, Target &target) {
  target.from("models", key);
  if (value.kind != Node::Null)
    target.settings.models = target.text.yaml;
}

void readDialect(Reader &reader, const Node &key, const Node &value, Target &target) {
  reader.word(value, models::dialectWords, "dialect", target.settings.config.dialect);
  target.from("dialect", key);
}

void readChecks(Reader &r, const Node &k, const Node &v, Target &t) {
  readGlobs(r, k, v, t, &Config::checks, "checks");
}
void readErrors(Reader &r, const Node &k, const Node &v, Target &t) {
  readGlobs(r, k, v, t, &Config::warningsAsErrors, "warnings-as-errors");
}
void readFilter(Reader &r, const Node &k, const Node &v, Target &t) {
  readRegex(r, k, v, t, &Config::headerFilter, "header-filter");
}
void readExcluded(Reader &r, const Node &k, const Node &v, Target &t) {
  readRegex(r, k, v, t, &Config::excludeHeaderFilter, "exclude-header-filter");
}

constexpr models::Field<Target> fields[] = {
    {"checks", readChecks},        {"warnings-as-errors", readErrors},
    {"header-filter", readFilter}, {"exclude-header-filter", readExcluded},
    {"options", readOptions},      {"dialect", readDialect},
    {"libraries", readLibraries},  {"models", readModels},
};

/// clang-tidy's names of the same.
void translate(Node &document) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"Checks", "checks"},
      {"WarningsAsErrors", "warnings-as-errors"},
      {"HeaderFilterRegex", "header-filter"},
      {"ExcludeHeaderFilterRegex", "exclude-header-filter"},
      {"CheckOptions", "options"}};
  for (models::Entry &entry : document.entries)
    for (const auto &[theirs, ours] : names)
      if (entry.key.text == theirs)
        entry.key.text = ours;
}

} // namespace

llvm::Error readConfig(const ConfigText &text, std::span<const Rule *const> all,
                       Settings &settings) {
  models::Problems problems;
  Reader reader(problems);
  Target target{text, all, settings};
  settings.file = text.name;
  for (Node &document : models::parseYaml(text.name, text.yaml, problems)) {
    translate(document);
    if (document.kind != Node::Null)
      models::readFields(reader, document, fields, "a configuration", target);
  }
  if (!problems.none())
    return llvm::createStringError(problems.text());
  return llvm::Error::success();
}

} // namespace clangsql::lint
