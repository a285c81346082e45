#include "sql/fillers.h"

#include "sql/context.h"
#include "sql/markers.h"

namespace clangsql::sql {

static std::vector<Shape> shapesFor(Context context, const Hole &hole) {
  using enum Shape;
  switch (context) {
  case Context::Literal:
  case Context::Pattern:
  case Context::QuotedName: return {Name};
  case Context::Digits: return {Digits};
  case Context::NamePart: return {Name, Digits};
  case Context::Start: return {Verb, Nothing};
  case Context::Name: return {Name, QuotedLiteral, Query};
  case Context::AfterVerb: return {Name, QuotedLiteral, Nothing, Query};
  case Context::Qualifier: return {Qualifier, Nothing, Name};
  case Context::OptionalWord: return {Name, Nothing};
  case Context::ObjectType: return {Table, Nothing};
  case Context::IsolationLevel: return {Serializable};
  case Context::Typed: return {QuotedLiteral, Name, Nothing};
  case Context::Assignment: return {Assignment, Name};
  case Context::Rows: return {Row, Query};
  case Context::InList: return {Row, Name};
  case Context::LockStrength: return {Update, Query, Name, Number};
  case Context::Query: return {Query, Name, Nothing};
  case Context::Definition: return {ColumnDefinition, Name, Nothing};
  case Context::SortTail: return {Ascending, NullsFirst, Nothing, Equals, Comma};
  case Context::InsertRest: return {Columns, DefaultValues, Nothing, Name};
  case Context::UpdateRest: return {Name, AssignmentRest};
  case Context::FromTail: return {Name, Nothing, Comma, Join};
  case Context::Infix: return {Equals, And, Comma, Nothing, Name, Join};
  case Context::JoinInfix: return {Join, Comma, Name, Nothing};
  case Context::Tail:
    return {Nothing, Name, Comma, And, IsOne, DoNothing, QuotedLiteral, DefaultValues};
  case Context::DdlTail: return {Nothing, TableElements, AddColumn, Name, Query};
  case Context::Operand:
  case Context::Condition:
  case Context::Key:
  case Context::Limit:
  case Context::ListItem: break;
  }
  if (hole.escape == Escape::Literal)
    return {QuotedLiteral, Name, Number, Nothing};
  if (hole.kind == HoleKind::Number)
    return {Number, Name, QuotedLiteral, Row, Nothing};
  return {Name, QuotedLiteral, Number, Row, Query, Nothing};
}

std::vector<Gap> gapsOf(const Source &source, std::span<const Hole> holes) {
  std::vector<Gap> gaps;
  ContextReader reader(source);
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    const Token &token = source.tokens[i];
    if (token.hasHole() && token.kind != Token::Placeholder && token.kind != Token::Parameter) {
      Context context = reader.contextOf(i);
      gaps.push_back({token.firstHole, token.lastHole, &token, context, source.is(i - 1, "AS"),
                      shapesFor(context, holes[token.firstHole])});
    }
    reader.pass(i);
  }
  return gaps;
}

/// The verb that goes with what follows a hole at the start.
static std::string_view verb(const Source &source) {
  if (source.is(1, "INTO"))
    return "INSERT ";
  if (source.is(1, "FROM"))
    return "SELECT * ";
  if (source.is(2, "SET"))
    return "UPDATE ";
  if (source.isAny(1, {"TABLE", "INDEX", "VIEW", "SCHEMA", "DATABASE"}))
    return "DROP ";
  return "";
}

std::string fill(Shape shape, const Gap &gap, const Source &source) {
  std::string name;
  for (uint32_t hole = gap.firstHole; hole < gap.lastHole; ++hole)
    name += Markers::of(hole);
  switch (shape) {
  case Shape::Name: return name;
  case Shape::QuotedLiteral: return "'" + name + "'";
  case Shape::Number: return "1";
  case Shape::Digits: return "1";
  case Shape::Row: return "(" + name + ")";
  case Shape::Query: return "SELECT 1";
  case Shape::Nothing: return " ";
  case Shape::Equals: return " = ";
  case Shape::And: return " AND ";
  case Shape::Comma: return " , ";
  case Shape::Join: return " JOIN ";
  case Shape::Ascending: return " ASC ";
  case Shape::NullsFirst: return " NULLS FIRST ";
  case Shape::Assignment: return name + " = 1";
  case Shape::AssignmentRest: return " SET " + name + " = 1";
  case Shape::Columns: return " (" + name + ") ";
  case Shape::DefaultValues: return " DEFAULT VALUES ";
  case Shape::DoNothing:
    return source.is(gap.token - source.tokens.data() - 1, "DO") ? " NOTHING " : " DO NOTHING ";
  case Shape::ColumnDefinition: return name + " int";
  case Shape::AddColumn: return " ADD " + name + " int ";
  case Shape::TableElements: return " () ";
  case Shape::Verb: return std::string(verb(source));
  case Shape::Update: return " UPDATE ";
  case Shape::Qualifier: return name + ".";
  case Shape::Table: return " TABLE ";
  case Shape::Serializable: return " SERIALIZABLE ";
  case Shape::IsOne: return " = 1 ";
  }
  return name;
}

std::string fillPart(Shape shape, uint32_t hole) {
  return shape == Shape::Digits ? "1" : Markers::of(hole);
}

std::optional<Position> positionOf(Shape shape, Context context) {
  switch (shape) {
  case Shape::Name:
  case Shape::QuotedLiteral:
  case Shape::Number:
  case Shape::Qualifier:
  case Shape::Digits: return std::nullopt;
  case Shape::Row:
    return context == Context::Rows || context == Context::InList ? Position::List
                                                                  : Position::Clause;
  case Shape::Equals:
  case Shape::And: return Position::Operator;
  case Shape::Ascending:
  case Shape::NullsFirst: return Position::Direction;
  case Shape::Verb: return Position::Statement;
  case Shape::Query: return Position::Statement;
  case Shape::Nothing:
    return context == Context::Start       ? Position::Statement
           : context == Context::Qualifier ? Position::Identifier
                                           : Position::Clause;
  default: return Position::Clause;
  }
}

Position guess(Context context) {
  switch (context) {
  case Context::Literal: return Position::LiteralBody;
  case Context::Pattern: return Position::LikePattern;
  case Context::QuotedName: return Position::QuotedIdentifier;
  case Context::NamePart:
  case Context::AfterVerb:
  case Context::Qualifier:
  case Context::OptionalWord:
  case Context::Name: return Position::Identifier;
  case Context::Start: return Position::Statement;
  case Context::Digits:
  case Context::ListItem:
  case Context::Typed:
  case Context::Operand: return Position::Value;
  case Context::Limit: return Position::Limit;
  case Context::InList: return Position::List;
  case Context::SortTail: return Position::Direction;
  case Context::Condition: return Position::Clause;
  case Context::Key: return Position::Identifier;
  default: return Position::Unknown;
  }
}

} // namespace clangsql::sql
