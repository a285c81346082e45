// rules: sql-network-in-transaction
// packages: libpq
// An observatory's log: owners that give their transaction away, by value, by a returned or shared pointer, in a closure, in an optional.
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <sys/socket.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace observatory {

using Owned = std::unique_ptr<pqxx::work>;
using Shared = std::shared_ptr<pqxx::work>;

static bool point(int mount, int degrees) { return send(mount, &degrees, sizeof degrees, 0) > 0; }

// ---- by value: the callee ends it first ----

static void close_night(Owned night, int mount) {
  night->exec("UPDATE night SET closed = true");
  night->commit();
  point(mount, 0); // OK sql-network-in-transaction
}

static void close_slowly(Owned night, int mount) {
  point(mount, 0);
  night->commit();
}

static void drop_night(Owned) {}

void hand_over(pqxx::connection &db, int mount) {
  auto night = std::make_unique<pqxx::work>(db);
  close_night(std::move(night), mount); // OK sql-network-in-transaction
  point(mount, 1);                      // OK sql-network-in-transaction
}

void hand_over_slowly(pqxx::connection &db, int mount) {
  auto night = std::make_unique<pqxx::work>(db);
  close_slowly(std::move(night), mount); // WARN sql-network-in-transaction
  point(mount, 2);                       // OK sql-network-in-transaction
}

void drop(pqxx::connection &db, int mount) {
  auto night = std::make_unique<pqxx::work>(db);
  drop_night(std::move(night));
  point(mount, 3); // OK sql-network-in-transaction
}

// ---- returned: by a shared pointer, by a plain one ----

static Shared open_night(pqxx::connection &db) {
  auto night = std::make_shared<pqxx::work>(db);
  night->exec("INSERT INTO night DEFAULT VALUES");
  return night;
}

static Shared open_new(pqxx::connection &db) { return Shared(new pqxx::work(db)); }

static pqxx::work *open_plain(pqxx::connection &db) {
  auto *night = new pqxx::work(db);
  night->exec("INSERT INTO night DEFAULT VALUES");
  return night;
}

void observe_shared(pqxx::connection &db, int mount) {
  const auto night = open_night(db);
  point(mount, 10); // WARN sql-network-in-transaction
  night->commit();
  point(mount, 11); // OK sql-network-in-transaction
}

void observe_copies(pqxx::connection &db, int mount) {
  Shared night = open_night(db);
  Shared log = night;
  night.reset();
  point(mount, 12); // WARN sql-network-in-transaction
  log.reset();
  point(mount, 13); // OK sql-network-in-transaction
}

void observe_new(pqxx::connection &db, int mount) {
  Shared night = open_new(db);
  point(mount, 14); // WARN sql-network-in-transaction
  night.reset();
  point(mount, 15); // OK sql-network-in-transaction
}

void observe_plain(pqxx::connection &db, int mount) {
  pqxx::work *night = open_plain(db);
  point(mount, 16); // WARN sql-network-in-transaction
  delete night;
  point(mount, 17); // OK sql-network-in-transaction
}

// ---- in a member, made and deleted by hand ----

class Night {
public:
  explicit Night(pqxx::connection &db) : db_(db) {}
  void open() { work_ = new pqxx::work(db_); }
  void close() {
    work_->commit();
    delete work_;
    work_ = nullptr;
  }

private:
  pqxx::connection &db_;
  pqxx::work *work_ = nullptr;
};

void observe_member(pqxx::connection &db, int mount) {
  Night night(db);
  point(mount, 20); // OK sql-network-in-transaction
  night.open();
  point(mount, 21); // WARN sql-network-in-transaction
  night.close();
  point(mount, 22); // OK sql-network-in-transaction
}

// ---- in a closure ----

void closing_closure(pqxx::connection &db, int mount) {
  auto night = std::make_unique<pqxx::work>(db);
  night->exec("UPDATE night SET cloudy = true");
  auto close = [held = std::move(night)]() mutable {
    held->commit();
    held.reset();
  };
  point(mount, 30); // WARN sql-network-in-transaction
  close();
  point(mount, 31); // OK sql-network-in-transaction
}

void dropped_closure(pqxx::connection &db, int mount) {
  {
    auto night = std::make_unique<pqxx::work>(db);
    auto keep = [held = std::move(night)] { held->exec("SELECT 1"); };
    keep();
    point(mount, 32); // WARN sql-network-in-transaction
  }
  point(mount, 33); // OK sql-network-in-transaction
}

// ---- a guard of the project's own, perhaps there ----

class Dome {
public:
  explicit Dome(sqlite3 *log) : log_(log) { run("BEGIN IMMEDIATE"); }
  Dome(Dome &&other) noexcept : log_(std::exchange(other.log_, nullptr)) {}
  ~Dome() {
    if (log_) run("ROLLBACK");
  }
  void keep() {
    run("COMMIT");
    log_ = nullptr;
  }

private:
  void run(const char *sql) { sqlite3_exec(log_, sql, nullptr, nullptr, nullptr); }
  sqlite3 *log_;
};

void perhaps(sqlite3 *log, int mount, int clouds) {
  std::optional<Dome> dome;
  if (clouds < 3) dome.emplace(log);
  if (dome) {
    point(mount, 40); // WARN sql-network-in-transaction
    dome->keep();
    dome.reset();
  }
  point(mount, 41); // OK sql-network-in-transaction
}

void perhaps_on_heap(sqlite3 *log, int mount, int clouds) {
  std::unique_ptr<Dome> dome;
  if (clouds < 3) dome = std::make_unique<Dome>(log);
  if (!dome) {
    point(mount, 42); // OK sql-network-in-transaction
    return;
  }
  point(mount, 43); // WARN sql-network-in-transaction
  dome->keep();
  point(mount, 44); // OK sql-network-in-transaction
}

} // namespace observatory
