#include "summary/text.h"

#include "summary/text_parse_function.h"
#include "summary/text_words.h"
#include "summary/verify.h"

#include <set>

namespace clangsql::summary {
namespace text {
namespace {

class UnitParser {
public:
  UnitParser(llvm::StringRef text, llvm::StringRef name)
      : parts(text, name), tokens(parts.tokens) {}

  llvm::Expected<Unit> run() {
    parts.unit().mainFile = "main.cpp";
    addDeclared();
    while (!tokens.atEnd())
      statement();
    for (const Body &body : bodies)
      parse(body);
    if (llvm::Error error = tokens.takeError())
      return error;
    if (llvm::Error malformed = verify(parts.unit()))
      return malformed;
    return std::move(parts.unit());
  }

private:
  struct Body {
    Id entity = None;
    std::vector<HeadParam> params;
    size_t position = 0; // of its opening brace
  };

  /// Entities are in the order of their declarations, whatever is mentioned first.
  void addDeclared() {
    size_t start = tokens.position();
    for (; !tokens.atEnd(); tokens.next()) {
      std::optional<EntityKind> kind = valueOf(EntityKinds, tokens.peek().spelled);
      if (kind && tokens.peek().startsLine && tokens.sees(Token::Entity, 1) &&
          parts.find(tokens.peek(1)) == None)
        parts.add(tokens.peek(1), *kind);
    }
    tokens.moveTo(start);
  }

  void statement() {
    if (std::optional<EntityKind> kind = valueOf(EntityKinds, tokens.peek().spelled)) {
      tokens.next();
      return entity(*kind);
    }
    static constexpr Word<void (UnitParser::*)()> Statements[] = {
        {"unit", &UnitParser::unit},         {"format", &UnitParser::format},
        {"digest", &UnitParser::digest},     {"file", &UnitParser::file},
        {"input", &UnitParser::input},       {"line", &UnitParser::line},
        {"constant", &UnitParser::constant}, {"nolint", &UnitParser::nolint},
        {"error", &UnitParser::error},       {"body", &UnitParser::body}};
    auto known = valueOf(Statements, tokens.peek().spelled);
    if (!known)
      return tokens.failExpecting("a declaration");
    tokens.next();
    (this->**known)();
  }

  void unit() { parts.unit().mainFile = tokens.string("the main file in quotes"); }
  void format() { parts.unit().format = tokens.unsignedNumber("a number"); }
  void digest() { parts.unit().modelsDigest = tokens.string("a digest in quotes"); }
  void constant() { parts.unit().constants.push_back(tokens.string("a name in quotes")); }
  void input() { parts.unit().inputs.push_back(tokens.string("a path in quotes")); }

  void file() {
    Id path = parts.builder.string(tokens.string("a path in quotes"));
    parts.unit().files.push_back({path, tokens.accept("system")});
  }

  void line() {
    Line line{.file = parts.filePrefix(), .number = tokens.unsignedNumber("a line")};
    uint32_t start =
        tokens.accept("from") ? tokens.unsignedNumber("an offset") : impliedLineStart(line.number);
    std::string text;
    if (tokens.sees(Token::String)) {
      text = tokens.next().text;
      line.text = parts.builder.string(text);
    }
    parts.lines.add(line.file, line.number, start, &text);
    parts.unit().lines.push_back(line);
  }

  void nolint() {
    std::optional<Suppression::Kind> kind = valueOf(SuppressionKinds, tokens.peek().spelled);
    if (!kind)
      return tokens.failExpecting("'here', 'next', 'begin' or 'end'");
    tokens.next();
    Suppression suppression{
        .kind = *kind, .file = parts.filePrefix(), .line = tokens.unsignedNumber("a line")};
    tokens.expect(":");
    suppression.column = tokens.unsignedNumber("a column");
    if (tokens.sees(Token::String))
      suppression.checks = parts.builder.string(tokens.next().text);
    parts.unit().suppressions.push_back(suppression);
  }

  void error() {
    Diagnostic diagnostic{tokens.string("a message in quotes")};
    if (tokens.accept("at"))
      diagnostic.at = parts.location();
    parts.unit().errors.push_back(diagnostic);
  }

  void body() {
    Id entity = parts.entity(EntityKind::Function);
    laterAt({entity, {}, 0});
  }

