#include "summary/text.h"

#include "summary/text_escape.h"
#include "summary/text_order.h"
#include "summary/text_print_function.h"
#include "summary/text_words.h"
#include "summary/verify.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace clangsql::summary {
namespace text {
namespace {

class UnitPrinter {
public:
  explicit UnitPrinter(const Unit &unit)
      : unit(unit), parts(unit), bodies(unit.entities.size(), None) {}

  std::string run() {
    printHead();
    printLines();
    printComments();
    for (Id id = 0; id < unit.functions.size(); ++id) {
      Id entity = unit.functions[id].entity;
      if (entity != None && bodies[entity] == None)
        bodies[entity] = id;
    }
    for (Id id = 0; id < unit.entities.size(); ++id)
      printEntity(id);
    for (Id id = 0; id < unit.functions.size(); ++id)
      printMoreBodies(id);
    for (const std::string &input : unit.inputs) // many, and of little interest to a reader
      line("input " + quoted(input));
    for (const std::string &constant : unit.constants)
      line("constant " + quoted(constant));
    return std::move(out);
  }

private:
  void line(std::string text) { out += text + "\n"; }

  void printHead() {
    line("unit " + quoted(unit.mainFile));
    if (unit.format != Unit().format)
      line(fmt::format("format {}", unit.format));
    if (!unit.modelsDigest.empty())
      line("digest " + quoted(unit.modelsDigest));
    for (const File &file : unit.files)
      line("file " + parts.string(file.path) + (file.system ? " system" : ""));
  }

  void printLines() {
    for (const Line &l : unit.lines)
      line(fmt::format("line {}{}{}{}", parts.filePrefix(l.file), l.number, parts.lineStart(l),
                       l.text == None ? "" : " " + parts.string(l.text)));
  }

  void printComments() {
    for (const Suppression &s : unit.suppressions)
      line(fmt::format("nolint {} {}{}:{}{}", wordFor(SuppressionKinds, s.kind),
                       parts.filePrefix(s.file), s.line, s.column,
                       s.checks == None ? "" : " " + parts.string(s.checks)));
    for (const Diagnostic &error : unit.errors)
      line("error " + quoted(error.message) +
           (error.at == None ? "" : " at " + parts.location(error.at)));
  }

  std::string list(const char *word, const std::vector<Id> &entities) {
    std::vector<std::string> names;
    for (Id entity : entities)
      names.push_back(parts.entity(entity));
    return names.empty() ? "" : fmt::format(" {} {}", word, fmt::join(names, ", "));
  }

  std::string models(const Entity &e) {
    std::vector<std::string> names;
    for (Id model : e.models)
      names.push_back(parts.string(model));
    if (names.size() == 1 && names[0] == parts.string(e.name))
      return {};
    return names.empty() ? " models none" : fmt::format(" models {}", fmt::join(names, ", "));
  }

  std::string annotations(const Entity &e) {
    std::vector<std::string> texts;
    for (const Annotation &a : e.annotations)
      texts.push_back((a.parameter == None ? "" : fmt::format("param {} ", a.parameter)) +
                      parts.string(a.text));
    return texts.empty() ? "" : fmt::format(" annotated {}", fmt::join(texts, ", "));
  }

  std::string parent(const Entity &e) {
    std::string implied;
    if (e.name != None && impliesParent(e.kind))
      implied = enclosingName(unit.strings[e.name]);
    if (parts.entity(e.parent) == (implied.empty() ? "none" : sigilName('@', implied)))
      return {};
    return " parent " + parts.entity(e.parent);
  }

  /// The implied key is the name with its tag, as references have it.
  std::string key(Id id) {
    const Entity &e = unit.entities[id];
    std::string key = e.key == None ? "" : unit.strings[e.key];
    std::string name = e.name == None ? "" : unit.strings[e.name];
    std::string tag = parts.entity(id).substr(sigilName('@', name).size());
    return key == name + tag ? "" : " key " + quoted(key);
  }

  std::string signature(const Entity &e, BodyPrinter *body) {
    std::vector<std::string> params;
    for (size_t i = 0; i < e.params.size(); ++i)
      params.push_back(body ? body->headParam(i) : parts.type(e.params[i]));
    std::string text;
    if (isCallable(e.kind) || !params.empty())
      text = fmt::format("({})", fmt::join(params, ", "));
    if (e.type == Type{})
      return text;
    return text + (isCallable(e.kind) ? " -> " : ": ") + parts.type(e.type);
  }

  std::string attributes(Id id) {
    const Entity &e = unit.entities[id];
    std::vector<std::string> arguments;
    for (const Type &type : e.arguments)
      arguments.push_back(parts.type(type));
    std::string of = arguments.empty() ? "" : fmt::format(" of {}", fmt::join(arguments, ", "));
    return of + parent(e) + list("bases", e.bases) + list("overrides", e.overrides) +
           wordsFor(EntityFlags, e.flags) + models(e) + annotations(e) + key(id) +
           parts.at(e.where, impliedNameLength(unit, e.name));
  }

  void printEntity(Id id) {
    const Entity &e = unit.entities[id];
    std::string head = fmt::format("{} {}", wordFor(EntityKinds, e.kind), parts.entity(id));
    if (bodies[id] == None)
      return line(head + signature(e, nullptr) + attributes(id));
    Function function = inTextOrder(unit.functions[bodies[id]]);
    BodyPrinter body(parts, function, e.params);
    head += signature(e, &body) + attributes(id);
    printBody(head, id, body);
  }

  void printMoreBodies(Id id) {
    const Function &function = unit.functions[id];
    if (function.entity != None && bodies[function.entity] == id)
      return;
    Function ordered = inTextOrder(function);
    BodyPrinter body(parts, ordered, {});
    printBody("body " + parts.entity(function.entity), function.entity, body);
  }

  void printBody(const std::string &head, Id entity, BodyPrinter &body) {
    parts.enter(entity);
    out += "\n" + head + " {\n" + body.body() + "}\n";
    parts.file = 0;
  }

  const Unit &unit;
  PartPrinter parts;
  std::vector<Id> bodies; // by entity: its (first) function
  std::string out;
};

} // namespace
} // namespace text

std::string print(const Unit &unit) {
  if (llvm::Error malformed = verify(unit))
    return "# " + llvm::toString(std::move(malformed)) + "\n";
  return text::UnitPrinter(unit).run();
}

} // namespace clangsql::summary
