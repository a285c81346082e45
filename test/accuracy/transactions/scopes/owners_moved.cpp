// rules: sql-network-in-transaction, sql-transaction-never-ended
// packages: libpq
// A museum's catalogue: guards that know by a pointer whether they are done, and owners that take them over.
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <utility>

namespace museum {

static bool tell(sqlite3 *db, const char *what) { return sqlite3_exec(db, what, nullptr, nullptr, nullptr) == SQLITE_OK; }

// Null once it is done; every way out may be taken twice.
class Edit {
public:
  explicit Edit(sqlite3 *catalogue) : catalogue_(catalogue) { tell(catalogue_, "BEGIN"); }
  Edit(const Edit &) = delete;
  ~Edit() { undo(); }
  void undo() {
    if (catalogue_ != nullptr)
      tell(catalogue_, "ROLLBACK");
    catalogue_ = nullptr;
  }
  bool keep() {
    if (!catalogue_)
      return false;
    const bool kept = tell(catalogue_, "COMMIT");
    catalogue_ = nullptr;
    return kept;
  }

private:
  sqlite3 *catalogue_;
};

void rename(sqlite3 *catalogue, int exhibit, int screen) {
  {
    Edit edit(catalogue);
    send(screen, "renaming", 8, 0); // WARN sql-network-in-transaction
    if (exhibit > 3 && exhibit < 7)
      edit.keep();
  }
  send(screen, "renamed", 7, 0); // OK sql-network-in-transaction
}

int several(sqlite3 *catalogue, int exhibits, int screen) {
  int done = 0;
  for (int exhibit = 0; exhibit < exhibits; ++exhibit) {
    Edit edit(catalogue);
    if (exhibit == 13) {
      edit.undo();
      send(screen, "13", 2, 0); // OK sql-network-in-transaction
      continue;
    }
    send(screen, "..", 2, 0); // WARN sql-network-in-transaction
    done += edit.keep();
    send(screen, "ok", 2, 0); // OK sql-network-in-transaction
  }
  return done;
}

class Loan {
public:
  explicit Loan(PGconn *db) : db_(db) { PQclear(PQexec(db_, "BEGIN")); }
  ~Loan() {
    if (open_)
      PQclear(PQexec(db_, "ROLLBACK"));
  }
  void sign() {
    PQclear(PQexec(db_, "COMMIT"));
    open_ = false;
  }

private:
  PGconn *db_;
  bool open_ = true;
};

// Made on one of the ways, and assigned.
void lend(PGconn *db, bool binding, int screen) {
  std::unique_ptr<Loan> loan;
  if (binding)
    loan = std::make_unique<Loan>(db);
  send(screen, "lend", 4, 0); // WARN sql-network-in-transaction
  if (binding)
    loan->sign();
  send(screen, "lent", 4, 0); // OK sql-network-in-transaction
}

void lend_again(PGconn *db, int screen) {
  std::unique_ptr<Loan> first = std::make_unique<Loan>(db), second;
  second = std::move(first);
  send(screen, "lend", 4, 0); // WARN sql-network-in-transaction
  second->sign();
  send(screen, "lent", 4, 0); // OK sql-network-in-transaction
}

// Whoever gets the owner, by value too, is inside.
void inspect(std::unique_ptr<pqxx::work> tx, int exhibit, int screen) {
  tx->exec_params0("UPDATE exhibit SET seen = now() WHERE id = $1", exhibit);
  if (exhibit == 0) {
    tx.reset();
    send(screen, "none", 4, 0); // OK sql-network-in-transaction
    return;
  }
  send(screen, "seen", 4, 0); // WARN sql-network-in-transaction
  tx->commit();
  send(screen, "done", 4, 0); // OK sql-network-in-transaction
}

// Not for others: it is committed here on all other days.
int weigh(PGconn *db, int exhibit) {
  PQclear(PQexec(db, "BEGIN")); // WARN sql-transaction-never-ended
  switch (exhibit % 7) {
  case 6: return 0;
  default: break;
  }
  PQclear(PQexec(db, "UPDATE exhibit SET weighed = now()"));
  PQclear(PQexec(db, "COMMIT"));
  return 1;
}

} // namespace museum
