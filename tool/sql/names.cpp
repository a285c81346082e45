#include "sql/parse.h"

namespace clangsql::sql {

std::string_view name(Position position) {
  switch (position) {
  case Position::Unknown: return "unknown";
  case Position::LiteralBody: return "literal body";
  case Position::LikePattern: return "LIKE pattern";
  case Position::Value: return "value";
  case Position::Identifier: return "identifier";
  case Position::QuotedIdentifier: return "quoted identifier";
  case Position::Direction: return "direction";
  case Position::Limit: return "limit";
  case Position::List: return "list";
  case Position::Operator: return "operator";
  case Position::Clause: return "clause";
  case Position::Statement: return "statement";
  case Position::Comment: return "comment";
  }
  return "unknown";
}

std::string_view name(StatementKind kind) {
  switch (kind) {
  case StatementKind::Select: return "SELECT";
  case StatementKind::Insert: return "INSERT";
  case StatementKind::Update: return "UPDATE";
  case StatementKind::Delete: return "DELETE";
  case StatementKind::Merge: return "MERGE";
  case StatementKind::Copy: return "COPY";
  case StatementKind::Ddl: return "DDL";
  case StatementKind::Begin: return "BEGIN";
  case StatementKind::Commit: return "COMMIT";
  case StatementKind::Rollback: return "ROLLBACK";
  case StatementKind::Savepoint: return "SAVEPOINT";
  case StatementKind::Release: return "RELEASE";
  case StatementKind::RollbackTo: return "ROLLBACK TO";
  case StatementKind::PrepareTransaction: return "PREPARE TRANSACTION";
  case StatementKind::Set: return "SET";
  case StatementKind::Show: return "SHOW";
  case StatementKind::Explain: return "EXPLAIN";
  case StatementKind::Prepare: return "PREPARE";
  case StatementKind::Execute: return "EXECUTE";
  case StatementKind::Deallocate: return "DEALLOCATE";
  case StatementKind::Call: return "CALL";
  case StatementKind::Do: return "DO";
  case StatementKind::Lock: return "LOCK";
  case StatementKind::Truncate: return "TRUNCATE";
  case StatementKind::Vacuum: return "VACUUM";
  case StatementKind::Listen: return "LISTEN";
  case StatementKind::Notify: return "NOTIFY";
  case StatementKind::Cursor: return "CURSOR";
  case StatementKind::Other: return "OTHER";
  }
  return "OTHER";
}

} // namespace clangsql::sql
