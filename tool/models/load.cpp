#include "models/load.h"

#include "embedded/embedded.h"
#include "models/facts.h"
#include "models/loaded.h"
#include "models/names.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/xxhash.h>

namespace clangsql::models {

namespace {

/// The top of a file; its sections are read when dialect and placeholders are known, whatever their
/// order.
struct Header {
  std::string library;
  const Node *functions = nullptr, *classes = nullptr, *variables = nullptr, *pure = nullptr,
             *internals = nullptr;
};

constexpr Field<Header> headerFields[] = {
    {"library", [](Reader &r, const Node &, const Node &v,
                   Header &h) { r.text(v, "the library's name", h.library); }},
    {"dialect", [](Reader &r, const Node &, const Node &v,
                   Header &) { r.word(v, dialectWords, "dialect", r.dialect); }},
    {"placeholders", [](Reader &r, const Node &, const Node &v,
                        Header &) { readPlaceholders(r, v, r.placeholders); }},
    {"classes", [](Reader &, const Node &, const Node &v, Header &h) { h.classes = &v; }},
    {"functions", [](Reader &, const Node &, const Node &v, Header &h) { h.functions = &v; }},
    {"variables", [](Reader &, const Node &, const Node &v, Header &h) { h.variables = &v; }},
    {"pure", [](Reader &, const Node &, const Node &v, Header &h) { h.pure = &v; }},
    {"internals", [](Reader &, const Node &, const Node &v, Header &h) { h.internals = &v; }},
};

constexpr Field<Class> classFields[] = {
    {"text", [](Reader &r, const Node &, const Node &v,
                Class &c) { r.word(v, truthWords, "truth value", c.text); }},
    {"transaction", [](Reader &r, const Node &, const Node &v,
                       Class &c) { r.word(v, scopeWords, "transaction", c.transaction); }},
    {"connection",
     [](Reader &r, const Node &, const Node &v, Class &c) { r.argument(v, c.connection); }},
    {"key", [](Reader &r, const Node &, const Node &v,
               Class &c) { r.text(v, "the name of a field", c.key); }},
    {"value", [](Reader &r, const Node &, const Node &v,
                 Class &c) { r.text(v, "the name of a field", c.value); }},
    {"owns", [](Reader &r, const Node &, const Node &v,
                Class &c) { r.word(v, ownerWords, "kind of owner", c.owner); }},
};

constexpr Field<Variable> variableFields[] = {
    {"source",
     [](Reader &r, const Node &, const Node &v, Variable &into) { readSource(r, v, into.source); }},
    {"discards", [](Reader &r, const Node &, const Node &v,
                    Variable &into) { r.word(v, truthWords, "truth value", into.discards); }},
    {"is", [](Reader &r, const Node &, const Node &v,
              Variable &into) { r.word(v, fieldWords, "meaning of a field", into.isObject); }},
    {"placeholder", [](Reader &r, const Node &, const Node &v,
                       Variable &into) { r.integer(v, into.placeholder); }},
};

} // namespace

/// Collects what the files say; `finish` hands it over if nothing is wrong.
class Loader {
public:
  void add(const Source &);
  llvm::Expected<Library> finish();

private:
  void readLibrary(const Node &, bool named);
  void readDocument(const Node &);
  void addFunction(Reader &, const Header &, const Node &name, const Node *facts);
  void addClass(Reader &, const Header &, const Node &name, const Node &facts);
  void addVariable(Reader &, const Header &, const Node &name, const Node &facts);
  bool claim(Reader &, std::string_view kind, const std::string &signature, const Node &name);
  void declare(std::string_view kind, const std::string &name, const Node &at);
  void loadTexts(Reader &, const Node &key, Function &);
  void checkWords(Reader &, const Signature &, const Node &name);
  void checkClassWords();

