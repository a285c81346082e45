// rules: sql-network-in-transaction
// packages: libpq
// A workshop's jobs and tools: guards that are owned, moved, returned and unwound; tasks that are kept and run; conditions that go together.
#include <curl/curl.h>
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <unistd.h>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
static void run(PGconn *db, const char *sql) { PQclear(PQexec(db, sql)); }
class Guard {
public:
  explicit Guard(PGconn *db) : db_(db) { run(db_, "BEGIN"); }
  Guard(Guard &&other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  ~Guard() { if (db_) run(db_, "ROLLBACK"); }
  void commit() { run(db_, "COMMIT"); db_ = nullptr; }
private:
  PGconn *db_;
};
void lend_tool(PGconn *db) {
  auto guard = std::make_unique<Guard>(db);
  sleep(1); // WARN sql-network-in-transaction
  guard.reset();
  sleep(2); // OK sql-network-in-transaction
}
void lend_tool_briefly(PGconn *db) {
  {
    auto guard = std::make_unique<Guard>(db);
    sleep(1); // WARN sql-network-in-transaction
  }
  sleep(2); // OK sql-network-in-transaction
}
void lend_maybe(PGconn *db) {
  std::optional<Guard> guard;
  guard.emplace(db);
  sleep(1); // WARN sql-network-in-transaction
  guard.reset();
  sleep(2); // OK sql-network-in-transaction
}
Guard begin_repair(PGconn *db) { return Guard(db); }
void repair(PGconn *db) {
  {
    auto guard = begin_repair(db);
    sleep(1); // WARN sql-network-in-transaction
    guard.commit();
  }
  sleep(2); // OK sql-network-in-transaction
}
void hand_over(PGconn *db) {
  Guard first(db);
  {
    Guard second(std::move(first));
    sleep(1); // WARN sql-network-in-transaction
  }
  sleep(2); // OK sql-network-in-transaction
}
void inspect(pqxx::connection &c, bool ok) {
  if (pqxx::work tx(c); ok) {
    sleep(1); // WARN sql-network-in-transaction
    tx.commit();
  }
  sleep(2); // OK sql-network-in-transaction
}
template <class F> class Finally {
public:
  explicit Finally(F f) : f_(std::move(f)) {}
  ~Finally() { f_(); }
private:
  F f_;
};
void clean_up(PGconn *db) {
  {
    run(db, "BEGIN");
    Finally end([&] { run(db, "COMMIT"); });
    sleep(1); // WARN sql-network-in-transaction
  }
  sleep(2); // OK sql-network-in-transaction
}
void work_queue(PGconn *db) {
  while (true) {
    run(db, "BEGIN");
    PGresult *r = PQexec(db, "SELECT 1 FROM q");
    if (PQntuples(r) == 0) {
      PQclear(r);
      run(db, "COMMIT");
      sleep(5); // OK sql-network-in-transaction
      continue;
    }
    PQclear(r);
    sleep(6); // WARN sql-network-in-transaction
    run(db, "COMMIT");
  }
}
class Repo {
public:
  explicit Repo(PGconn *db) : db_(db) {}
  bool begin() { return exec("BEGIN"); }
  bool commit() { return exec("COMMIT"); }
  bool rollback() { return exec("ROLLBACK"); }
  bool exec(const char *sql) {
    PGresult *r = PQexec(db_, sql);
    bool ok = PQresultStatus(r) == PGRES_COMMAND_OK;
    PQclear(r);
    return ok;
  }
private:
  PGconn *db_;
};
bool book(Repo &repo) {
  if (!repo.begin()) {
    sleep(1); // OK sql-network-in-transaction
    return false;
  }
  if (!repo.exec("UPDATE x SET y = 1")) {
    repo.rollback();
    sleep(2); // OK sql-network-in-transaction
    return false;
  }
  sleep(3); // WARN sql-network-in-transaction
  return repo.commit();
}
struct Task { std::string name; std::function<void()> run; };
void run_tasks(pqxx::connection &c) {
  std::vector<Task> all;
  all.push_back({"a", [] { sleep(1); }});
  pqxx::work tx(c);
  for (auto &t : all) t.run(); // WARN sql-network-in-transaction
  tx.commit();
}
void pause_if_slow(pqxx::connection &c, bool slow) {
  pqxx::work tx(c);
  unsigned left = slow ? sleep(1) : 0; // WARN sql-network-in-transaction
  tx.exec("SELECT " + std::to_string(left));
}
void wait_for_count(pqxx::connection &c) {
  auto n = [&] {
    pqxx::work tx(c);
    auto r = tx.exec("SELECT 1");
    tx.commit();
    return r.size();
  }();
  sleep(n); // OK sql-network-in-transaction
}
void order_parts(pqxx::connection &c) {
  auto f = std::async(std::launch::async, [] { sleep(3); return 1; });
  pqxx::work tx(c);
  tx.exec("SELECT 1");
  f.get(); // WARN sql-network-in-transaction
}
void by_mode(sqlite3 *db, int mode) {
  if (mode == 2) sqlite3_exec(db, "BEGIN", 0, 0, 0);
  sqlite3_exec(db, "SELECT 1", 0, 0, 0);
  if (mode == 2) sqlite3_exec(db, "COMMIT", 0, 0, 0);
  sleep(1); // OK sql-network-in-transaction
}
void empty_list(sqlite3 *db, const std::vector<int> &items) {
  const bool any = !items.empty();
  if (any) sqlite3_exec(db, "BEGIN", 0, 0, 0);
  for (int i : items) sqlite3_exec(db, i ? "SELECT 1" : "SELECT 2", 0, 0, 0);
  if (any) sqlite3_exec(db, "COMMIT", 0, 0, 0);
  sleep(1); // OK sql-network-in-transaction
}
void empty_again(sqlite3 *db, const std::vector<int> &items) {
  if (!items.empty()) sqlite3_exec(db, "BEGIN", 0, 0, 0);
  for (int i : items) sqlite3_exec(db, i ? "SELECT 1" : "SELECT 2", 0, 0, 0);
  if (!items.empty()) sqlite3_exec(db, "COMMIT", 0, 0, 0);
  sleep(1); // OK sql-network-in-transaction
}
class Machine { public: virtual ~Machine() = default; virtual void work(pqxx::work &tx) = 0; };
class Press : public Machine { public: void work(pqxx::work &tx) override { tx.exec("SELECT 1"); sleep(9); } };
void by_machine(pqxx::connection &c, Machine &b) { pqxx::work tx(c); b.work(tx); tx.commit(); } // WARN sql-network-in-transaction
class Worker {
public:
  Worker(pqxx::connection &c, std::function<void()> done) : c_(c), done_(std::move(done)) {}
  void go() { pqxx::work tx(c_); done_(); tx.commit(); } // WARN sql-network-in-transaction
private:
  pqxx::connection &c_;
  std::function<void()> done_;
};
void worker(pqxx::connection &c) { Worker w(c, [] { sleep(1); }); w.go(); }
class Quiet {
public:
  Quiet(pqxx::connection &c, std::function<void()> done) : c_(c), done_(std::move(done)) {}
  void go() { pqxx::work tx(c_); tx.commit(); done_(); } // OK sql-network-in-transaction
private:
  pqxx::connection &c_;
  std::function<void()> done_;
};
void quiet(pqxx::connection &c) { Quiet w(c, [] { sleep(1); }); w.go(); }
