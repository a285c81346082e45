#include "models/print.h"

#include "models/names.h"
#include "models/words.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/YAMLParser.h>

#include <algorithm>
#include <map>

namespace clangsql::models {

namespace {

/// `{key: value, …}` as it grows; empty values are left out.
class Mapping {
public:
  void add(std::string_view key, std::string_view value) {
    if (!value.empty())
      entries_.push_back(fmt::format("{}: {}", key, value));
  }
  void word(std::string_view word) { entries_.emplace_back(word); }
  std::string text() const { return "{" + llvm::join(entries_, ", ") + "}"; }

private:
  std::vector<std::string> entries_;
};

std::string quoted(std::string_view text) {
  return text.empty() ? "" : "\"" + llvm::yaml::escape(text) + "\"";
}

std::string print(const std::optional<Argument> &argument) {
  return argument ? print(*argument) : "";
}

std::string print(const Arguments &arguments) {
  std::vector<std::string> items;
  for (const Argument &argument : arguments.list)
    items.push_back(print(argument));
  if (arguments.rest)
    items.push_back(fmt::format("{}..", *arguments.rest + 1));
  return items.size() == 1 ? items[0] : "[" + llvm::join(items, ", ") + "]";
}

std::string print(const std::optional<Arguments> &arguments) {
  return arguments ? print(*arguments) : "";
}

std::string print(sql::Placeholders placeholders) {
  std::vector<std::string_view> words;
  for (const auto &[word, value] : placeholderWords)
    if (value & placeholders)
      words.push_back(word);
  return words.empty()       ? ""
         : words.size() == 1 ? std::string(words[0])
                             : "[" + llvm::join(words, ", ") + "]";
}

void addCondition(Mapping &mapping, const Condition &given, std::string_view word = "given") {
  std::vector<std::string> values;
  for (const auto &[argument, value, bits] : given.values)
    values.push_back(fmt::format("{}: {}{}", print(argument), bits ? "has " : "", value));
  if (!values.empty())
    mapping.add(given.equal ? word : "unless", "{" + llvm::join(values, ", ") + "}");
}

std::string print(const TextFact &fact) {
  Mapping mapping;
  mapping.add(fact.append ? "append-to" : "to", print(fact.to) + (fact.rest ? ".." : ""));
  bool operands = !fact.from.list.empty() || fact.from.rest;
  if (fact.op == TextOp::Given)
    mapping.add("given", "\"" + llvm::yaml::escape(fact.given) + "\"");
  else if (operands)
    mapping.add(wordOf(textWords, fact.op), print(fact.from));
  else
    mapping.word(wordOf(textWords, fact.op));
  if (fact.op == TextOp::Loaded)
    mapping.add("files", "\"" + llvm::yaml::escape(fact.given) + "\"");
  if (fact.escape != sql::Escape::None)
    mapping.add("as", wordOf(escapeWords, fact.escape));
  if (fact.dialect != sql::Dialect::Generic)
    mapping.add("dialect", wordOf(dialectWords, fact.dialect));
  mapping.add("length", print(fact.length));
  addCondition(mapping, fact.only, "if");
  return mapping.text();
}

std::string print(const SqlFact &fact) {
  Mapping mapping;
  mapping.add(fact.kind == SqlFact::BulkInsert ? "table" : "sql", print(fact.sql));
  mapping.add("name", print(fact.name));
  mapping.add("connection", print(fact.connection));
  mapping.add("bind", print(fact.bind));
  mapping.add("count", print(fact.count));
  mapping.add("columns", print(fact.columns));
  mapping.add("length", print(fact.length));
  mapping.add("handle", print(fact.handle));
  mapping.add("succeeds", wordOf(resultWords, fact.succeeds));
  mapping.add("status", fact.status ? fmt::format("{}", *fact.status) : "");
  mapping.add("dialect", wordOf(dialectWords, fact.dialect));
  mapping.add("placeholders", print(fact.placeholders));
  return mapping.text();
}

std::string print(const PreparedFact &fact) {
  Mapping mapping;
  if (!fact.handle)
    mapping.add("name", print(fact.name));
  mapping.add("handle", print(fact.handle));
  mapping.add("bind", print(fact.bind));
  mapping.add("connection", print(fact.connection));
  return mapping.text();
}

std::string print(const SourceFact &fact, bool variable) {
  Mapping mapping;
  if (!variable)
    mapping.add("at", print(fact.at) + (fact.rest ? ".." : ""));
  mapping.add("kind", fact.kind);
  mapping.add("what", quoted(fact.what));
  mapping.add("from", print(fact.from));
  return mapping.text();
}

std::string print(const TransactionFact &fact) {
  Mapping mapping;
  mapping.add("at", print(fact.on));
  mapping.add("when", wordOf(resultWords, fact.when));
  addCondition(mapping, fact.given);
  return mapping.text();
}

std::string print(const WaitFact &fact) {
  Mapping mapping;
  mapping.add("for", fact.category);
  mapping.add("what", quoted(fact.what));
  addCondition(mapping, fact.given);
  mapping.add("awaited", fact.awaited ? "yes" : "");
  mapping.add("from", print(fact.from));
  return mapping.text();
}

std::string print(const CallableFact &fact) {
  Mapping mapping;
  mapping.add("function", print(fact.function));
  mapping.add("when", wordOf(timeWords, fact.when));
  mapping.add("with", print(fact.with));
  mapping.add("result", print(fact.result));
  return mapping.text();
}

std::string print(const ObjectFact &fact) {
  Mapping mapping;
  mapping.add(fact.kind == ObjectFact::Move ? "to" : "object", print(fact.object));
  mapping.add("from", print(fact.from));
  mapping.add("with", print(fact.with));
  return mapping.text();
}

std::string print(const PredicateFact &fact) {
  if (fact.kind == PredicateFact::Accepts)
    return fmt::format("{{{}: {}}}", print(fact.of[0]), quoted(fact.characters));
  return print(Arguments{fact.of, std::nullopt});
}

std::string print(const IndexFact &fact) {
  return fact.kind == IndexFact::Any  ? ""
         : fact.kind == IndexFact::At ? fmt::format("{}", fact.argument + 1)
                                      : std::string(wordOf(indexWords, fact.kind));
}

template <class Facts> std::string printAll(const Facts &facts) {
  std::vector<std::string> items;
  for (const auto &fact : facts)
    items.push_back(print(fact));
  return items.empty() ? "" : items.size() == 1 ? items[0] : "[" + llvm::join(items, ", ") + "]";
}

/// Facts of several kinds, in one key per kind.
template <class Fact, class E, size_t N>
void addByKind(Mapping &mapping, const std::vector<Fact> &facts, const Word<E> (&words)[N]) {
  for (const auto &[word, kind] : words) {
    std::vector<Fact> same;
    std::ranges::copy_if(facts, std::back_inserter(same),
                         [&](const Fact &fact) { return fact.kind == kind; });
    mapping.add(word, printAll(same));
  }
}

constexpr Word<ObjectFact::Kind> objectWords[] = {{"constructs", ObjectFact::Construct},
                                                  {"destroys", ObjectFact::Destroy},
                                                  {"moves", ObjectFact::Move}};

void addAliases(Mapping &mapping, const std::vector<AliasFact> &aliases) {
  Mapping pairs;
  for (const AliasFact &alias : aliases)
    pairs.add(print(alias.to), print(alias.of));
  if (!aliases.empty())
    addCondition(pairs, aliases[0].given);
  mapping.add("alias", aliases.empty() ? "" : pairs.text());
}

/// Documents of one library each, in the order of their names; lines in the order of theirs.
using Lines = std::map<std::string, std::map<std::string, std::string>>;

void printSection(std::string &out, std::string_view title, const Lines &sections,
                  const std::string &library) {
  auto found = sections.find(library);
  if (found == sections.end())
    return;
  out += fmt::format("{}:\n", title);
  for (const auto &[name, value] : found->second)
    out += fmt::format("  {}: {}\n", name.starts_with('*') ? '"' + name + '"' : name, value);
}

} // namespace

std::string print(const Argument &argument) {
  std::string name = argument.index == Argument::This     ? "this"
                     : argument.index == Argument::Return ? "return"
                                                          : fmt::format("{}", argument.index + 1);
  switch (argument.access) {
  case Argument::Itself: return name;
  case Argument::Pointee: return quoted("*" + name);
  case Argument::Element: return quoted(name + "[]");
  case Argument::Key: return quoted(name + "[key]");
  case Argument::Value: return quoted(name + "[value]");
  }
  return name;
}

std::string print(const Function &function) {
  Mapping mapping;
  if (function.sql)
    mapping.add(wordOf(sqlWords, function.sql->kind), print(*function.sql));
  if (function.prepared)
    mapping.add("execute-prepared", print(*function.prepared));
  mapping.add("text", printAll(function.text));
  std::vector<std::string> sources;
  for (const SourceFact &source : function.sources)
    sources.push_back(print(source, false));
  if (!sources.empty())
    mapping.add("source", sources.size() == 1 ? sources[0] : "[" + llvm::join(sources, ", ") + "]");
  addByKind(mapping, function.transactions, transactionWords);
  if (function.waits)
    mapping.add("waits", print(*function.waits));
  addAliases(mapping, function.aliases);
  mapping.add("calls", printAll(function.calls));
  if (function.predicate)
    mapping.add(wordOf(predicateWords, function.predicate->kind), print(*function.predicate));
  mapping.add("element", print(function.index));
  mapping.add("length", print(function.length));
  mapping.add("status", print(function.status));
  addByKind(mapping, function.objects, objectWords);
  if (function.pure)
    mapping.add("pure", "yes");
  return mapping.text();
}

std::string print(const Class &described) {
  Mapping mapping;
  mapping.add("text", described.text ? "yes" : "");
  mapping.add("transaction", wordOf(scopeWords, described.transaction));
  mapping.add("connection", print(described.connection));
  mapping.add("key", described.key);
  mapping.add("value", described.value);
  mapping.add("owns", wordOf(ownerWords, described.owner));
  return mapping.text();
}

std::string print(const Variable &variable) {
  Mapping mapping;
  if (!variable.source.kind.empty())
    mapping.add("source", print(variable.source, true));
  mapping.add("discards", variable.discards ? "yes" : "");
  mapping.add("is", variable.isObject ? "this" : "");
  mapping.add("placeholder", variable.placeholder ? std::to_string(variable.placeholder) : "");
  return mapping.text();
}

std::string print(const Library &library) {
  Lines functions, classes, variables;
  std::map<std::string, int> names;
  for (const Function &function : library.functions())
    functions[function.library][printSignature(function.name, function.params)] = print(function),
                                                              names[function.library];
  for (const Class &described : library.classes())
    classes[described.library][described.name] = print(described), names[described.library];
  for (const Variable &variable : library.variables())
    variables[variable.library][variable.name] = print(variable), names[variable.library];
  std::string out;
  for (const auto &[name, unused] : names) {
    out += fmt::format("---\nlibrary: {}\n", name);
    for (const Internals &internals : library.internals())
      if (internals.library == name)
        out += fmt::format("internals: \"{}\"\n", internals.prefix);
    printSection(out, "classes", classes, name);
    printSection(out, "functions", functions, name);
    printSection(out, "variables", variables, name);
  }
  return out;
}

} // namespace clangsql::models
