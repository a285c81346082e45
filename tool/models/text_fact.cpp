// `text: …`: what a call writes.
#include "models/facts.h"

namespace clangsql::models {

namespace {

/// How many operands an operation takes.
struct Operands {
  size_t least = 0, most = ~size_t(0);
};

Operands operandsOf(TextOp op) {
  switch (op) {
  case TextOp::Escape:
  case TextOp::Piece:
  case TextOp::Transform: return {1, 1};
  case TextOp::Select:
  case TextOp::Reject:
  case TextOp::DropLast: return {1, 2};
  case TextOp::Prefix:
  case TextOp::Named: return {2, 2};
  case TextOp::Substring: return {1, 3};
  case TextOp::Copy:
  case TextOp::Concat: return {1};
  case TextOp::Choice: return {2};
  case TextOp::Printf:
  case TextOp::Braces:
  case TextOp::Percent:
  case TextOp::Dollars: return {1};
  case TextOp::Feed: return {2, 2};
  case TextOp::Join: return {2, 2};
  case TextOp::Replace:
  case TextOp::ReplaceMatches:
  case TextOp::Cut: return {2, 3};
  case TextOp::Splice: return {2, 4};
  case TextOp::Loaded:
  case TextOp::Fill: return {1, 2};
  case TextOp::Clear:
  case TextOp::Constant:
  case TextOp::Given: return {0, 0};
  case TextOp::Number:
  case TextOp::Safe:
  case TextOp::Outside: return {};
  }
  return {};
}

std::string amount(Operands wanted) {
  if (wanted.most == wanted.least)
    return wanted.least ? fmt::format("{}", wanted.least) : "none";
  return wanted.most == ~size_t(0) ? fmt::format("{} or more", wanted.least)
                                   : fmt::format("{} to {}", wanted.least, wanted.most);
}

void checkOperands(Reader &reader, const Node &node, std::string_view word, const TextFact &fact) {
  Operands wanted = operandsOf(fact.op);
  size_t given = fact.from.list.size() + (fact.from.rest ? 1 : 0);
  if (given < wanted.least || given > wanted.most)
    reader.problem(node, fmt::format("'{}' with {} operand{}", word, given, given == 1 ? "" : "s"),
                   amount(wanted));
}

void readOperation(Reader &reader, const Node &key, const Node &value, TextFact &fact,
                   const Node *&operation) {
  if (operation)
    return reader.problem(key, fmt::format("'{}' beside '{}'", key.text, operation->text),
                          "one operation; `text` can be a list");
  operation = &key;
  fact.op = *valueOf(textWords, key.text);
  if (fact.op == TextOp::Given)
    reader.text(value, "the text", fact.given);
  else if (value.kind != Node::Null)
    reader.arguments(value, fact.from);
  checkOperands(reader, key, key.text, fact);
}

std::vector<std::string_view> keysOfText() {
  std::vector<std::string_view> keys = {"to",     "append-to", "as", "dialect",
                                        "length", "files",     "if", "unless"};
  std::ranges::copy(spelled(textWords), std::back_inserter(keys));
  return keys;
}

/// `operation`: the key that says what is written, once there is one.
void readKey(Reader &reader, const Node &key, const Node &value, TextFact &fact,
             const Node *&operation) {
  if (valueOf(textWords, key.text))
    readOperation(reader, key, value, fact, operation);
  else if (key.text == "to" || key.text == "append-to") {
    reader.argument(value, fact.to, fact.rest);
    fact.append = key.text == "append-to";
  } else if (key.text == "as")
    reader.word(value, escapeWords, "kind of escaping", fact.escape);
  else if (key.text == "dialect")
    reader.word(value, dialectWords, "dialect", fact.dialect);
  else if (key.text == "length")
    reader.argument(value, fact.length);
  else if (key.text == "if" || key.text == "unless")
    readCondition(reader, key, value, fact.only);
  else if (key.text == "files")
    reader.text(value, "a pattern for the names of files", fact.given);
  else {
    reader.problem(key, fmt::format("unknown key {} in a text", describe(key)),
                   suggest(key.text, keysOfText()));
    operation = operation ? operation : &key; // perhaps it was meant
  }
}

/// `append-to: this, copy: 1` is `to: this, concat: [this, 1]`.
void normalise(TextFact &fact) {
  if (!fact.append || (fact.op != TextOp::Copy && fact.op != TextOp::Concat))
    return;
  fact.op = TextOp::Concat;
  fact.append = false;
  fact.from.list.insert(fact.from.list.begin(), fact.to);
}

/// `text: number`: an operation without operands, on the result.
void readWord(Reader &reader, const Node &node, TextFact &fact) {
  if (reader.word(node, textWords, "operation on text", fact.op))
    checkOperands(reader, node, node.text, fact);
}

void readOne(Reader &reader, const Node &node, std::vector<TextFact> &into) {
  TextFact fact{.dialect = reader.dialect};
  if (node.kind == Node::Scalar) {
    readWord(reader, node, fact);
  } else if (node.kind == Node::Mapping) {
    const Node *operation = nullptr;
    for (const auto &[key, value] : node.entries)
      readKey(reader, key, value, fact, operation);
    if (!operation)
      reader.problem(node, "a text without an operation", "one of " + anyOf(spelled(textWords)));
    if ((fact.op == TextOp::Loaded) != hasKey(node, "files"))
      reader.problem(node, "'loaded' and 'files' go together",
                     "as {loaded: 1, files: queries/*.sql}");
    if (fact.op == TextOp::Escape && !hasKey(node, "as"))
      reader.problem(node, "'escape' without 'as'", "as: one of " + anyOf(spelled(escapeWords)));
  } else {
    return reader.problem(node, fmt::format("a text cannot be {}", describe(node)),
                          "a mapping as {to: return, concat: [1, 2]}");
  }
  if (fact.op != TextOp::Escape)
    fact.dialect = sql::Dialect::Generic;
  normalise(fact);
  into.push_back(std::move(fact));
}

} // namespace

void readText(Reader &reader, const Node &, const Node &value, Function &into) {
  oneOrMany(value, [&](const Node &item) { readOne(reader, item, into.text); });
}

} // namespace clangsql::models