  Problems problems_;
  Library library_;
  llvm::StringMap<Mark> claimed_; // "function f(text)" → where
  std::vector<std::pair<Mark, std::string>>
      classWords_; // words of overloads that must be modelled classes
  llvm::StringMap<std::vector<uint32_t>> patterns_; // directory and pattern → Library::loaded
  llvm::StringSet<> fileNames_;                     // Marks refer to them
  std::string content_;
  const Source *source_ = nullptr; // that is being read
};

namespace {

/// Calls `each` for every name that a key stands for.
template <class Each> void forNames(Reader &reader, const Node &key, Each each) {
  if (!reader.scalar(key, "a name"))
    return;
  std::string problem;
  for (const std::string &name : expandNames(key.text, problem))
    each(name);
  if (!problem.empty())
    reader.problem(key, fmt::format("{} in '{}'", problem, key.text), "names as a::{b, c}, d");
}

/// Calls `each` for every entry of a section; an absent one has none.
template <class Each>
void forEntries(Reader &reader, const Node *section, std::string_view what, Each each) {
  if (!section)
    return;
  if (section->kind != Node::Mapping)
    return reader.problem(*section, fmt::format("'{}' cannot be {}", what, describe(*section)),
                          "a mapping from names");
  for (const auto &[name, facts] : section->entries)
    each(name, facts);
}

std::string whereElse(const Mark &mark) {
  return fmt::format("{}:{}:{}", mark.file, mark.line, mark.column);
}

} // namespace

void Loader::add(const Source &source) {
  std::string_view file = fileNames_.insert(source.name).first->first();
  content_ += source.name;
  content_ += '\0';
  content_ += source.content;
  source_ = &source;
  for (const Node &document : parseYaml(file, source.content, problems_))
    readDocument(document);
}

void Loader::readDocument(const Node &document) {
  if (source_->section.empty())
    return readLibrary(document, true);
  for (const auto &[key, value] : document.entries)
    if (key.text == source_->section)
      readLibrary(value, false);
}

/// `named`: it must have a name; else it may.
void Loader::readLibrary(const Node &document, bool named) {
  if (document.kind == Node::Null)
    return problems_.add(document.at, "the file is empty",
                         "'library: NAME', then 'functions:' or 'classes:'");
  Reader reader(problems_);
  Header header{.library = named ? "" : "this project"};
  readFields(reader, document, headerFields, "a library", header);
  if (document.kind == Node::Mapping && header.library.empty())
    reader.problem(document, "the library has no name", "the key 'library'");
  forEntries(reader, header.classes, "classes",
             [&](const Node &name, const Node &facts) { addClass(reader, header, name, facts); });
  forEntries(reader, header.functions, "functions", [&](const Node &name, const Node &facts) {
    addFunction(reader, header, name, &facts);
  });
  forEntries(reader, header.variables, "variables", [&](const Node &name, const Node &facts) {
    addVariable(reader, header, name, facts);
  });
  if (header.pure)
    oneOrMany(*header.pure, [&](const Node &name) { addFunction(reader, header, name, nullptr); });
  if (header.internals)
    oneOrMany(*header.internals, [&](const Node &prefix) {
      Internals &made = library_.internals_.emplace_back(Internals{"", header.library});
      reader.text(prefix, "how the library's own names begin", made.prefix);
    });
}

/// Each thing is described once; a second description names the first.
bool Loader::claim(Reader &reader, std::string_view kind, const std::string &signature,
                   const Node &name) {
  auto [first, fresh] = claimed_.try_emplace(fmt::format("{} {}", kind, signature), name.at);
  if (!fresh)
    reader.problem(name,
                   fmt::format("{} '{}' is described at {} already", kind, signature,
                               whereElse(first->second)),
                   "one description");
  return fresh;
}

/// Keeps what the project itself describes.
void Loader::declare(std::string_view kind, const std::string &name, const Node &at) {
  auto known = [&](const Declaration &d) { return d.what == kind && d.name == name; };
  if (source_->own && llvm::none_of(library_.declared_, known))
    library_.declared_.push_back({kind, name, std::string(at.at.file), at.at.line});
}

void Loader::addFunction(Reader &reader, const Header &header, const Node &key, const Node *facts) {
  forNames(reader, key, [&](const std::string &written) {
    Signature signature = parseSignature(written);
    checkWords(reader, signature, key);
    if (!claim(reader, "function", printSignature(signature.name, signature.params), key))
      return;
    Function function{.name = signature.name,
                      .params = signature.params,
                      .pure = !facts,
                      .library = header.library,
                      .file = std::string(key.at.file),
                      .line = key.at.line};
    bool closed =
        signature.params && (signature.params->empty() || signature.params->back() != "...");
    reader.arity = closed ? std::optional(int(signature.params->size())) : std::nullopt;
    if (facts)
      readFunction(reader, *facts, function);
    loadTexts(reader, key, function);
    declare("function", function.name, key);
    library_.all_.push_back(std::move(function));
  });
}

/// Reads the files that the function's texts come from.
void Loader::loadTexts(Reader &reader, const Node &key, Function &function) {
  llvm::SmallString<256> path(source_->name);
  llvm::sys::fs::make_absolute(path);
  std::string directory = llvm::sys::path::parent_path(path).str();
  for (TextFact &fact : function.text) {
    if (fact.op != TextOp::Loaded || fact.given.empty())
      continue;
    auto [known, fresh] = patterns_.try_emplace(directory + '\0' + fact.given);
    if (fresh) {
      llvm::Expected<std::vector<LoadedText>> texts = loadedTexts(directory, fact.given);
      if (!texts) {
        reader.problem(key, llvm::toString(texts.takeError()));
        continue;
      }
      for (LoadedText &text : *texts) {
        content_ += text.file + '\0' + llvm::join(text.name, "/") + '\0' + text.bytes + '\0';
        known->second.push_back(uint32_t(library_.loaded_.size()));
        library_.loaded_.push_back(std::move(text));
      }
    }
    fact.loaded = known->second;
  }
}

void Loader::addClass(Reader &reader, const Header &header, const Node &key, const Node &facts) {
  forNames(reader, key, [&](const std::string &name) {
    if (!claim(reader, "class", name, key))
      return;
    Class described{.name = name,
                    .library = header.library,
                    .file = std::string(key.at.file),
                    .line = key.at.line};
    if (facts.kind == Node::Scalar && facts.text == "text")
      described.text = true;
    else
      readFields(reader, facts, classFields, "a class", described);
    declare("class", name, key);
    library_.classes_.push_back(std::move(described));
  });
}

void Loader::addVariable(Reader &reader, const Header &header, const Node &key, const Node &facts) {
  forNames(reader, key, [&](const std::string &name) {
    if (!claim(reader, "variable", name, key))
      return;
    Variable variable{.name = name,
                      .source = {},
                      .library = header.library,
                      .file = std::string(key.at.file),
                      .line = key.at.line};
    readFields(reader, facts, variableFields, "a variable", variable);
    declare("variable", name, key);
    library_.variables_.push_back(std::move(variable));
  });
}

void Loader::checkWords(Reader &reader, const Signature &signature, const Node &name) {
  if (!signature.params)
    return;
  for (size_t i = 0; i < signature.params->size(); ++i) {
    const std::string &word = (*signature.params)[i];
    if (word == "..." && i + 1 != signature.params->size())
      reader.problem(name, "'...' is not the last parameter",
                     "'any' for one parameter of any type");
    else if (!llvm::is_contained(parameterWords, std::string_view(word)) &&
             word.find("::") == std::string::npos)
      classWords_.emplace_back(name.at, word);
  }
}

void Loader::checkClassWords() {
  for (const auto &[at, word] : classWords_)
    if (!claimed_.contains("class " + word))
      problems_.add(at, fmt::format("'{}' is no type of a parameter", word),
                    "one of " + anyOf(parameterWords) + ", or the name of a class");
}

llvm::Expected<Library> Loader::finish() {
  checkClassWords();
  if (!problems_.none())
    return llvm::createStringError(problems_.text());
  library_.digest_ = llvm::utohexstr(llvm::xxh3_64bits(content_), true, 16);
  library_.makeIndex();
  return std::move(library_);
}

llvm::Expected<Library> load(std::span<const Source> sources) {
  Loader loader;
  for (const Source &source : sources)
    loader.add(source);
  return loader.finish();
}

std::vector<Source> embeddedSources() {
  std::vector<Source> sources;
  for (const embedded::File &file : embedded::libraries())
    sources.push_back({std::string(file.name) + ".yaml", file.content});
  return sources;
}

} // namespace clangsql::models