  void entity(EntityKind kind) {
    Token name = tokens.expect(Token::Entity, "an entity ('@name')");
    if (tokens.failed())
      return;
    Id id = parts.find(name) == None ? parts.add(name, kind) : parts.find(name);
    if (!declared.insert(id).second)
      return tokens.fail(name, "'" + name.spelled.str() + "' is already declared");
    Entity entity = parts.unit().entities[id];
    entity.kind = kind;
    Body body{.entity = id};
    signature(entity, body.params);
    std::optional<Id> parent;
    while (attribute(entity, parent)) {
    }
    entity.parent = parent ? *parent : parts.impliedParent(entity);
    parts.unit().entities[id] = entity;
    if (tokens.sees("{"))
      laterAt(std::move(body));
  }

  void signature(Entity &entity, std::vector<HeadParam> &named) {
    if (tokens.accept("(") && !tokens.accept(")")) {
      do
        param(entity, named);
      while (tokens.accept(","));
      tokens.expect(")");
    }
    if (tokens.accept("->") || tokens.accept(":"))
      entity.type = parts.type();
  }

  void param(Entity &entity, std::vector<HeadParam> &named) {
    HeadParam param;
    param.place = {.kind = Place::Param, .index = Id(entity.params.size())};
    bool isNamed = tokens.sees(Token::Place);
    if (isNamed) {
      param.name = tokens.next();
      tokens.expect(":");
    }
    param.place.type = parts.type();
    entity.params.push_back(param.place.type);
    if (!isNamed)
      return;
    param.place.where = parts.acceptAt(impliedLength(param.name));
    named.push_back(param);
  }

  bool attribute(Entity &entity, std::optional<Id> &parent) {
    if (tokens.accept("parent"))
      parent = parts.entity(EntityKind::Class);
    else if (tokens.accept("of"))
      arguments(entity);
    else if (tokens.accept("bases"))
      entity.bases = parts.entityList(EntityKind::Class);
    else if (tokens.accept("overrides"))
      entity.overrides = parts.entityList(EntityKind::Method);
    else if (tokens.accept("key"))
      entity.key = parts.builder.string(tokens.string("a key in quotes"));
    else if (tokens.accept("models"))
      models(entity);
    else if (tokens.accept("annotated"))
      annotations(entity);
    else if (tokens.accept("at"))
      entity.where = parts.span(impliedNameLength(parts.unit(), entity.name));
    else
      return flag(entity);
    return true;
  }

  void arguments(Entity &entity) {
    do
      entity.arguments.push_back(parts.type());
    while (tokens.accept(","));
  }

  bool flag(Entity &entity) {
    std::optional<uint16_t> flag = valueOf(EntityFlags, tokens.peek().spelled);
    if (flag)
      tokens.next();
    else if (tokens.accept("flag"))
      flag = tokens.unsignedNumber("a number");
    entity.flags |= flag.value_or(0);
    return flag.has_value();
  }

  void models(Entity &entity) {
    entity.models.clear();
    if (tokens.accept("none"))
      return;
    do
      entity.models.push_back(parts.builder.string(tokens.string("a name in quotes")));
    while (tokens.accept(","));
  }

  void annotations(Entity &entity) {
    do {
      Annotation annotation;
      if (tokens.accept("param"))
        annotation.parameter = tokens.unsignedNumber("a parameter's number");
      annotation.text = parts.builder.string(tokens.string("an annotation in quotes"));
      entity.annotations.push_back(annotation);
    } while (tokens.accept(","));
  }

  /// A body may use what is declared after it, so bodies wait until all is declared.
  void laterAt(Body body) {
    body.position = tokens.position();
    if (!tokens.sees("{"))
      return tokens.failExpecting("'{'");
    tokens.skipBraces();
    bodies.push_back(std::move(body));
  }

  void parse(const Body &body) {
    tokens.moveTo(body.position);
    parts.enter(body.entity);
    Function function = BodyParser(parts).parse(body.entity, body.params);
    parts.unit().functions.push_back(std::move(function));
  }

  PartParser parts;
  Tokens &tokens;
  std::set<Id> declared;
  std::vector<Body> bodies;
};

} // namespace
} // namespace text

llvm::Expected<Unit> parse(llvm::StringRef text, llvm::StringRef name) {
  return text::UnitParser(text, name).run();
}

} // namespace clangsql::summary
