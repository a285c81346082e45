// rules: sql-network-in-transaction
// packages: libpq
#include "database.h"

namespace orders {

namespace {

bool perform(const std::string &url) { return !url.empty(); }

} // namespace

void bill(PGconn *db, Mailer &mailer, long order) {
  Guard guard(db);
  run(db, "UPDATE orders SET billed = true");
  perform("local");      // OK sql-network-in-transaction
  enqueue_charge(order); // OK sql-network-in-transaction
  charge(order);         // WARN sql-network-in-transaction
  mailer.name();         // OK sql-network-in-transaction
  mailer.send("billed"); // WARN sql-network-in-transaction
  guard.commit();
  mailer.send("done"); // OK sql-network-in-transaction
}

void bill_by_calls(PGconn *db, long order) {
  begin(db);
  charge(order); // WARN sql-network-in-transaction
  commit(db);
  charge(order); // OK sql-network-in-transaction
}

void settle_all(PGconn *db) { settle(db, 1); }

} // namespace orders
