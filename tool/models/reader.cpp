#include "models/reader.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::models {

using llvm::StringRef;

namespace {

constexpr std::string_view anArgument =
    "'this', 'return' or an argument's number, as '*1' for what it points to, '1[]' for its "
    "elements, '1[key]' or '1[value]' for a map's";

Argument::Access takeAccess(StringRef &text) {
  if (text.consume_front("*"))
    return Argument::Pointee;
  if (text.consume_back("[]"))
    return Argument::Element;
  if (text.consume_back("[key]"))
    return Argument::Key;
  return text.consume_back("[value]") ? Argument::Value : Argument::Itself;
}

} // namespace

bool Reader::scalar(const Node &node, std::string_view expected) {
  if (node.kind != Node::Scalar)
    problem(node, fmt::format("{} cannot stand here", describe(node)), expected);
  return node.kind == Node::Scalar;
}

void Reader::text(const Node &node, std::string_view expected, std::string &into) {
  if (scalar(node, expected))
    into = node.text;
}

void Reader::integer(const Node &node, int64_t &into) {
  if (!scalar(node, "a whole number, 'true' or 'false'"))
    return;
  if (node.text == "true" || node.text == "false")
    into = node.text == "true";
  else if (StringRef(node.text).getAsInteger(0, into))
    problem(node, fmt::format("'{}' is no whole number", node.text),
            "one like 0 or -1, 'true' or 'false'");
}

/// The number of an argument, from 1 in the file to 0 in `index`.
bool Reader::position(const Node &node, StringRef text, int &index) {
  int64_t number = 0;
  if (text.getAsInteger(10, number)) {
    problem(node, fmt::format("'{}' names no value of a call", node.text), anArgument);
    return false;
  }
  if (number < 1) {
    problem(node, fmt::format("there is no argument {}: arguments are counted from 1", number),
            "1 or more");
    return false;
  }
  if (arity && number > *arity) {
    problem(node,
            fmt::format("there is no argument {} in a function of {} parameter{}", number, *arity,
                        *arity == 1 ? "" : "s"),
            *arity == 0   ? "'this' or 'return'"
            : *arity == 1 ? "1"
                          : fmt::format("1 to {}", *arity));
    return false;
  }
  index = int(number - 1);
  return true;
}

bool Reader::argument(const Node &node, Argument &into) {
  if (!scalar(node, anArgument))
    return false;
  StringRef text = node.text;
  into.access = takeAccess(text);
  if (text == "this" || text == "return") {
    into.index = text == "this" ? Argument::This : Argument::Return;
    return true;
  }
  return position(node, text, into.index);
}

void Reader::argument(const Node &node, std::optional<Argument> &into) {
  if (Argument read; argument(node, read))
    into = read;
}

void Reader::argument(const Node &node, Argument &into, bool &rest) {
  StringRef text = node.text;
  rest = node.kind == Node::Scalar && text.consume_back("..");
  if (!rest)
    argument(node, into);
  else
    into.access = Argument::Itself, position(node, text, into.index);
}

void Reader::arguments(const Node &node, Arguments &into) {
  oneOrMany(node, [&](const Node &item) {
    StringRef text = item.text;
    if (into.rest)
      problem(item, fmt::format("{} comes after 'N..'", describe(item)),
              "'N..' as the last of a list");
    else if (item.kind == Node::Scalar && text.consume_back("..")) {
      if (int first = 0; position(item, text, first))
        into.rest = first;
    } else if (Argument read; argument(item, read))
      into.list.push_back(read);
  });
}

void Reader::arguments(const Node &node, std::optional<Arguments> &into) {
  into.emplace();
  arguments(node, *into);
}

void Reader::word(const Node &node, std::span<const std::string_view> words, std::string_view what,
                  std::string &into) {
  if (!scalar(node, "one of " + anyOf(words)))
    return;
  if (llvm::is_contained(words, std::string_view(node.text)))
    into = node.text;
  else
    problem(node, fmt::format("'{}' is no {}", node.text, what), "one of " + anyOf(words));
}

} // namespace clangsql::models
