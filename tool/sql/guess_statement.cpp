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
                                 {"CLOSE", Cursor}};
  for (const Row &row : rows)
    if (source.is(0, row.verb))
      return row.kind;
  return std::nullopt;
}

bool beginsWithVerb(const Source &source) { return kindByVerb(source).has_value(); }

/// INSERT INTO t VALUES …: the one shape that is certain without a grammar.
static void guessInsert(const Source &source, size_t i, Statement &statement) {
  if (!source.isAny(i, {"INSERT", "REPLACE"}) || !source.is(i + 1, "INTO"))
    return;
  size_t name = i + 2, last = name;
  while (source.isKind(last + 1, Token::Dot))
    last += 2;
  bool bare = source.isAny(last + 1, {"VALUES", "SELECT"});
  bool columns = source.isKind(last + 1, Token::Open);
  if (last >= source.tokens.size() || (!bare && !columns))
    return;
  std::string table(source.bytes.substr(source.tokens[name].begin,
                                        source.tokens[last].end - source.tokens[name].begin));
  bool hole = false;
  for (size_t j = name; j <= last; ++j)
    hole |= source.tokens[j].hasHole();
  statement.inserts.push_back(
      {.table = table, .offset = source.tokens[i].begin, .columns = columns, .tableIsHole = hole});
}

Statement guessStatement(const Source &source) {
  Statement statement;
  statement.kind = kindByVerb(source).value_or(StatementKind::Other);
  if (statement.kind == StatementKind::Rollback && (source.is(1, "TO") || source.is(2, "TO")))
    statement.kind = StatementKind::RollbackTo;
  if (beginsBlock(source.tokens, source.bytes))
    statement.kind = StatementKind::Do;
  statement.offset = source.tokens.front().begin;
  statement.length = source.tokens.back().end - statement.offset;
  for (size_t i = 0; i < source.tokens.size(); ++i)
    guessInsert(source, i, statement);
  using enum StatementKind;
  statement.reads = statement.kind == Select;
  statement.writes = statement.kind == Insert || statement.kind == Update ||
                     statement.kind == Delete || statement.kind == Merge || statement.kind == Ddl ||
                     statement.kind == Truncate;
  return statement;
}

} // namespace clangsql::sql
