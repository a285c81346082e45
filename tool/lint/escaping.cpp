#include "lint/escaping.h"

#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

namespace clangsql::lint {

using sql::Escape, sql::Position;

namespace {

/// What would have been right where a hole stands.
enum class Advice { Bind, ChooseName, ChooseWord, Rebuild, Remove };

struct PositionInfo {
  Position position;
  std::initializer_list<Escape> safe; // beside Escape::Checked, which is safe everywhere
  std::string_view where;             // "it stands …"
  Advice advice;
};

// Escape::Literal and Escape::Identifier yield one closed token: wrong where a name or value is
// asked for, but never a way out.
const PositionInfo positions[] = {
    {Position::Unknown,
     {Escape::LiteralBody, Escape::Literal, Escape::Identifier, Escape::IdentifierBody,
      Escape::NoQuotes, Escape::NoNameQuotes, Escape::NoQuotesAtAll},
     "in the statement",
     Advice::Bind},
    {Position::LiteralBody,
     {Escape::LiteralBody, Escape::NoQuotes, Escape::NoQuotesAtAll},
     "inside a quoted literal",
     Advice::Bind},
    {Position::LikePattern,
     {Escape::LiteralBody, Escape::NoQuotes, Escape::NoQuotesAtAll},
     "inside a quoted LIKE pattern",
     Advice::Bind},
    {Position::Value, {Escape::Literal, Escape::Identifier}, "as a bare value", Advice::Bind},
    {Position::Identifier, {Escape::Identifier}, "in the place of a name", Advice::ChooseName},
    {Position::QuotedIdentifier,
     {Escape::IdentifierBody, Escape::NoNameQuotes, Escape::NoQuotesAtAll},
     "inside a quoted name",
     Advice::ChooseName},
    {Position::Direction, {}, "in the place of a keyword", Advice::ChooseWord},
    {Position::Limit, {Escape::Literal}, "as a row count", Advice::Bind},
    {Position::List, {Escape::Literal, Escape::Identifier}, "in a list of values", Advice::Bind},
    {Position::Operator, {}, "in the place of an operator", Advice::ChooseWord},
    {Position::Clause, {Escape::Literal, Escape::Identifier}, "as a whole clause", Advice::Rebuild},
    {Position::Statement, {}, "as a statement of its own", Advice::Rebuild},
    {Position::Comment, {}, "inside a comment", Advice::Remove},
};

const PositionInfo &infoOf(Position position) {
  return *llvm::find_if(positions,
                        [&](const PositionInfo &info) { return info.position == position; });
}

/// Whether the statement around a hole is of a kind that takes bound parameters; SET and CREATE,
/// say, do not.
bool takesParameters(const link::Variant &variant, size_t hole) {
  uint32_t offset = variant.text.holes[hole].offset;
  for (const sql::Statement &statement : variant.parsed.statements)
    if (statement.offset <= offset && offset <= statement.offset + statement.length) {
      using Kind = sql::StatementKind;
      constexpr Kind bindable[] = {Kind::Select, Kind::Insert, Kind::Update, Kind::Delete,
                                   Kind::Merge,  Kind::Call,   Kind::Cursor, Kind::Other};
      return llvm::is_contained(bindable, statement.kind);
    }
  return true;
}

std::string bindingAdvice(const link::Statement &statement, const link::Variant &variant,
                          size_t hole) {
  std::string parameter = lint::placeholder(statement.placeholders, variant.parsed.parameterCount);
  if (!takesParameters(variant, hole))
    return "this kind of statement takes no parameters: choose the text from constants, or quote "
           "it for this place";
  if (parameter.empty())
    return "send it apart from the SQL, as a bound value, or escape it for this place";
  if (positionOf(variant, hole) == Position::LikePattern)
    return fmt::format(
        "bind the pattern as a parameter: write {} instead of the quoted literal, and "
        "put the wildcards into the value",
        parameter);
  bool inQuotes = positionOf(variant, hole) == Position::LiteralBody;
  return fmt::format(
      "bind it as a parameter: write {} in its place{} and pass the value beside the SQL",
      parameter, inQuotes ? ", without the quotes," : "");
}

} // namespace

bool isSafe(Position position, Escape escape) {
  return escape == Escape::Checked || llvm::is_contained(infoOf(position).safe, escape);
}

std::string_view treatment(Escape escape) {
  switch (escape) {
  case Escape::LiteralBody: return "escaped for the inside of a quoted literal";
  case Escape::Literal: return "quoted as a whole literal";
  case Escape::Identifier: return "quoted as a name";
  case Escape::IdentifierBody: return "escaped for the inside of a quoted name";
  case Escape::None:
  case Escape::NoQuotes:
  case Escape::NoNameQuotes:
  case Escape::NoQuotesAtAll:
  case Escape::Checked: break;
  }
  return "not escaped";
}

Position positionOf(const link::Variant &variant, size_t hole) {
  return hole < variant.parsed.holes.size() ? variant.parsed.holes[hole] : Position::Unknown;
}

std::string_view standing(Position position) { return infoOf(position).where; }

std::string advice(const link::Statement &statement, const link::Variant &variant, size_t hole) {
  switch (infoOf(positionOf(variant, hole)).advice) {
  case Advice::Bind: return bindingAdvice(statement, variant, hole);
  case Advice::ChooseName:
    return "a name cannot be a parameter: choose it from constants, or let the client library "
           "quote it as an identifier";
  case Advice::ChooseWord: return "a keyword cannot be a parameter: choose between constants";
  case Advice::Rebuild: return "build the statement of constant parts, and bind the values";
  case Advice::Remove: break;
  }
  return "leave it out of the SQL";
}

} // namespace clangsql::lint
