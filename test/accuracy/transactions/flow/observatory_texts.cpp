// rules: sql-network-in-transaction
// packages: libpq, libmariadb
// An observatory's log: how a transaction begins is said by a parameter, a rollback may throw, a connection is made on the spot.
#include <libpq-fe.h>
#include <mysql.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>
#include <string>

namespace observatory {

class Log {
public:
  explicit Log(PGconn *db) : db_(db) {}

  void run(const std::string &sql) {
    PGresult *result = PQexec(db_, sql.c_str());
    const bool failed = PQresultStatus(result) == PGRES_FATAL_ERROR;
    PQclear(result);
    if (failed) throw std::runtime_error(sql);
  }

  void undo() noexcept {
    try {
      run("ROLLBACK");
    } catch (const std::exception &e) {
      std::fputs(e.what(), stderr);
    }
  }

private:
  PGconn *db_;
};

// Whichever way it goes, it is over.
void record(Log &log, bool clouds) {
  log.run("BEGIN");
  if (clouds)
    log.undo();
  else
    log.run("COMMIT");
  sleep(1); // OK sql-network-in-transaction
}

// What the handler gets has not been undone yet.
void record_or_wait(Log &log) {
  log.run("BEGIN");
  try {
    log.run("INSERT INTO exposure DEFAULT VALUES");
    log.run("COMMIT");
  } catch (const std::exception &) {
    sleep(2); // WARN sql-network-in-transaction
    log.undo();
    sleep(3); // OK sql-network-in-transaction
  }
}

// The level comes from outside; a transaction begins all the same.
void at_level(Log &log, const std::string &level) {
  log.run("BEGIN ISOLATION LEVEL " + level);
  sleep(4); // WARN sql-network-in-transaction
  log.run("COMMIT");
  sleep(5); // OK sql-network-in-transaction
}

void at_printed_level(PGconn *db, const char *level) {
  char sql[64];
  std::snprintf(sql, sizeof sql, "START TRANSACTION ISOLATION LEVEL %s", level);
  PQclear(PQexec(db, sql));
  sleep(6); // WARN sql-network-in-transaction
  PQclear(PQexec(db, "COMMIT"));
}

void serialised(Log &log) {
  at_level(log, "SERIALIZABLE"); // its own wait is its own
  sleep(7);                      // OK sql-network-in-transaction
}

// The handle that a function makes of null is a handle.
struct Archive {
  MYSQL *db;
};

static bool open_archive(Archive *archive) {
  archive->db = mysql_init(nullptr);
  return mysql_real_connect(archive->db, "archive", "log", "", "log", 0, nullptr, 0) != nullptr;
}

static void by_hand(Archive *archive) { mysql_autocommit(archive->db, 0); }

int move_to_archive() {
  Archive archive;
  if (!open_archive(&archive)) return 1;
  by_hand(&archive);
  sleep(8); // WARN sql-network-in-transaction
  mysql_commit(archive.db);
  mysql_autocommit(archive.db, 1);
  sleep(9); // OK sql-network-in-transaction
  mysql_close(archive.db);
  return 0;
}

} // namespace observatory
