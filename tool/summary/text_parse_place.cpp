#include "summary/text_parse_inst.h"

#include <llvm/ADT/StringExtras.h>

namespace clangsql::summary::text {

static std::string labelOf(const Token &name) {
  return (name.quoted ? "\"" : "") + name.text + "{" + name.tag;
}

bool isUnnamed(const Token &name) {
  return !name.quoted && llvm::all_of(name.text, [](char c) { return llvm::isDigit(c); });
}

uint32_t impliedLength(const Token &name) {
  size_t length = isUnnamed(name) ? 0 : identifierLength(lastName(name.text));
  return std::max<size_t>(length, 1);
}

void InstParser::declare(const Token &name, Place place) {
  if (!isUnnamed(name))
    place.name = parts.builder.string(name.text);
  else if (place.index == None && llvm::StringRef(name.text).getAsInteger(10, place.index))
    return tokens.fail(name, "bad number in '" + name.spelled.str() + "'");
  if (place.index == None)
    place.index =
        llvm::count_if(function.places, [](const Place &p) { return p.kind == Place::Local; });
  if (!declared.try_emplace(labelOf(name), function.places.size()).second)
    return tokens.fail(name, "'" + name.spelled.str() + "' is already declared");
  function.places.push_back(place);
}

Id InstParser::intern(const Path &path) {
  return path.id != None || tokens.failed() ? path.id : places.place(path.place);
}

Id InstParser::place() {
  if (tokens.accept("none"))
    return None;
  return intern(path());
}

InstParser::Path InstParser::typed(Place place) {
  place.type = impliedType(parts.unit(), function, place, function.insts.size());
  return {None, place};
}

InstParser::Path InstParser::deref(Id value) {
  return typed({.kind = Place::Deref, .base = value});
}

InstParser::Path InstParser::path() {
  Path path = primary();
  while (!tokens.failed()) {
    if (tokens.accept("."))
      path = field(intern(path));
    else if (tokens.accept("->"))
      path = field(intern(deref(read(intern(path)))));
    else if (tokens.accept("["))
      path = element(intern(path));
    else
      break;
  }
  return path;
}

InstParser::Path InstParser::primary() {
  Deeper deeper(*this);
  if (tokens.sees(Token::Place))
    return named();
  if (tokens.sees(Token::Entity))
    return typed({.kind = Place::Global, .index = parts.entity(EntityKind::Variable)});
  if (tokens.sees(Token::Value) && tokens.sees("->", 1)) {
    Id object = value();
    tokens.expect("->");
    return field(intern(deref(object)));
  }
  if (tokens.accept("*"))
    return deref(operand());
  if (!tokens.accept("(")) {
    tokens.failExpecting("a place");
    return {};
  }
  Path inner = path();
  if (tokens.accept(":"))
    inner.id = None, inner.place.type = parts.type();
  tokens.expect(")");
  return inner;
}

InstParser::Path InstParser::named() {
  Token name = tokens.next();
  if (name.spelled == "$this")
    return typed({.kind = Place::This});
  if (name.spelled == "$return")
    return typed({.kind = Place::Return});
  auto known = declared.find(labelOf(name));
  if (known != declared.end())
    return {known->second, function.places[known->second]};
  tokens.fail(name, "unknown place '" + name.spelled.str() + "'");
  return {};
}

InstParser::Path InstParser::field(Id base) {
  Place place{.kind = Place::Field, .base = base};
  if (tokens.accept("?"))
    return typed(place);
  if (tokens.sees(Token::Entity))
    place.index = parts.entity(EntityKind::Field);
  else if (tokens.sees(Token::Word) && base != None)
    place.index = parts.entityNamed(
        impliedFieldName(parts.unit(), function.places[base].type, tokens.next().spelled),
        EntityKind::Field);
  else
    tokens.failExpecting("a field");
  return typed(place);
}

InstParser::Path InstParser::element(Id array) {
  Place place{.kind = Place::Element, .base = array};
  if (!tokens.sees("]"))
    place.index = operand();
  tokens.expect("]");
  return typed(place);
}

/// The place that a call builds its result in; a temporary need not be declared.
Id InstParser::target(Id callee) {
  const Token &name = tokens.peek();
  if (name.kind == Token::Place && isUnnamed(name) && !name.text.empty() &&
      !declared.contains(labelOf(name)))
    declare(name, {.kind = Place::Local, .type = impliedTarget(parts.unit(), callee)});
  return place();
}

} // namespace clangsql::summary::text
