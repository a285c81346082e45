// rules: sql-network-in-transaction, sql-transaction-never-ended
// packages: libpq, libmariadb
// A ferry's booking office: what the result of a begin says, and whoever hands it on.
#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace ferry {

enum class Season { Winter, Spring, Summer };

// Two results are good ones; a begin has only the first.
static bool took(PGconn *db, const std::string &sql) {
  PGresult *answer = PQexec(db, sql.c_str());
  const ExecStatusType status = PQresultStatus(answer);
  PQclear(answer);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static int took_or_errno(PGconn *db, const char *sql) {
  PGresult *answer = PQexec(db, sql);
  const bool good = PQresultStatus(answer) == PGRES_TUPLES_OK || PQresultStatus(answer) == PGRES_COMMAND_OK;
  PQclear(answer);
  if (!good)
    return -5;
  return 0;
}

bool reserve(PGconn *db, int cabin) {
  if (!took(db, "BEGIN")) { // OK sql-transaction-never-ended
    sleep(1);               // OK sql-network-in-transaction
    return false;
  }
  sleep(1); // WARN sql-network-in-transaction
  if (!took(db, "UPDATE cabin SET taken = true WHERE id = " + std::to_string(cabin))) {
    took(db, "ROLLBACK");
    return false;
  }
  return took(db, "COMMIT");
}

// Open for the caller if it says so.
bool hold(PGconn *db, int cabin) {
  if (!took(db, "BEGIN")) // OK sql-transaction-never-ended
    return false;
  if (!took(db, "SELECT 1 FROM cabin WHERE id = " + std::to_string(cabin) + " FOR UPDATE NOWAIT")) {
    took(db, "ROLLBACK");
    return false;
  }
  return true;
}

int hold_and_ask(PGconn *db, int port, int cabin) {
  while (!hold(db, cabin))
    usleep(500); // OK sql-network-in-transaction
  char answer = 0;
  recv(port, &answer, 1, 0); // WARN sql-network-in-transaction
  took(db, answer == 'y' ? "COMMIT" : "ROLLBACK");
  return answer;
}

int cancel(PGconn *db, int port, int cabin) {
  if (took_or_errno(db, "START TRANSACTION") < 0) { // OK sql-transaction-never-ended
    send(port, "?", 1, 0);                          // OK sql-network-in-transaction
    return -1;
  }
  if (took_or_errno(db, "DELETE FROM booking WHERE paid = false") < 0) {
    took_or_errno(db, "ROLLBACK");
    return -1;
  }
  send(port, "-", 1, 0); // WARN sql-network-in-transaction
  took_or_errno(db, "COMMIT");
  return cabin;
}

int cancel_carelessly(PGconn *db, int cabin) {
  if (took_or_errno(db, "START TRANSACTION") < 0) // WARN sql-transaction-never-ended
    return -1;
  if (took_or_errno(db, "DELETE FROM booking WHERE paid = false") < 0)
    return -1;
  took_or_errno(db, "COMMIT");
  return cabin;
}

// One of the seasons writes.
void prices(PGconn *db, int port, Season season) {
  if (season == Season::Summer)
    took(db, "BEGIN"); // OK sql-transaction-never-ended
  if (season == Season::Winter || season == Season::Spring) {
    send(port, "low", 3, 0); // OK sql-network-in-transaction
    return;
  }
  if (season == Season::Summer)
    send(port, "high", 4, 0); // WARN sql-network-in-transaction
  if (season == Season::Summer)
    took(db, "COMMIT");
  send(port, "set", 3, 0); // OK sql-network-in-transaction
}

int by_class(PGconn *db, int port, int deck) {
  if (deck > 3)
    took(db, "BEGIN"); // OK sql-transaction-never-ended
  if (deck == 2)
    send(port, "2", 1, 0); // OK sql-network-in-transaction
  if (deck >= 4) {
    send(port, "4", 1, 0); // WARN sql-network-in-transaction
    took(db, "COMMIT");
  }
  return deck;
}

// What a busy database answers: nothing is open.
bool lock_log(sqlite3 *log) {
  const int rc = sqlite3_exec(log, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr); // OK sql-transaction-never-ended
  switch (rc) {
  case SQLITE_OK: break;
  case SQLITE_BUSY:
    usleep(100); // OK sql-network-in-transaction
    return false;
  default: return false;
  }
  usleep(100); // WARN sql-network-in-transaction
  sqlite3_exec(log, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

bool lock_or_give_up(sqlite3 *log) {
  for (;;) {
    const int rc = sqlite3_exec(log, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); // OK sql-transaction-never-ended
    if (rc == SQLITE_OK)
      break;
    if (rc != SQLITE_BUSY && rc != SQLITE_LOCKED)
      return false;
    usleep(100); // OK sql-network-in-transaction
  }
  usleep(100); // WARN sql-network-in-transaction
  return sqlite3_exec(log, "END", nullptr, nullptr, nullptr) == SQLITE_OK;
}

// A ternary of two constants is what its condition is.
static void each_alone(MYSQL *tills, bool alone) {
  const auto mode = static_cast<my_bool>(alone ? 1 : 0);
  mysql_autocommit(tills, mode);
}

void settle(MYSQL *tills, int port) {
  each_alone(tills, false); // OK sql-transaction-never-ended
  mysql_query(tills, "UPDATE till SET open = 0");
  send(port, "settled", 7, 0); // WARN sql-network-in-transaction
  each_alone(tills, true);
  send(port, "done", 4, 0); // OK sql-network-in-transaction
}

// So is a number that only one branch has set.
void settle_some(MYSQL *tills, int port, const std::string &list) {
  int pending = 0;
  if (!list.empty()) {
    pending = 7;
    mysql_query(tills, "BEGIN"); // OK sql-transaction-never-ended
  }
  if (pending == 0)
    send(port, "none", 4, 0); // OK sql-network-in-transaction
  if (pending > 5)
    send(port, "some", 4, 0); // WARN sql-network-in-transaction
  if (pending == 7)
    mysql_query(tills, "COMMIT");
  send(port, "done", 4, 0); // OK sql-network-in-transaction
}

// Again until it works: what is asked at the head of the loop was set in the round before.
bool patient(sqlite3 *log) {
  int rc = SQLITE_BUSY;
  for (int round = 0; round < 10 && rc == SQLITE_BUSY; ++round) {
    rc = sqlite3_exec(log, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr); // OK sql-transaction-never-ended
    if (rc == SQLITE_BUSY)
      usleep(100); // OK sql-network-in-transaction
  }
  if (rc != SQLITE_OK)
    return false;
  usleep(100); // WARN sql-network-in-transaction
  sqlite3_exec(log, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

} // namespace ferry
