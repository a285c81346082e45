// Where a token stands in its statement, read from left to right without a grammar: clause by
// clause.
#pragma once

#include "sql/fillers.h"

namespace clangsql::sql {

/// Reads a statement's tokens in order: contextOf(i) before pass(i).
class ContextReader {
public:
  explicit ContextReader(const Source &source) : source(source) {}

  Context contextOf(size_t i) const;
  void pass(size_t i);

private:
  enum class Clause : uint8_t {
    None,
    Targets,
    From,
    On,
    Where,
    Keys,
    Sort,
    Limit,
    InsertTarget,
    Columns,
    Rows,
    Row,
    Set,
    UpdateTarget,
    InList,
    Arguments,
    Definitions,
    Ddl
  };
  const Source &source;
  std::vector<Clause> frames{Clause::None};

  Clause clause() const { return frames.back(); }
  bool endsOperand(size_t i) const;
  bool startsOperand(size_t i) const;
  bool isStar(size_t i) const;
  bool callsForName(size_t i) const;
  bool namesAssigned(size_t i) const;
  Context afterKeyword(size_t i) const;
  Context afterComma(size_t i) const;
  Context afterOpen(size_t i) const;
  Context afterOperand(size_t i) const;
  Clause parenthesised(size_t i) const;
};

} // namespace clangsql::sql
