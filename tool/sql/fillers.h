// What to put in place of a hole so that the statement parses: guesses ordered by the tokens around
// it.
#pragma once

#include "sql/rewrite.h"

namespace clangsql::sql {

/// What stands around a hole, before anything is parsed.
enum class Context : uint8_t {
  Literal,      // inside a quoted literal
  Pattern,      // the same, right behind LIKE
  QuotedName,   // inside "a name"
  Digits,       // joined to a number
  NamePart,     // joined to an identifier
  Start,        // at the start of a statement
  Name,         // FROM …, INTO …, a.…
  AfterVerb,    // LISTEN …, COMMIT …: a name or nothing
  Qualifier,    // …"orders": a schema with its dot, or a prefix
  OptionalWord, // CREATE TABLE … t
  ObjectType,   // DROP …
  IsolationLevel,
  Operand,      // where an expression is due
  Typed,        // INTERVAL …, DATE …
  Condition,    // WHERE …, AND …
  Key,          // ORDER BY …, SELECT …
  Limit,        // LIMIT …
  Assignment,   // UPDATE t SET …
  Rows,         // VALUES …
  InList,       // IN …
  ListItem,     // IN (…
  Query,        // AS …, UNION …, EXPLAIN …
  LockStrength, // FOR …
  Definition,   // CREATE TABLE t (…
  SortTail,     // ORDER BY a …
  InsertRest,   // INSERT INTO t …
  UpdateRest,   // UPDATE t …
  FromTail,     // FROM t …, SELECT a …: an alias can stand here
  Infix,        // between two operands
  JoinInfix,    // between two tables
  Tail,         // behind a complete expression
  DdlTail       // behind a name in CREATE, ALTER, DROP
};

/// A way to fill a hole.
enum class Shape : uint8_t {
  Name,
  QuotedLiteral,
  Number,
  Digits,
  Row,
  Query,
  Nothing,
  Equals,
  And,
  Comma,
  Join,
  Ascending,
  NullsFirst,
  Assignment,
  AssignmentRest,
  Columns,
  DefaultValues,
  DoNothing,
  ColumnDefinition,
  AddColumn,
  TableElements,
  Verb,
  IsOne,
  Update,
  Qualifier,
  Table,
  Serializable
};

/// Holes that stand side by side and are filled as one.
struct Gap {
  uint32_t firstHole, lastHole;
  const Token *token; // that they are, or are part of
  Context context;
  bool afterAs = false;
  std::vector<Shape> shapes; // best first; never empty
};

/// The gaps of a statement, in order; holes in its comments and placeholders are none.
std::vector<Gap> gapsOf(const Source &, std::span<const Hole>);

/// The text of a shape for a gap that is a token, with a marker for each hole where the shape has a
/// name.
std::string fill(Shape, const Gap &, const Source &);
/// The same for one hole inside of a token.
std::string fillPart(Shape, uint32_t hole);

/// The position that a shape proves by being accepted; nullopt where the tree has to tell.
std::optional<Position> positionOf(Shape, Context);

/// The position as far as the tokens alone tell.
Position guess(Context);

} // namespace clangsql::sql
