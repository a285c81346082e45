#include "summary/text_parse_function.h"

#include "summary/text_words.h"

namespace clangsql::summary::text {

Id BodyParser::labelNamed(const std::string &name) {
  auto [at, isNew] = labelIds.try_emplace(name, labels.size());
  if (isNew)
    labels.push_back({name, tokens.peek()});
  return at->second;
}

Id BodyParser::label() {
  if (!tokens.sees(Token::Word))
    return tokens.failExpecting("a block's label"), None;
  if (tokens.accept("none"))
    return None;
  Id id = labelNamed(tokens.peek().spelled.str());
  tokens.next();
  return id;
}

void BodyParser::startBlock() {
  Token name = tokens.peek();
  if (name.spelled == "outside") {
    endBlock();
    state = Outside;
  } else {
    Id id = labelNamed(name.spelled.str());
    if (labels[id].block != None)
      return tokens.fail(name, "block '" + name.spelled.str() + "' is already there");
    fallTo(name.spelled.str());
    labels[id].block = function.blocks.size();
    function.blocks.push_back({.first = Id(function.insts.size()), .next = {}});
    state = Open;
  }
  insts.scope = 0;
  tokens.next();
  tokens.expect(":");
}

void BodyParser::continueBlock() {
  if (state == Ended && !function.blocks.empty())
    return tokens.failExpecting("a block's label or '}'");
  if (state != Ended)
    return;
  function.blocks.push_back({.first = 0, .next = {}});
  state = Open;
}

void BodyParser::endBlock() {
  if (state == Open)
    function.blocks.back().count = function.insts.size() - function.blocks.back().first;
  state = Ended;
}

/// A block without a branch goes on with the next one, unless it is the exit or throws.
void BodyParser::fallTo(const std::string &label) {
  if (state != Open)
    return endBlock();
  endBlock();
  Block &block = function.blocks.back();
  auto exit = labelIds.find("exit");
  bool isExit = exit != labelIds.end() && labels[exit->second].block + 1 == function.blocks.size();
  bool throws = block.count > 0 && std::holds_alternative<Throw>(function.insts.back().op);
  if (!isExit && !throws)
    block.next = {{.to = labelNamed(label)}};
}

void BodyParser::jump(std::vector<Edge> edges) {
  if (state != Open)
    return tokens.fail(tokens.peek(), "a branch outside of a block");
  endBlock();
  function.blocks.back().next = std::move(edges);
}

void BodyParser::decideBy(Id condition) {
  if (state == Open)
    function.blocks.back().condition = condition;
}

bool BodyParser::branch() {
  if (tokens.accept("return"))
    returns();
  else if (tokens.accept("goto"))
    jump({{.to = label()}});
  else if (tokens.accept("stop"))
    jump({});
  else if (tokens.accept("if"))
    branchIf();
  else if (tokens.accept("switch"))
    branchSwitch();
  else
    return false;
  return true;
}

void BodyParser::returns() {
  if (insts.startsOperand()) {
    Id first = function.insts.size();
    Id value = insts.operand();
    Span where = parts.acceptAt();
    insts.storeResult(value, where);
    insts.inherit(first, where);
  }
  jump({{.to = labelNamed("exit")}});
}

Edge BodyParser::edge(When when) {
  Edge edge{.to = None, .when = when};
  if (insts.startsOperand() && !tokens.sees("none"))
    edge.value = insts.operand();
  else if (when == When::Case)
    tokens.expect("none");
  edge.to = label();
  return edge;
}

void BodyParser::branchIf() {
  Id condition = insts.argument();
  tokens.expect("then");
  Edge then = edge(When::True);
  tokens.expect("else");
  Edge otherwise = edge(When::False);
  decideBy(condition);
  jump({then, otherwise});
}

void BodyParser::branchSwitch() {
  decideBy(insts.argument());
  std::vector<Edge> edges;
  while (std::optional<When> when = valueOf(Whens, tokens.peek().spelled)) {
    tokens.next();
    edges.push_back(edge(*when));
  }
  jump(std::move(edges));
}

void BodyParser::finish() {
  if (hasBlocks && function.blocks.empty())
    continueBlock();
  fallTo("exit");
  if (hasExit && hasBlocks)
    function.exit = exitBlock();
  insts.finish();
  bindLabels();
}

Id BodyParser::exitBlock() {
  Label &exit = labels[labelNamed("exit")];
  if (exit.block == None) {
    exit.block = function.blocks.size();
    function.blocks.push_back({.first = Id(function.insts.size()), .next = {}});
  }
  return exit.block;
}

void BodyParser::bindLabels() {
  for (const Label &label : labels)
    if (label.block == None)
      tokens.fail(label.firstUse, "unknown block '" + label.name + "'");
  auto bind = [&](Id &to) { to = to == None || tokens.failed() ? None : labels[to].block; };
  for (Block &block : function.blocks)
    for (Edge &edge : block.next)
      bind(edge.to);
  for (Scope &scope : function.scopes)
    for (Handler &handler : scope.handlers)
      bind(handler.block);
}

} // namespace clangsql::summary::text
