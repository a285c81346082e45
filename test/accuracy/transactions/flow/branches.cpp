// rules: sql-network-in-transaction
// packages: libpq, libmariadb
// A parcel service: where begin, wait and commit stand to each other.
#include <curl/curl.h>
#include <libpq-fe.h>
#include <mysql.h>
#include <pqxx/pqxx>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace parcels {

class Carrier {
public:
  bool announce(long parcel) const {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, ("https://carrier.example/" + std::to_string(parcel)).c_str());
    const bool ok = curl_easy_perform(curl) == CURLE_OK;
    curl_easy_cleanup(curl);
    return ok;
  }
};

static void run(PGconn *db, const char *sql) { PQclear(PQexec(db, sql)); }

[[noreturn]] void fatal(const std::string &what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

// One branch only.
void one_branch(pqxx::connection &db, const Carrier &carrier, bool express) {
  pqxx::work tx(db);
  if (express)
    carrier.announce(1); // WARN sql-network-in-transaction
  tx.commit();
}

void ends_in_one_branch(PGconn *db, const Carrier &carrier, bool express) {
  run(db, "BEGIN");
  if (express)
    run(db, "COMMIT");
  carrier.announce(2); // WARN sql-network-in-transaction
  if (!express)
    run(db, "COMMIT");
}

void ends_in_both(PGconn *db, const Carrier &carrier, bool express) {
  run(db, "BEGIN");
  if (express)
    run(db, "COMMIT");
  else
    run(db, "ROLLBACK");
  carrier.announce(3); // OK sql-network-in-transaction
}

void begins_in_one_branch(PGconn *db, const Carrier &carrier, bool express) {
  if (express) {
    run(db, "BEGIN");
    run(db, "UPDATE parcel SET express = true");
  } else {
    carrier.announce(4); // OK sql-network-in-transaction
    return;
  }
  run(db, "COMMIT");
}

// Early return.
bool early_return(PGconn *db, const Carrier &carrier) {
  run(db, "BEGIN");
  PGresult *found = PQexec(db, "SELECT 1 FROM parcel");
  if (PQntuples(found) == 0) {
    PQclear(found);
    run(db, "ROLLBACK");
    return carrier.announce(5); // OK sql-network-in-transaction
  }
  PQclear(found);
  run(db, "COMMIT");
  return true;
}

bool forgotten_return(PGconn *db, const Carrier &carrier) {
  run(db, "BEGIN");
  PGresult *found = PQexec(db, "SELECT 1 FROM parcel");
  if (PQntuples(found) == 0)
    return carrier.announce(6); // WARN sql-network-in-transaction
  PQclear(found);
  run(db, "COMMIT");
  return true;
}

// goto.
int cleaned_up(PGconn *db, const Carrier &carrier) {
  int failed = 1;
  run(db, "BEGIN");
  PGresult *done = PQexec(db, "UPDATE parcel SET sent = true");
  if (PQresultStatus(done) != PGRES_COMMAND_OK)
    goto undo;
  if (!carrier.announce(7)) // WARN sql-network-in-transaction
    goto undo;
  run(db, "COMMIT");
  failed = 0;
  goto out;
undo:
  run(db, "ROLLBACK");
out:
  PQclear(done);
  carrier.announce(8); // OK sql-network-in-transaction
  return failed;
}

// Loops and back edges.
void each_its_own(pqxx::connection &db, const Carrier &carrier, const std::vector<long> &parcels) {
  for (const long parcel : parcels) {
    pqxx::work tx(db);
    tx.exec("UPDATE parcel SET sent = true WHERE id = " + std::to_string(parcel));
    tx.commit();
  }
  for (const long parcel : parcels)
    carrier.announce(parcel); // OK sql-network-in-transaction
}

void each_announced_before(PGconn *db, const Carrier &carrier, const std::vector<long> &parcels) {
  for (const long parcel : parcels) {
    carrier.announce(parcel); // OK sql-network-in-transaction
    run(db, "BEGIN");
    run(db, "UPDATE parcel SET sent = true");
    run(db, "COMMIT");
  }
}

void left_open_by_the_round_before(PGconn *db, const Carrier &carrier, const std::vector<long> &parcels) {
  for (const long parcel : parcels) {
    carrier.announce(parcel); // WARN sql-network-in-transaction
    run(db, "BEGIN");
    run(db, "UPDATE parcel SET sent = true");
    if (parcel > 0)
      run(db, "COMMIT");
  }
}

void all_in_one(pqxx::connection &db, const Carrier &carrier, const std::vector<long> &parcels) {
  pqxx::work tx(db);
  for (const long parcel : parcels)
    carrier.announce(parcel); // WARN sql-network-in-transaction
  tx.commit();
}

void batches(pqxx::connection &db, const Carrier &carrier, int rounds) {
  auto tx = std::make_unique<pqxx::work>(db);
  for (int i = 0; i < rounds; ++i) {
    tx->exec("DELETE FROM parcel WHERE id IN (SELECT id FROM parcel LIMIT 1000)");
    tx->commit();
    tx.reset();
    carrier.announce(i); // OK sql-network-in-transaction
    tx = std::make_unique<pqxx::work>(db);
  }
  tx->commit();
}

void until_it_works(pqxx::connection &db, const Carrier &carrier) {
  bool done = false;
  while (!done) {
    try {
      pqxx::work tx(db);
      tx.exec("UPDATE parcel SET sent = true");
      tx.commit();
      done = true;
    } catch (const pqxx::failure &) {
      ::sleep(1); // OK sql-network-in-transaction
    }
  }
  carrier.announce(9); // OK sql-network-in-transaction
}

// Exceptions.
void handler_outside(pqxx::connection &db, const Carrier &carrier) {
  try {
    pqxx::work tx(db);
    tx.exec("UPDATE parcel SET lost = true");
    tx.commit();
  } catch (const std::exception &) {
    carrier.announce(10); // OK sql-network-in-transaction
  }
}

void handler_inside(pqxx::connection &db, const Carrier &carrier) {
  pqxx::work tx(db);
  try {
    tx.exec("UPDATE parcel SET lost = true");
  } catch (const pqxx::sql_error &) {
    carrier.announce(11); // WARN sql-network-in-transaction
    throw;
  }
  tx.commit();
}

void handler_by_text(PGconn *db, const Carrier &carrier, long parcel) {
  try {
    run(db, "BEGIN");
    if (parcel < 0)
      throw std::invalid_argument("parcel");
    run(db, "COMMIT");
  } catch (const std::invalid_argument &) {
    carrier.announce(12); // WARN sql-network-in-transaction
    run(db, "ROLLBACK");
  }
}

void handler_that_ends(PGconn *db, const Carrier &carrier, long parcel) {
  run(db, "BEGIN");
  try {
    if (parcel < 0)
      throw std::invalid_argument("parcel");
    run(db, "COMMIT");
  } catch (...) {
    run(db, "ROLLBACK");
    carrier.announce(13); // OK sql-network-in-transaction
    throw;
  }
  carrier.announce(14); // OK sql-network-in-transaction
}

// A guard of the project's own, whose destructor knows whether there was a commit.
class Guard {
public:
  explicit Guard(PGconn *db) : db_(db) { run(db_, "BEGIN"); }
  ~Guard() {
    if (!done_)
      run(db_, "ROLLBACK");
  }
  void commit() {
    run(db_, "COMMIT");
    done_ = true;
  }

private:
  PGconn *db_;
  bool done_ = false;
};

void guard_and_handler(PGconn *db, const Carrier &carrier, long parcel) {
  try {
    Guard guard(db);
    if (parcel < 0)
      throw std::invalid_argument("parcel");
    guard.commit();
  } catch (const std::invalid_argument &) {
    carrier.announce(36); // OK sql-network-in-transaction
  }
}

void handler_inside_guard(PGconn *db, const Carrier &carrier, long parcel) {
  Guard guard(db);
  try {
    if (parcel < 0)
      throw std::invalid_argument("parcel");
  } catch (const std::invalid_argument &) {
    carrier.announce(37); // WARN sql-network-in-transaction
  }
  guard.commit();
}

// noreturn.
void checked(PGconn *db, const Carrier &carrier) {
  run(db, "BEGIN");
  PGresult *done = PQexec(db, "UPDATE parcel SET sent = true");
  if (PQresultStatus(done) != PGRES_COMMAND_OK)
    fatal(PQerrorMessage(db));
  run(db, "COMMIT");
  carrier.announce(15); // OK sql-network-in-transaction
}

void committed_or_dead(PGconn *db, const Carrier &carrier, bool keep) {
  run(db, "BEGIN");
  if (keep)
    run(db, "COMMIT");
  else
    std::abort();
  carrier.announce(16); // OK sql-network-in-transaction
}

// switch.
void by_kind(PGconn *db, const Carrier &carrier, int kind) {
  run(db, "BEGIN");
  switch (kind) {
  case 0: run(db, "COMMIT"); break;
  case 1: run(db, "ROLLBACK"); break;
  default:
    carrier.announce(17); // WARN sql-network-in-transaction
    run(db, "COMMIT");
  }
  carrier.announce(18); // OK sql-network-in-transaction
}

// if constexpr.
template <bool Announced> void sent(pqxx::connection &db, const Carrier &carrier) {
  pqxx::work tx(db);
  tx.exec("UPDATE parcel SET sent = true");
  if constexpr (Announced)
    carrier.announce(19); // WARN sql-network-in-transaction
  tx.commit();
}
template void sent<true>(pqxx::connection &, const Carrier &);

template <bool Announced> void queued(pqxx::connection &db, const Carrier &carrier) {
  pqxx::work tx(db);
  tx.exec("UPDATE parcel SET queued = true");
  if constexpr (Announced)
    carrier.announce(20); // OK sql-network-in-transaction
  tx.commit();
}
template void queued<false>(pqxx::connection &, const Carrier &);

// Conditions that go together.
void persisted(PGconn *db, const Carrier &carrier, bool persist) {
  if (persist)
    run(db, "BEGIN");
  run(db, "SELECT 1");
  if (persist)
    run(db, "COMMIT");
  carrier.announce(21); // OK sql-network-in-transaction
}

void persisted_inside(PGconn *db, const Carrier &carrier, bool persist) {
  if (persist)
    run(db, "BEGIN");
  carrier.announce(22); // WARN sql-network-in-transaction
  if (persist)
    run(db, "COMMIT");
}

void only_without(PGconn *db, const Carrier &carrier, const bool persist) {
  if (persist)
    run(db, "BEGIN");
  if (!persist)
    carrier.announce(23); // OK sql-network-in-transaction
  if (persist)
    run(db, "COMMIT");
}

void by_pointer(PGconn *db, const Carrier &carrier) {
  if (db)
    run(db, "BEGIN");
  if (db)
    run(db, "UPDATE parcel SET sent = true");
  if (db)
    run(db, "COMMIT");
  carrier.announce(24); // OK sql-network-in-transaction
}

void autocommit(MYSQL *db, const Carrier &carrier, bool batch) {
  if (batch)
    mysql_autocommit(db, 0);
  mysql_query(db, "UPDATE parcel SET sent = 1");
  if (batch)
    mysql_commit(db);
  if (batch)
    mysql_autocommit(db, 1);
  carrier.announce(25); // OK sql-network-in-transaction
}

void by_owner(pqxx::connection &db, const Carrier &carrier, bool locked) {
  std::unique_ptr<pqxx::work> tx;
  if (locked)
    tx = std::make_unique<pqxx::work>(db);
  if (!tx)
    carrier.announce(26); // OK sql-network-in-transaction
  if (tx)
    carrier.announce(27); // WARN sql-network-in-transaction
  if (tx)
    tx->commit();
}

void by_optional(pqxx::connection &db, const Carrier &carrier, bool locked) {
  std::optional<pqxx::work> tx;
  if (locked)
    tx.emplace(db);
  if (!tx.has_value()) {
    carrier.announce(28); // OK sql-network-in-transaction
    return;
  }
  tx->commit();
}

struct Job {
  bool persist = false;
  int tries = 0;
};

void by_member(PGconn *db, const Carrier &carrier, const Job &job) {
  if (job.persist)
    run(db, "BEGIN");
  run(db, "SELECT 1");
  if (job.persist)
    run(db, "COMMIT");
  carrier.announce(29); // OK sql-network-in-transaction
}

void by_count(PGconn *db, const Carrier &carrier, int count) {
  if (count > 0)
    run(db, "BEGIN");
  for (int i = 0; i < count; ++i)
    run(db, "UPDATE parcel SET sent = true");
  if (count > 0)
    run(db, "COMMIT");
  carrier.announce(30); // OK sql-network-in-transaction
}

void by_own_flag(PGconn *db, const Carrier &carrier, const Job &job) {
  bool begun = false;
  if (job.tries > 3) {
    run(db, "BEGIN");
    begun = true;
  }
  run(db, "SELECT 1");
  if (begun)
    run(db, "COMMIT");
  carrier.announce(31); // OK sql-network-in-transaction
}

void condition_changes(PGconn *db, const Carrier &carrier, bool persist) {
  if (persist)
    run(db, "BEGIN");
  persist = carrier.announce(32); // WARN sql-network-in-transaction
  if (persist)
    run(db, "COMMIT");
  carrier.announce(33); // WARN sql-network-in-transaction
}

// What a callee does with a constant.
static void back_off(int attempt) {
  if (attempt > 0)
    ::sleep(1u << attempt);
}

void first_attempt(pqxx::connection &db) {
  pqxx::work tx(db);
  back_off(0); // OK sql-network-in-transaction
  back_off(2); // WARN sql-network-in-transaction
  tx.commit();
}

// do { } while, ternary, short circuit.
void short_circuit(pqxx::connection &db, const Carrier &carrier, bool quiet) {
  pqxx::work tx(db);
  const bool told = quiet || carrier.announce(34); // WARN sql-network-in-transaction
  tx.exec(told ? "UPDATE parcel SET told = true" : "UPDATE parcel SET told = false");
  tx.commit();
}

void retry_inside(pqxx::connection &db, const Carrier &carrier) {
  pqxx::work tx(db);
  int tries = 0;
  do {
    if (tries)
      ::sleep(1); // WARN sql-network-in-transaction
  } while (!carrier.announce(35) && ++tries < 3); // WARN sql-network-in-transaction
  tx.commit();
}

} // namespace parcels
