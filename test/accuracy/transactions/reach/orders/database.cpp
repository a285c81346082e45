// rules: sql-network-in-transaction
// packages: libpq
#include "database.h"

namespace orders {

void run(PGconn *db, const std::string &sql) { PQclear(PQexec(db, sql.c_str())); }
void begin(PGconn *db) { run(db, "BEGIN"); }
void commit(PGconn *db) { run(db, "COMMIT"); }

Guard::Guard(PGconn *db) : db_(db) { begin(db_); }
Guard::~Guard() {
  if (!done_)
    run(db_, "ROLLBACK");
}
void Guard::commit() {
  orders::commit(db_);
  done_ = true;
}

} // namespace orders
