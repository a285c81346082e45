#include "models/annotations.h"

#include "models/facts.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include <map>

namespace clangsql::models {

namespace {

using llvm::StringRef;

/// Puts annotations together to what a model file would say.
class Facts {
public:
  explicit Facts(const summary::Entity &entity) : entity_(entity) {}

  /// Of the function: facts as in a model file, without the braces.
  void ofFunction(StringRef text) {
    bool sends = text == "execute" || text == "prepare" || text == "cursor";
    if (sends)
      ofParameter(text, firstText());
    else
      facts_.push_back(text == "pure" ? "pure: yes" : text.str());
  }

  /// Of a parameter: a word that says what it is there, or a fact about it.
  void ofParameter(StringRef text, unsigned index) {
    std::string number = std::to_string(index + 1);
    auto [word, detail] = text.split(':');
    static constexpr StringRef verbs[] = {"execute", "prepare", "cursor", "bulk-insert"};
    static constexpr StringRef parts[] = {"bind",  "connection", "name",
                                          "count", "columns",    "length"};
    word = word.trim(), detail = detail.trim();
    if (llvm::is_contained(verbs, word))
      sending_ = word, sent_[word == "bulk-insert" ? "table" : "sql"].push_back(number);
    else if (llvm::is_contained(parts, word))
      sent_[word.str()].push_back(number);
    else if (word == "source")
      sources_.push_back(detail.starts_with("{")
                             ? ("{at: " + number + ", " + detail.drop_front()).str()
                             : ("{at: " + number + ", kind: " + detail + "}").str());
    else // commits, begins, keeps, calls, checks, …
      facts_.push_back((word + ": " + number).str());
  }

  std::string yaml() const {
    std::vector<std::string> all = facts_;
    if (!sources_.empty())
      all.push_back("source: [" + llvm::join(sources_, ", ") + "]");
    if (!sent_.empty())
      all.push_back(sending());
    return "{" + llvm::join(all, ", ") + "}";
  }

private:
  /// `execute: {sql: 1, bind: [2, 3..]}`; only a name: `execute-prepared`.
  std::string sending() const {
    std::vector<std::string> parts;
    for (const auto &[word, numbers] : sent_)
      parts.push_back(word + ": " +
                      (numbers.size() == 1 ? numbers[0] : "[" + llvm::join(numbers, ", ") + "]"));
    std::string verb = sending_.empty() ? "execute-prepared" : sending_.str();
    return verb + ": {" + llvm::join(parts, ", ") + "}";
  }

  unsigned firstText() const {
    for (unsigned i = 0; i < entity_.params.size(); ++i)
      if (entity_.params[i].cls == summary::TypeClass::Text ||
          entity_.params[i].cls == summary::TypeClass::Record)
        return i;
    return 0;
  }

  const summary::Entity &entity_;
  std::vector<std::string> facts_, sources_;
  std::map<std::string, std::vector<std::string>> sent_; // `sql`, `bind`, … → arguments
  StringRef sending_;
};

} // namespace

Function fromAnnotations(const summary::Unit &unit, const summary::Entity &entity,
                         std::string &problem) {
  Facts facts(entity);
  for (const summary::Annotation &annotation : entity.annotations) {
    StringRef text = unit.strings[annotation.text];
    if (annotation.parameter == summary::None)
      facts.ofFunction(text);
    else
      facts.ofParameter(text, annotation.parameter);
  }
  Function function{.name = unit.strings[entity.name], .library = "this project"};
  Problems problems;
  Reader reader(problems);
  std::string yaml = facts.yaml();
  for (const Node &document : parseYaml("annotation", yaml, problems))
    readFunction(reader, document, function);
  if (problems.none())
    return function;
  problem = problems.text();
  return {.name = function.name, .library = function.library};
}

} // namespace clangsql::models
