// Text with holes in, parsed statements out. The only door to libpg_query.
#pragma once

#include "sql/dialect.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clangsql::sql {

/// What a hole can hold; only Text can carry SQL.
enum class HoleKind : uint8_t { Text, Number, Boolean, Character, Unknown };

/// Something not constant in a text. It stands before byte `offset` of Text::bytes and has no width
/// there.
struct Hole {
  uint32_t offset = 0;
  HoleKind kind = HoleKind::Text;
  Escape escape = Escape::None;
};

struct Text {
  std::string bytes;
  std::vector<Hole> holes; // by offset
};

/// Where in the grammar a hole stands. The position decides what would make it safe.
enum class Position : uint8_t {
  Unknown,          // the text was not understood around it
  LiteralBody,      // between the quotes of a literal (E'', dollar quotes too)
  LikePattern,      // the same, in the pattern of LIKE, ILIKE, SIMILAR TO
  Value,            // a bare expression
  Identifier,       // table, column, schema, alias or function name, or part of one
  QuotedIdentifier, // between the quotes of "identifier"
  Direction,        // ASC or DESC, NULLS FIRST
  Limit,            // LIMIT or OFFSET
  List,             // in an IN list or a list of values
  Operator,         // between two expressions
  Clause,           // a whole clause or condition
  Statement,        // a whole statement, or the verb of one
  Comment           // inside a comment
};

enum class StatementKind : uint8_t {
  Select,
  Insert,
  Update,
  Delete,
  Merge,
  Copy,
  Ddl,
  Begin,
  Commit,
  Rollback,
  Savepoint,
  Release,
  RollbackTo,
  PrepareTransaction,
  Set,
  Show,
  Explain,
  Prepare,
  Execute,
  Deallocate,
  Call,
  Do,
  Lock,
  Truncate,
  Vacuum,
  Listen,
  Notify,
  Cursor,
  Other
};

/// An INSERT, or COPY … FROM, in a statement; also those inside CTEs.
struct Insert {
  std::string table;
  uint32_t offset = 0; // byte of INSERT, REPLACE or COPY in Text::bytes
  bool columns = false, defaultValues = false, copy = false;
  bool tableIsHole = false;
};

struct Statement {
  StatementKind kind = StatementKind::Other;
  uint32_t offset = 0, length = 0; // bytes of Text::bytes
  std::vector<std::string> tables; // as written, qualified; read or written, in order of appearance
  std::vector<std::string> conditionColumns; // columns compared in WHERE, in order
  std::vector<std::string> columns;          // selected, inserted or set, in order
  std::vector<Insert> inserts;
  bool reads = false, writes = false; // of tables
  bool chain = false;      // COMMIT AND CHAIN, ROLLBACK AND CHAIN: the next transaction begins
  std::string fingerprint; // 16 hexadecimal digits of libpg_query's; holes count as parameters
};

struct Error {
  std::string message;
  uint32_t offset = 0; // byte of Text::bytes
};

enum class Understanding : uint8_t { Full, Part /* some statement or hole is not placed */, None };

struct Parsed {
  Understanding understanding = Understanding::None;
  std::vector<Statement> statements;
  std::vector<Position> holes;      // one per hole of the text
  std::vector<uint32_t> parameters; // byte of each placeholder that is a real parameter
  unsigned parameterCount = 0;      // distinct parameters
  std::optional<Error> error;       // the grammar's own, on the text with holes filled
};

struct Options {
  Dialect dialect = Dialect::Generic;
  Placeholders placeholders = NoPlaceholder;
};

/// Thread-safe; never fails otherwise than by Parsed::error. Texts over 1 MiB or nested too deeply
/// are not understood.
Parsed parse(const Text &, const Options &);

/// The statement's syntax tree, one node a line, for `clang-sql dump sql`.
std::string dumpTree(const Text &, const Options &);

/// Whether a text is SQL by a shape that prose does not have ("update your profile" is not): it
/// parses and its statement has a clause, list, literal, operator or placeholder that English
/// lacks.
bool looksLikeSql(std::string_view bytes);

std::string_view name(Position);
std::string_view name(StatementKind);

} // namespace clangsql::sql
