#include "sql/guess_statement.h"

#include "sql/split.h"

namespace clangsql::sql {

static std::optional<StatementKind> kindByVerb(const Source &source) {
  struct Row {
    std::string_view verb;
    StatementKind kind;
  };
  using enum StatementKind;
  static constexpr Row rows[] = {{"SELECT", Select},   {"VALUES", Select},
                                 {"WITH", Select},     {"INSERT", Insert},
                                 {"REPLACE", Insert},  {"UPDATE", Update},
                                 {"DELETE", Delete},   {"MERGE", Merge},
                                 {"COPY", Copy},       {"CREATE", Ddl},
                                 {"ALTER", Ddl},       {"DROP", Ddl},
                                 {"GRANT", Ddl},       {"REVOKE", Ddl},
                                 {"COMMENT", Ddl},     {"BEGIN", Begin},
                                 {"START", Begin},     {"COMMIT", Commit},
                                 {"END", Commit},      {"ROLLBACK", Rollback},
                                 {"ABORT", Rollback},  {"SAVEPOINT", Savepoint},
                                 {"RELEASE", Release}, {"SET", Set},
                                 {"RESET", Set},       {"SHOW", Show},
                                 {"EXPLAIN", Explain}, {"PREPARE", Prepare},
                                 {"EXECUTE", Execute}, {"DEALLOCATE", Deallocate},
                                 {"CALL", Call},       {"DO", Do},
                                 {"LOCK", Lock},       {"TRUNCATE", Truncate},
                                 {"VACUUM", Vacuum},   {"ANALYZE", Vacuum},
                                 {"LISTEN", Listen},   {"NOTIFY", Notify},
                                 {"DECLARE", Cursor},  {"FETCH", Cursor},
                                 {"CLOSE", Cursor},    {"PRAGMA", Set},
                                 {"ATTACH", Set},      {"DETACH", Set},
                                 {"USE", Set},         {"DESCRIBE", Show},
                                 {"LOAD", Copy}};
  for (const Row &row : rows)
    if (source.is(0, row.verb))
      return row.kind;
  return std::nullopt;
}

bool beginsWithVerb(const Source &source) { return kindByVerb(source).has_value(); }

/// A possibly qualified name.
struct Name {
  size_t end; // behind its last token
  std::string text;
  bool hole;
};

/// The token's name without quotes, and with {} for holes.
static std::string nameOf(const Token &token, const Source &source, std::span<const Hole> holes) {
  bool quoted = token.kind == Token::QuotedName;
  uint32_t at = token.begin + quoted, end = token.end - quoted;
  std::string name;
  for (uint32_t hole = token.firstHole; hole < token.lastHole; ++hole) {
    name.append(source.bytes.substr(at, holes[hole].offset - at)).append("{}");
    at = holes[hole].offset;
  }
  return name.append(source.bytes.substr(at, std::max(at, end) - at));
}

/// The name that begins at token `i`, if one does.
static std::optional<Name> nameAt(const Source &source, size_t i, std::span<const Hole> holes) {
  Name name{i, "", false};
  while (
      source.isKind(name.end, Token::QuotedName) ||
      (source.isKind(name.end, Token::Word) && !isKeyword(source.tokens[name.end], source.bytes))) {
    name.hole |= source.tokens[name.end].hasHole();
    name.text += nameOf(source.tokens[name.end], source, holes);
    if (!source.isKind(++name.end, Token::Dot))
      return name;
    ++name.end;
    name.text += ".";
  }
  return std::nullopt;
}

/// INSERT INTO t VALUES …: the one shape that is certain without a grammar.
static void guessInsert(const Source &source, size_t i, const Name &table, Statement &statement) {
  bool bare = source.isAny(table.end, {"VALUES", "SELECT"}),
       columns = source.isKind(table.end, Token::Open);
  if (i > 0 && source.isAny(i - 1, {"INSERT", "REPLACE"}) && (bare || columns))
    statement.inserts.push_back({.table = table.text,
                                 .offset = source.tokens[i - 1].begin,
                                 .columns = columns,
                                 .tableIsHole = table.hole});
}

/// LOAD DATA INFILE … INTO TABLE t … (columns) (MySQL manual, "LOAD DATA Statement").
static void guessLoad(const Source &source, const Name &table, Statement &statement) {
  bool columns = false;
  for (size_t i = table.end; i < source.tokens.size(); ++i)
    columns |= source.isKind(i, Token::Open) && !source.is(i - 1, "PARTITION");
  statement.inserts.push_back({.table = table.text,
                               .offset = source.tokens.front().begin,
                               .columns = columns,
                               .copy = true,
                               .tableIsHole = table.hole});
}

/// Tables by the words before them, and inserts into them.
static void guessTables(const Source &source, std::span<const Hole> holes, Statement &statement) {
  for (size_t i = 0; i < source.tokens.size(); ++i) {
    if (!source.isAny(i, {"FROM", "JOIN", "INTO", "UPDATE", "TABLE"}))
      continue;
    std::optional<Name> table = nameAt(source, i + 1, holes);
    if (!table)
      continue;
    if (std::ranges::find(statement.tables, table->text) == statement.tables.end())
      statement.tables.push_back(table->text);
    guessInsert(source, i, *table, statement);
    if (source.is(0, "LOAD") && source.is(i, "TABLE") && source.is(i - 1, "INTO"))
      guessLoad(source, *table, statement);
  }
}

Statement guessStatement(const Source &source, std::span<const Hole> holes) {
  Statement statement;
  statement.kind = kindByVerb(source).value_or(StatementKind::Other);
  if (statement.kind == StatementKind::Rollback && (source.is(1, "TO") || source.is(2, "TO")))
    statement.kind = StatementKind::RollbackTo;
  if (beginsBlock(source.tokens, source.bytes))
    statement.kind = StatementKind::Do;
  statement.offset = source.tokens.front().begin;
  statement.length = source.tokens.back().end - statement.offset;
  guessTables(source, holes, statement);
  using enum StatementKind;
  statement.reads = statement.kind == Select;
  statement.writes = statement.kind == Insert || statement.kind == Update ||
                     statement.kind == Delete || statement.kind == Merge || statement.kind == Ddl ||
                     statement.kind == Truncate || source.is(0, "LOAD");
  return statement;
}

} // namespace clangsql::sql
