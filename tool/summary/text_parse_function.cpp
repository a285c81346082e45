#include "summary/text_parse_function.h"

#include "summary/text_words.h"

#include <fmt/format.h>

namespace clangsql::summary::text {

Function BodyParser::parse(Id entity, const std::vector<HeadParam> &params) {
  function.entity = entity;
  function.scopes.emplace_back();
  for (const HeadParam &param : params)
    insts.declare(param.name, param.place);
  tokens.expect("{");
  while (!tokens.atEnd() && !tokens.accept("}"))
    statement();
  finish();
  return std::move(function);
}

void BodyParser::statement() {
  if (tokens.sees(Token::Word) && tokens.sees(":", 1))
    return startBlock();
  if (declaration())
    return;
  continueBlock();
  if (!branch())
    insts.inst();
}

bool BodyParser::declaration() {
  if (tokens.accept("local"))
    local();
  else if (tokens.accept("param"))
    param();
  else if (tokens.accept("scope"))
    scope();
  else if (tokens.accept("destroy"))
    destroy(insts.place());
  else if (tokens.accept("in"))
    enterScope();
  else if (tokens.accept("no"))
    without();
  else if (tokens.accept("incomplete"))
    function.incomplete = parts.builder.string(tokens.string("the reason in quotes"));
  else
    return false;
  return true;
}

void BodyParser::local() {
  Place place{.kind = Place::Local};
  if (tokens.sees(Token::Number))
    place.index = tokens.unsignedNumber("the local's number");
  Token name = tokens.expect(Token::Place, "a local ('$name')");
  tokens.expect(":");
  place.type = parts.type();
  place.where = parts.acceptAt(impliedLength(name));
  insts.declare(name, place);
}

void BodyParser::param() {
  Place place{.kind = Place::Param, .index = tokens.unsignedNumber("the parameter's number")};
  Token name = tokens.expect(Token::Place, "a parameter ('$name')");
  tokens.expect(":");
  place.type = parts.type();
  place.where = parts.acceptAt(impliedLength(name));
  insts.declare(name, place);
}

void BodyParser::without() {
  if (tokens.accept("blocks"))
    hasBlocks = false;
  else if (tokens.accept("exit"))
    hasExit = false;
  else
    tokens.failExpecting("'blocks' or 'exit'");
}

void BodyParser::enterScope() {
  tokens.expect("scope");
  Token number = tokens.peek();
  insts.scope = tokens.accept("none") ? None : tokens.unsignedNumber("the scope's number");
  if (insts.scope != None && insts.scope >= function.scopes.size())
    tokens.fail(number, fmt::format("unknown scope {}", insts.scope));
}

void BodyParser::scope() {
  Token number = tokens.peek();
  Id id = tokens.unsignedNumber("the scope's number");
  if (id > 0 && id != function.scopes.size())
    return tokens.fail(
        number, fmt::format("expected scope {}, found scope {}", function.scopes.size(), id));
  Scope scope{.parent = id == 0 ? None : 0, .objects = {}, .handlers = {}};
  if (tokens.accept("in")) {
    Token parent = tokens.peek();
    scope.parent = tokens.accept("none") ? None : tokens.unsignedNumber("a scope");
    if (scope.parent != None && scope.parent >= id)
      return tokens.fail(parent, fmt::format("unknown scope {}", scope.parent));
  }
  if (tokens.accept("holds"))
    do {
      scope.objects.push_back(insts.place());
      if (tokens.sees("by"))
        destroy(scope.objects.back());
    } while (tokens.accept(","));
  if (tokens.accept("catch"))
    do
      handler(scope);
    while (tokens.accept(","));
  if (id == 0)
    function.scopes[0] = scope;
  else
    function.scopes.push_back(scope);
}

void BodyParser::handler(Scope &scope) {
  Handler handler;
  handler.all = tokens.accept("all");
  if (!handler.all && !tokens.accept("other"))
    handler.type = parts.entity(EntityKind::Class);
  tokens.expect("to");
  handler.block = label();
  scope.handlers.push_back(handler);
}

void BodyParser::destroy(Id place) {
  tokens.expect("by");
  function.destructors.push_back({place, parts.entity(EntityKind::Destructor)});
}

} // namespace clangsql::summary::text
