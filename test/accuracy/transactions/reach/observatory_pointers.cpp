// rules: sql-network-in-transaction
// Which function a local pointer points to is decided before the transaction.
#include <pqxx/pqxx>
#include <sys/socket.h>

namespace observatory {

static bool point(int mount) { return send(mount, "point", 5, 0) == 5; }
static bool park(int mount) { return send(mount, "park", 4, 0) == 4; }
static bool nothing(int mount) { return mount >= 0; }
static bool less(int mount) { return mount > 1; }

void one_of_two(pqxx::connection &db, int mount, bool dark) {
  bool (*const act)(int) = dark ? &point : &nothing;
  pqxx::work tx(db);
  tx.exec("UPDATE mount SET moved = true");
  act(mount); // WARN sql-network-in-transaction
  tx.commit();
  act(mount); // OK sql-network-in-transaction
}

void by_switch(pqxx::connection &db, int mount, int weather) {
  bool (*act)(int) = nullptr;
  switch (weather) {
  case 0: act = point; break;
  case 1: act = park; break;
  default: act = nothing;
  }
  pqxx::work tx(db);
  if (act) act(mount); // WARN sql-network-in-transaction
  tx.commit();
}

void both_harmless(pqxx::connection &db, int mount, bool dark) {
  auto *act = dark ? less : nothing;
  pqxx::work tx(db);
  act(mount); // OK sql-network-in-transaction
  tx.commit();
}

} // namespace observatory
