// Sources: the manual of each version, appendix E, "Release Notes", and part VI, "SQL Commands"
// (postgresql.org/docs/16, /17, /18, /devel); for its numbers, section 4.1.2.6 of version 16's; for
// replication, section 55.4, "Streaming Replication Protocol".

#include "sql/newer_grammar.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

using llvm::StringRef;

namespace {

/// Words one after the other; `…` stands for any tokens of the same statement.
struct Syntax {
  unsigned since; // PostgreSQL's version
  StringRef words;
};

constexpr Syntax newer[] = {
    {16, "JSON_ARRAY ("},
    {16, "JSON_ARRAYAGG ("},
    {16, "JSON_OBJECT ("},
    {16, "JSON_OBJECTAGG ("},
    {16, "IS JSON"},
    {16, "IS NOT JSON"},
    {16, "XMLSERIALIZE … INDENT"},
    {16, "GRANT … WITH INHERIT"},
    {16, "GRANT … WITH SET"},
    {16, "REVOKE INHERIT OPTION"},
    {16, "REVOKE SET OPTION"},
    {16, "CREATE … TABLE … STORAGE"},
    {16, "ALTER … ADD … STORAGE"},
    {16, "SET STORAGE DEFAULT"},
    {16, "CREATE STATISTICS ON"},
    {16, "REINDEX … DATABASE"},
    {16, "REINDEX … SYSTEM"},
    {17, "MERGE … RETURNING"},
    {17, "MERGE … MATCHED BY"},
    {17, "JSON ("},
    {17, "JSON_SCALAR ("},
    {17, "JSON_SERIALIZE ("},
    {17, "JSON_EXISTS ("},
    {17, "JSON_QUERY ("},
    {17, "JSON_VALUE ("},
    {17, "JSON_TABLE ("},
    {17, "AT LOCAL"},
    {17, "GRANT … MAINTAIN"},
    {17, "ALTER … SET EXPRESSION"},
    {17, "SET STATISTICS DEFAULT"},
    {17, "ALTER OPERATOR … HASHES"},
    {17, "ALTER OPERATOR … MERGES"},
    {17, "SET ACCESS METHOD DEFAULT"},
    {18, "RETURNING WITH"},
    {18, "GENERATED ALWAYS AS ("}, // VIRTUAL, or nothing behind it
    {18, "WITHOUT OVERLAPS"},
    {18, "PERIOD"},
    {18, "ENFORCED"},
    {18, "CONSTRAINT … NOT NULL"},
    {18, "ADD NOT NULL"},
    {18, "NOT NULL NO INHERIT"},
    {18, "ALTER CONSTRAINT"},
    {18, "CREATE FOREIGN TABLE … LIKE"},
    {18, "VACUUM … ONLY"},
    {18, "ANALYZE … ONLY"},
    {18, "ON LARGE OBJECTS"},
    {19, "GROUP BY ALL"},
    {19, "IGNORE NULLS"},
    {19, "RESPECT NULLS"},
    {19, "DO SELECT"},
    {19, "WAIT FOR"},
    {19, "CHECKPOINT ("},
    {19, "REPACK"},
    {19, "GRAPH_TABLE ("},
    {19, "PROPERTY GRAPH"},
    {19, "FOR PORTION OF"},
    {19, "SPLIT PARTITION"},
    {19, "MERGE PARTITIONS"},
};

/// First words of commands that go to something else than a database.
constexpr StringRef otherCommands[] = {
    // replication connections
    "IDENTIFY_SYSTEM", "TIMELINE_HISTORY", "CREATE_REPLICATION_SLOT", "ALTER_REPLICATION_SLOT",
    "READ_REPLICATION_SLOT", "START_REPLICATION", "DROP_REPLICATION_SLOT", "BASE_BACKUP",
    "UPLOAD_MANIFEST",
    // consoles of PgBouncer and Pgpool
    "SHOW", "PAUSE", "RESUME", "RELOAD", "RECONNECT", "SUSPEND", "WAIT_CLOSE", "KILL", "DISABLE",
    "ENABLE", "SHUTDOWN", "PGPOOL",
    // CockroachDB, Redshift
    "UPSERT", "UNLOAD"};

/// The same in the middle of a statement: Greenplum, Redshift, CockroachDB.
constexpr StringRef otherWords[] = {"DISTRIBUTED BY",
                                    "DISTRIBUTED RANDOMLY",
                                    "DISTRIBUTED REPLICATED",
                                    "DISTKEY",
                                    "SORTKEY",
                                    "DISTSTYLE",
                                    "IAM_ROLE",
                                    "CREDENTIALS",
                                    "AS OF SYSTEM TIME",
                                    "INTERLEAVE IN PARENT"};

/// Whether `words` stand at the beginning of `tokens`.
bool startsWith(std::span<const Token> tokens, std::string_view bytes, StringRef words) {
  auto [word, rest] = words.split(' ');
  if (word == "…") {
    for (; !tokens.empty() && tokens.front().kind != Token::Semicolon; tokens = tokens.subspan(1))
      if (startsWith(tokens, bytes, rest))
        return true;
    return false;
  }
  bool fits = !tokens.empty() && word.equals_insensitive(spelling(tokens.front(), bytes));
  return fits && (rest.empty() || startsWith(tokens.subspan(1), bytes, rest));
}

/// 0xFF, 0o17, 0b1, 1_000: from 16 on.
bool isNewNumber(const Token &token, std::string_view bytes) {
  StringRef text = spelling(token, bytes);
  bool prefixed = text.size() > 2 && text[0] == '0' && StringRef("xXoObB").contains(text[1]);
  return token.kind == Token::Number && (prefixed || text.contains('_'));
}

bool holds(std::span<const Token> tokens, std::string_view bytes, StringRef words) {
  for (; !tokens.empty(); tokens = tokens.subspan(1))
    if (startsWith(tokens, bytes, words))
      return true;
  return false;
}

} // namespace

bool mayBeNewer(std::span<const Token> tokens, std::string_view bytes) {
  for (const Token &token : tokens)
    if (isNewNumber(token, bytes))
      return true;
  for (const Syntax &syntax : newer)
    if (holds(tokens, bytes, syntax.words))
      return true;
  return false;
}

bool isOtherServers(std::span<const Token> tokens, std::string_view bytes) {
  for (StringRef command : otherCommands)
    if (startsWith(tokens, bytes, command))
      return true;
  for (StringRef words : otherWords)
    if (holds(tokens, bytes, words))
      return true;
  return false;
}

} // namespace clangsql::sql
