// rules: sql-network-in-transaction
// packages: libpq
#include "database.h"

#include <functional>

namespace orders {

void in_guard(PGconn *db, const std::function<void()> &body);

// Called in other units only, and inside a transaction there.
void give_back(PGconn *db, long order) {
  run(db, "UPDATE orders SET refunded = true");
  charge(-order); // OK sql-network-in-transaction
}

void refund(PGconn *db, long order) {
  Guard guard(db);
  give_back(db, order); // WARN sql-network-in-transaction
  guard.commit();
}

void refund_slowly(PGconn *db, long order) {
  settle(db, order);
  give_back(db, order); // OK sql-network-in-transaction
}

} // namespace orders
