// The bound parameters of a text, and client libraries' ways to write them brought to PostgreSQL's
// $n.
#pragma once

#include "sql/lexer.h"
#include "sql/mapped_text.h"

namespace clangsql::sql {

struct ParameterList {
  std::vector<uint32_t> offsets; // byte of each
  unsigned distinct = 0;
  std::vector<unsigned> numbers; // of those whose number is known; sorted, each once
  unsigned unknown = 0;          // "$" + n
  Edits edits;                   // none for what is $n already
};

/// Numbers as SQLite does (https://sqlite.org/lang_expr.html#varparam): ? is one more than the
/// largest so far, ?n is n, a name met again is the same parameter.
ParameterList parameters(std::span<const Token>, std::string_view bytes);

} // namespace clangsql::sql
