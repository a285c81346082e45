#include "summary/text_parse_inst.h"

#include "summary/text_words.h"

namespace clangsql::summary::text {

Op InstParser::operation() {
  static constexpr Word<Op (InstParser::*)()> Operations[] = {
      {"opaque", &InstParser::opaque}, {"literal", &InstParser::literal},
      {"number", &InstParser::number}, {"load", &InstParser::load},
      {"store", &InstParser::store},   {"address", &InstParser::address},
      {"ref", &InstParser::ref},       {"closure", &InstParser::closure},
      {"call", &InstParser::call},     {"test", &InstParser::test},
      {"throw", &InstParser::throwing}};
  auto operation = valueOf(Operations, tokens.peek().spelled);
  if (!operation)
    return tokens.failExpecting("an operation"), Opaque();
  tokens.next();
  return (this->**operation)();
}

std::vector<Id> InstParser::arguments() {
  std::vector<Id> list;
  tokens.expect("(");
  if (tokens.accept(")"))
    return list;
  do
    list.push_back(argument());
  while (tokens.accept(","));
  tokens.expect(")");
  return list;
}

Id InstParser::argument() {
  Id first = function.insts.size();
  Id id = operand();
  if (id != None && id >= first && id < function.insts.size() && tokens.accept("at"))
    inherit(first, parts.span(impliedLength(parts.unit(), function.insts[id].op)));
  return id;
}

Op InstParser::opaque() {
  Arithmetic how = Arithmetic::None;
  if (auto known = valueOf(Arithmetics, tokens.peek().spelled)) {
    how = *known;
    tokens.next();
  }
  return tokens.sees("(") ? Opaque{arguments(), how} : Opaque{{}, how};
}
Op InstParser::number() { return Number{tokens.number("a number")}; }
Op InstParser::load() { return Load{place()}; }
Op InstParser::address() { return Address{place()}; }
Op InstParser::ref() { return FunctionRef{parts.entity(EntityKind::Function)}; }

Op InstParser::throwing() {
  bool hasType = tokens.sees(Token::Entity) || tokens.sees("none");
  return Throw{hasType ? parts.entity(EntityKind::Class) : None};
}

Op InstParser::store() {
  Id to = place();
  tokens.expect("=");
  return Store{to, operand()};
}

Op InstParser::test() {
  std::optional<TestOp> op = valueOf(TestOps, tokens.peek().spelled);
  if (!op)
    return tokens.failExpecting("a comparison (eq, ne, lt, le, gt, ge, not, and, or, truth)"),
           Test();
  tokens.next();
  Test test{*op, operand(), None};
  if (startsOperand())
    test.right = operand();
  return test;
}

std::vector<Segment> InstParser::segments() {
  std::vector<Segment> map;
  tokens.expect("[");
  if (tokens.accept("]"))
    return map;
  do
    map.push_back({tokens.unsignedNumber("a byte of the literal"), parts.acceptAt()});
  while (tokens.accept(","));
  tokens.expect("]");
  return map;
}

Op InstParser::literal() {
  Literal literal;
  if (!tokens.accept("none"))
    literal.bytes = parts.builder.string(tokens.string("a string"));
  mapGiven = tokens.accept("map");
  if (mapGiven)
    literal.map = segments();
  if (tokens.accept("named"))
    literal.named = parts.entity(EntityKind::Variable);
  if (tokens.accept("macro"))
    literal.macro = parts.builder.string(tokens.string("the macro's name in quotes"));
  return literal;
}

Op InstParser::closure() {
  Closure closure{parts.entity(EntityKind::Lambda), {}};
  if (!tokens.accept("[") || tokens.accept("]"))
    return closure;
  do {
    Capture capture{.field = parts.entity(EntityKind::Field)};
    capture.reference = tokens.accept("&");
    tokens.expect("=");
    capture.value = operand();
    closure.captures.push_back(capture);
  } while (tokens.accept(","));
  tokens.expect("]");
  return closure;
}

std::optional<uint8_t> InstParser::callFlags() {
  if (tokens.accept("plain"))
    return 0;
  std::optional<uint8_t> flags;
  for (;;) {
    std::optional<uint8_t> flag = valueOf(CallFlags, tokens.peek().spelled);
    if (flag)
      tokens.next();
    else if (tokens.accept("flag"))
      flag = tokens.unsignedNumber("a number");
    else
      return flags;
    flags = flags.value_or(0) | *flag;
  }
}

/// A callee that nothing declares is a method if it is called on an object.
Id InstParser::calleeAfterArguments(const Token &name) {
  return parts.entityNamed(name, tokens.sees("on") ? EntityKind::Method : EntityKind::Function);
}

Op InstParser::call() {
  Call call;
  std::optional<uint8_t> flags = callFlags();
  std::optional<Token> name;
  if (tokens.sees(Token::Entity))
    name = tokens.next();
  if (!name || tokens.accept("via"))
    call.function = operand();
  call.args = arguments();
  if (name && !tokens.failed())
    call.callee = calleeAfterArguments(*name);
  bool hasReceiver = tokens.accept("on");
  if (hasReceiver)
    call.receiver = operand();
  if (tokens.accept("into"))
    call.target = target(call.callee);
  if (!hasReceiver && impliesReceiver(parts.unit(), call))
    call.receiver = add(Address{call.target});
  call.flags = flags.value_or(impliedCallFlags(parts.unit(), call.callee));
  return call;
}

} // namespace clangsql::summary::text
