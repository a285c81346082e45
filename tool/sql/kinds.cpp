// Statement kinds by node type.

#include "sql/statements.h"

namespace clangsql::sql {

static StatementKind kindOf(const PgQuery__TransactionStmt &statement) {
  switch (statement.kind) {
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START: return StatementKind::Begin;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT: return StatementKind::Commit;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK: return StatementKind::Rollback;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_SAVEPOINT: return StatementKind::Savepoint;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_RELEASE: return StatementKind::Release;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK_TO: return StatementKind::RollbackTo;
  case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_PREPARE:
    return StatementKind::PrepareTransaction;
  default:
    return StatementKind::Other; // COMMIT PREPARED, ROLLBACK PREPARED: of another session's
                                 // transaction
  }
}

StatementKind kindOf(const ProtobufCMessage &statement) {
  if (statement.descriptor == descriptorOf<PgQuery__TransactionStmt>)
    return kindOf(reinterpret_cast<const PgQuery__TransactionStmt &>(statement));
  struct Row {
    std::string_view prefix; // of the node's type
    StatementKind kind;
  };
  using enum StatementKind;
  static constexpr Row rows[] = {{"SelectStmt", Select},
                                 {"InsertStmt", Insert},
                                 {"UpdateStmt", Update},
                                 {"DeleteStmt", Delete},
                                 {"MergeStmt", Merge},
                                 {"CopyStmt", Copy},
                                 {"VariableSetStmt", Set},
                                 {"VariableShowStmt", Show},
                                 {"ConstraintsSetStmt", Set},
                                 {"DiscardStmt", Set},
                                 {"ExplainStmt", Explain},
                                 {"PrepareStmt", Prepare},
                                 {"ExecuteStmt", Execute},
                                 {"DeallocateStmt", Deallocate},
                                 {"CallStmt", Call},
                                 {"DoStmt", Do},
                                 {"LockStmt", Lock},
                                 {"TruncateStmt", Truncate},
                                 {"VacuumStmt", Vacuum},
                                 {"ClusterStmt", Vacuum},
                                 {"ReindexStmt", Vacuum},
                                 {"ListenStmt", Listen},
                                 {"UnlistenStmt", Listen},
                                 {"NotifyStmt", Notify},
                                 {"DeclareCursorStmt", Cursor},
                                 {"FetchStmt", Cursor},
                                 {"ClosePortalStmt", Cursor},
                                 {"CheckPointStmt", Other},
                                 {"LoadStmt", Other},
                                 {"Create", Ddl},
                                 {"Alter", Ddl},
                                 {"Drop", Ddl},
                                 {"Define", Ddl},
                                 {"Grant", Ddl},
                                 {"Comment", Ddl},
                                 {"Index", Ddl},
                                 {"Rename", Ddl},
                                 {"Rule", Ddl},
                                 {"View", Ddl},
                                 {"CompositeType", Ddl},
                                 {"Reassign", Ddl},
                                 {"SecLabel", Ddl},
                                 {"ImportForeign", Ddl},
                                 {"RefreshMatView", Ddl}};
  for (const Row &row : rows)
    if (std::string_view(statement.descriptor->short_name).starts_with(row.prefix))
      return row.kind;
  return Other;
}

} // namespace clangsql::sql
