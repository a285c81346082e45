#include "models/facts_in_words.h"

#include "models/words.h"

#include <llvm/ADT/StringExtras.h>

namespace clangsql::models {

namespace {

using Lines = std::vector<std::string>;

std::string join(const std::vector<std::string> &words) {
  std::string result;
  for (size_t i = 0; i < words.size(); ++i)
    result += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return result;
}

std::string inWords(const Arguments &arguments) {
  std::vector<std::string> words;
  for (const Argument &argument : arguments.list)
    words.push_back(models::inWords(argument));
  if (arguments.rest)
    words.push_back(fmt::format("all arguments from {} on", *arguments.rest + 1));
  return join(words);
}

std::string when(Result result, const Condition &given) {
  std::string text = result == Result::Any
                         ? ""
                         : fmt::format(", if the result is {}", wordOf(resultWords, result));
  std::vector<std::string> values;
  for (const auto &[argument, value, bits] : given.values)
    values.push_back(
        fmt::format("{} {} {}", models::inWords(argument), bits ? "has" : "is", value));
  if (!values.empty())
    text += fmt::format(", {} {}", given.equal ? "if" : "unless", llvm::join(values, " and "));
  return text;
}

std::string speaks(const SqlFact &fact) {
  std::vector<std::string> styles;
  for (const auto &[word, value] : placeholderWords)
    if (value & fact.placeholders)
      styles.emplace_back(word);
  std::string text(wordOf(dialectWords, fact.dialect));
  return styles.empty() ? text : fmt::format("{}, placeholders {}", text, llvm::join(styles, ", "));
}

void add(const SqlFact &fact, Lines &lines) {
  std::string sql = models::inWords(fact.sql);
  switch (fact.kind) {
  case SqlFact::Execute:
    lines.push_back(fmt::format("sends {} to the database as SQL ({})", sql, speaks(fact)));
    break;
  case SqlFact::Prepare:
    lines.push_back(fmt::format("prepares {} as a statement ({})", sql, speaks(fact)));
    break;
  case SqlFact::Cursor:
    lines.push_back(fmt::format("opens a cursor on the query {} ({})", sql, speaks(fact)));
    break;
  case SqlFact::BulkInsert:
    lines.push_back(fmt::format("inserts many rows into the table {}", sql));
    break;
  }
  if (fact.name)
    lines.push_back(fmt::format("the statement's name is {}", models::inWords(*fact.name)));
  if (fact.connection)
    lines.push_back(fmt::format("the connection is {}", models::inWords(*fact.connection)));
  if (fact.bind)
    lines.push_back(fmt::format("binds {}", inWords(*fact.bind)));
  if (fact.count)
    lines.push_back(fmt::format("{} says how many values are bound", models::inWords(*fact.count)));
  if (fact.columns)
    lines.push_back(fmt::format("{} names the columns", inWords(*fact.columns)));
}

std::string_view escaped(sql::Escape escape) {
  switch (escape) {
  case sql::Escape::Literal: return "quoted as a whole literal";
  case sql::Escape::LiteralBody: return "escaped for the inside of a quoted literal";
  case sql::Escape::Identifier: return "quoted as a name";
  case sql::Escape::IdentifierBody: return "escaped for the inside of a quoted name";
  case sql::Escape::NoQuotes: return "checked to have no quotes";
  case sql::Escape::NoNameQuotes: return "checked to have no quotes of names";
  case sql::Escape::NoQuotesAtAll: return "checked to have no quotes of either kind";
  case sql::Escape::None:
  case sql::Escape::Checked: break;
  }
  return "harmless";
}

std::string written(const TextFact &fact) {
  std::string from = inWords(fact.from);
  switch (fact.op) {
  case TextOp::Copy: return fmt::format("the text of {}", from);
  case TextOp::Concat: return fmt::format("{}, one after the other", from);
  case TextOp::Printf: return fmt::format("a printf format and its arguments: {}", from);
  case TextOp::Braces: return fmt::format("a format with {{}} and its arguments: {}", from);
  case TextOp::Percent: return fmt::format("a format with %1 to %99 and its arguments: {}", from);
  case TextOp::Dollars: return fmt::format("a format with $0 to $9 and its arguments: {}", from);
  case TextOp::Escape: return fmt::format("{}, {}", from, escaped(fact.escape));
  case TextOp::Number: return "the digits of a number";
  case TextOp::Safe: return "characters that cannot end a literal or a name";
  case TextOp::Clear: return "empty text";
  case TextOp::Constant: return "constant text";
  case TextOp::Outside: return "text that the program cannot know";
  case TextOp::Given: return "a text that the model gives";
  case TextOp::Loaded:
    return fmt::format("what {} names among the {} texts of {}", from, fact.loaded.size(),
                       fact.given);
  default:
    return from.empty() ? std::string(wordOf(textWords, fact.op))
                        : fmt::format("'{}' of {}", wordOf(textWords, fact.op), from);
  }
}

void add(const TextFact &fact, Lines &lines) {
  std::string to = models::inWords(fact.to);
  std::string verb = fact.append ? "gets appended" : "becomes";
  lines.push_back(
      fmt::format("{}{} {} {}", to, fact.rest ? " and each after it" : "", verb, written(fact)));
}

void add(const SourceFact &fact, Lines &lines) {
  std::string what = fact.what.empty() ? "" : fmt::format(": {}", fact.what);
  lines.push_back(
      fmt::format("{} comes from outside ({}){}", models::inWords(fact.at), fact.kind, what));
}

void add(const TransactionFact &fact, Lines &lines) {
  constexpr std::string_view verbs[] = {"begins", "commits", "rolls back", "ends"};
  lines.push_back(fmt::format("{} a transaction on {}{}", verbs[fact.kind],
                              models::inWords(fact.on), when(fact.when, fact.given)));
}

void add(const WaitFact &fact, Lines &lines) {
  std::string what = fact.what.empty() ? "" : fmt::format(": {}", fact.what);
  std::string awaited = fact.awaited ? ", if its result is awaited" : "";
  std::string from =
      fact.from ? fmt::format(", if {} is input from outside", models::inWords(*fact.from)) : "";
  lines.push_back(fmt::format("waits ({}){}{}{}{}", fact.category, what,
                              when(Result::Any, fact.given), awaited, from));
}

void add(const CallableFact &fact, Lines &lines) {
  constexpr std::string_view times[] = {"now", "later", "on another thread",
                                        "when the result is called"};
  std::string with = fact.with ? fmt::format(" with {}", inWords(*fact.with)) : "";
  lines.push_back(
      fmt::format("calls {} {}{}", models::inWords(fact.function), times[fact.when], with));
}

void add(const AliasFact &fact, Lines &lines) {
  lines.push_back(fmt::format("{} refers to {} afterwards{}", models::inWords(fact.to),
                              models::inWords(fact.of), when(Result::Any, fact.given)));
}

} // namespace

std::string inWords(const Argument &argument) {
  std::string name = argument.index == Argument::This ? "the object"
                     : argument.index == Argument::Return
                         ? "the result"
                         : fmt::format("argument {}", argument.index + 1);
  switch (argument.access) {
  case Argument::Itself: return name;
  case Argument::Pointee: return "what " + name + " points to";
  case Argument::Element: return "the elements of " + name;
  case Argument::Key: return "the keys of " + name;
  case Argument::Value: return "the values of " + name;
  }
  return name;
}

std::vector<std::string> inWords(const Function &function) {
  Lines lines;
  if (function.sql)
    add(*function.sql, lines);
  if (function.prepared)
    lines.push_back(function.prepared->handle ? fmt::format("runs the statement prepared as {}",
                                                            inWords(*function.prepared->handle))
                                              : fmt::format("runs the prepared statement named {}",
                                                            inWords(function.prepared->name)));
  for (const SourceFact &source : function.sources)
    add(source, lines);
  for (const TextFact &text : function.text)
    if (text.op != TextOp::Outside || function.sources.empty())
      add(text, lines);
  for (const TransactionFact &transaction : function.transactions)
    add(transaction, lines);
  if (function.sql && function.sql->succeeds != Result::Any)
    lines.push_back(fmt::format("its result is {} if the database took it",
                                wordOf(resultWords, function.sql->succeeds)));
  if (function.sql && function.sql->status)
    lines.push_back(fmt::format("the status of its result is {} if the database took it",
                                *function.sql->status));
  if (function.status)
    lines.push_back(fmt::format("the result is the status of {}", inWords(*function.status)));
  if (function.waits)
    add(*function.waits, lines);
  for (const CallableFact &call : function.calls)
    add(call, lines);
  for (const AliasFact &alias : function.aliases)
    add(alias, lines);
  if (function.pure)
    lines.emplace_back("writes nothing through its arguments, and no text comes from it");
  return lines;
}

std::vector<std::string> inWords(const Class &described) {
  Lines lines;
  if (described.text)
    lines.emplace_back("its objects are text");
  if (described.transaction == Class::Scope)
    lines.emplace_back("its objects are transactions, from construction to destruction");
  if (described.transaction == Class::Nothing)
    lines.emplace_back("its objects look like transactions and are none");
  if (described.transaction == Class::Savepoint)
    lines.emplace_back("its objects are savepoints inside a transaction");
  if (described.transaction == Class::Handle)
    lines.emplace_back("its objects are transactions that calls begin and end");
  if (described.connection)
    lines.push_back(
        fmt::format("{} of the constructor is the connection", inWords(*described.connection)));
  if (described.owner != Class::OwnsNothing)
    lines.emplace_back(described.owner == Class::Pointer  ? "its objects own what they point to"
                       : described.owner == Class::Shared ? "its objects share what they point to"
                                                          : "its objects own their elements");
  return lines;
}

std::vector<std::string> inWords(const Variable &variable) {
  Lines lines;
  if (!variable.source.kind.empty())
    lines.push_back(fmt::format("its text comes from outside ({})", variable.source.kind));
  if (variable.discards)
    lines.emplace_back("what is written to it never comes back as text");
  if (variable.isObject)
    lines.emplace_back("it holds the text that its object is");
  if (variable.placeholder)
    lines.push_back(fmt::format("it stands for argument {} of the call of what is bound",
                                variable.placeholder));
  return lines;
}

} // namespace clangsql::models
