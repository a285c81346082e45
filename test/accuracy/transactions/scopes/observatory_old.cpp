// rules: sql-network-in-transaction
// flags: -std=c++14
// C++14: what a function returns is built in the variable's place, and is not destroyed where the statement ends.
#include <pqxx/pqxx>
#include <unistd.h>

#include <memory>

using Shared = std::shared_ptr<pqxx::work>;

static Shared open_night(pqxx::connection &db) { return std::make_shared<pqxx::work>(db); }

void observe(pqxx::connection &db) {
  Shared night = std::make_shared<pqxx::work>(db);
  Shared log = night;
  night.reset();
  sleep(1); // WARN sql-network-in-transaction
  log.reset();
  sleep(2); // OK sql-network-in-transaction
}

void observe_once(pqxx::connection &db) {
  std::unique_ptr<pqxx::work> night = std::make_unique<pqxx::work>(db);
  sleep(3); // WARN sql-network-in-transaction
  night.reset();
  sleep(4); // OK sql-network-in-transaction
}

void observe_returned(pqxx::connection &db) {
  Shared night = open_night(db);
  sleep(5); // WARN sql-network-in-transaction
  night->commit();
  sleep(6); // OK sql-network-in-transaction
}
