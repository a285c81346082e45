// libpg_query's typed syntax tree, owned; and its errors, placed by byte.
#pragma once

#include "sql/parse.h"

#include <pg_query/pg_query.pb-c.h>

#include <memory>
#include <variant>

namespace clangsql::sql {

struct FreeTree {
  void operator()(PgQuery__ParseResult *tree) const {
    pg_query__parse_result__free_unpacked(tree, nullptr);
  }
};
using Tree = std::unique_ptr<PgQuery__ParseResult, FreeTree>;

/// Error::offset is a byte of `sql`. Texts nested deeper than the stack can take must not come here
/// (nesting.h).
std::variant<Tree, Error> parseTree(const std::string &sql);

/// 16 hexadecimal digits, or empty where the text does not parse.
std::string fingerprintOf(const std::string &sql);

} // namespace clangsql::sql
