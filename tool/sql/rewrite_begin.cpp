#include "sql/rewrite.h"

namespace clangsql::sql {

static void remove(const Source &source, size_t first, size_t last, Edits &edits) {
  edits.push_back({source.tokens[first].begin, source.tokens[last].end, ""});
}

/// https://sqlite.org/lang_transaction.html; MySQL manual, "START TRANSACTION, COMMIT, and ROLLBACK
/// Statements".
void rewriteBegin(const Source &source, Edits &edits) {
  if (source.is(0, "BEGIN") &&
      source.isAny(1, {"DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT"}))
    remove(source, 1, 1, edits);
  else if (source.is(0, "START") && source.is(1, "TRANSACTION") && source.is(2, "WITH") &&
           source.is(4, "SNAPSHOT"))
    remove(source, 2, 4, edits);
}

/// https://sqlite.org/lang_explain.html
void rewriteExplain(const Source &source, Edits &edits) {
  if (source.is(0, "EXPLAIN") && source.is(1, "QUERY") && source.is(2, "PLAN"))
    remove(source, 1, 2, edits);
}

} // namespace clangsql::sql
