// libpg_query's typed syntax tree, owned; and its errors, placed by byte.
#pragma once

#include "sql/parse.h"

#include <pg_query/pg_query.pb-c.h>

#include <llvm/Support/Allocator.h>

#include <memory>
#include <span>
#include <variant>

namespace clangsql::sql {

/// Owns its nodes in one arena: there are hundreds of small ones, all freed together.
class Tree {
public:
  Tree() = default;
  /// Reads libpg_query's packed form; empty if that cannot be read.
  explicit Tree(std::string_view packed);

  explicit operator bool() const { return root != nullptr; }
  std::span<PgQuery__RawStmt *const> statements() const { return {root->stmts, root->n_stmts}; }

private:
  std::unique_ptr<llvm::BumpPtrAllocator> arena;
  PgQuery__ParseResult *root = nullptr;
};

/// Error::offset is a byte of `sql`. Texts nested deeper than the stack can take must not come here
/// (nesting.h).
std::variant<Tree, Error> parseTree(const std::string &sql);

/// 16 hexadecimal digits, or empty where the text does not parse.
std::string fingerprintOf(const std::string &sql);

} // namespace clangsql::sql
