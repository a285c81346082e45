#include "summary/text_parse_inst.h"

#include "summary/text_words.h"
#include "summary/values.h"

namespace clangsql::summary::text {

static constexpr Id Later = Id(1) << 31; // no function has so many insts

static constexpr unsigned MaxDepth = 200;

InstParser::Deeper::Deeper(InstParser &parser) : parser(parser) {
  if (++parser.depth > MaxDepth)
    parser.tokens.fail(parser.tokens.peek(), "nested too deeply");
}

Id InstParser::add(Op op) {
  Id id = function.insts.size();
  TypeClass cls = impliedClass(parts.unit(), function, op, id);
  if (std::holds_alternative<Literal>(op) && !std::exchange(mapGiven, false))
    unmapped.push_back(id);
  function.insts.push_back({.op = std::move(op), .where = {}, .scope = scope, .cls = cls});
  return id;
}

void InstParser::inherit(Id first, Span where) {
  for (Id id = first; id < function.insts.size(); ++id)
    if (Span &own = function.insts[id].where; own == Span())
      own = where;
}

void InstParser::storeResult(Id value, Span where) {
  add(Store{intern(typed({.kind = Place::Return})), value});
  function.insts.back().where = where;
}

Id InstParser::inst() {
  std::optional<Token> name;
  if (tokens.sees(Token::Value) && tokens.sees("=", 1)) {
    name = tokens.next();
    tokens.expect("=");
  }
  Id first = function.insts.size();
  Id id = add(operation());
  if (tokens.accept("as")) {
    std::optional<TypeClass> cls = valueOf(TypeClasses, tokens.peek().spelled);
    if (!cls)
      return tokens.failExpecting("a type class"), id;
    function.insts[id].cls = *cls;
    tokens.next();
  }
  if (tokens.accept("at"))
    inherit(first, parts.span(impliedLength(parts.unit(), function.insts[id].op)));
  if (!name)
    return id;
  auto [at, isNew] = values.try_emplace(name->text, id);
  if (!isNew && at->second < Later)
    tokens.fail(*name, "'" + name->spelled.str() + "' is already defined");
  at->second = id;
  return id;
}

Id InstParser::value() {
  Token name = tokens.expect(Token::Value, "a value");
  auto [at, isNew] = values.try_emplace(name.text, Later + later.size());
  if (isNew)
    later.push_back(name);
  return at->second;
}

void InstParser::finish() {
  for (const Token &name : later)
    if (!tokens.failed() && values.at(name.text) >= Later)
      tokens.fail(name, "unknown value '" + name.spelled.str() + "'");
  forEachValue(function, [&](Id &value) {
    if (value != None && value >= Later && !tokens.failed())
      value = values.at(later[value - Later].text);
  });
  for (Id id : unmapped) {
    Inst &inst = function.insts[id];
    Literal &literal = std::get<Literal>(inst.op);
    bool sameSpan = inst.where.spelling == inst.where.expansion;
    for (const ImpliedSegment &implied : impliedMap(parts.unit(), literal, inst.where)) {
      Id spelling = parts.builder.location(implied.at);
      literal.map.push_back(
          {implied.first, {spelling, sameSpan ? spelling : inst.where.expansion}});
    }
  }
}

bool InstParser::startsOperand() const {
  const Token &token = tokens.peek();
  switch (token.kind) {
  case Token::Value: return !tokens.sees("=", 1);
  case Token::String:
  case Token::Number:
  case Token::Entity:
  case Token::Place: return true;
  case Token::Word: return token.spelled == "none";
  case Token::Mark: return token.spelled == "(" || token.spelled == "&" || token.spelled == "*";
  case Token::End: return false;
  }
  return false;
}

bool InstParser::isInstInParentheses() const {
  return tokens.sees("(") && ((tokens.sees(Token::Word, 1) && !tokens.sees("none", 1)) ||
                              (tokens.sees(Token::Value, 1) && tokens.sees("=", 2)));
}

/// The value of a place: of an object of class type it is the address.
Id InstParser::read(Id place) {
  if (place == None)
    return None;
  const Type &type = function.places[place].type;
  bool isObject = type.cls == TypeClass::Record && !type.reference && !type.pointer;
  return isObject ? add(Address{place}) : add(Load{place});
}

bool InstParser::isFunctionNext() const {
  Id known = parts.find(tokens.peek());
  if (known != None)
    return isCallable(parts.builder.unit.entities[known].kind);
  return !tokens.sees(".", 1) && !tokens.sees("[", 1) && !tokens.sees("->", 1);
}

Id InstParser::nested() {
  tokens.expect("(");
  Id id = inst();
  tokens.expect(")");
  return id;
}

Id InstParser::operand() {
  Deeper deeper(*this);
  if (tokens.accept("none"))
    return None;
  if (tokens.sees(Token::Value) && !tokens.sees("->", 1))
    return value();
  if (tokens.sees(Token::String))
    return add(literal());
  if (tokens.sees(Token::Number))
    return add(number());
  if (tokens.accept("&"))
    return add(address());
  if (isInstInParentheses())
    return nested();
  if (tokens.sees(Token::Entity) && isFunctionNext())
    return add(ref());
  if (!startsOperand())
    return tokens.failExpecting("a value"), None;
  return read(intern(path()));
}

} // namespace clangsql::summary::text
