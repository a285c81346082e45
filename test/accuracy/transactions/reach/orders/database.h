// rules: sql-network-in-transaction
#pragma once
#include <libpq-fe.h>

#include <string>

namespace orders {

/// Begins when it is made, and rolls back when it dies uncommitted. Its members are in a unit of their own.
class Guard {
public:
  explicit Guard(PGconn *db);
  Guard(const Guard &) = delete;
  ~Guard();
  void commit();

private:
  PGconn *db_;
  bool done_ = false;
};

void run(PGconn *db, const std::string &sql);
void begin(PGconn *db);
void commit(PGconn *db);

class Mailer {
public:
  virtual ~Mailer() = default;
  virtual void send(const std::string &text) = 0;
  virtual std::string name() const = 0;
};

bool charge(long order);
bool enqueue_charge(long order);

/// In a header, and seen from two units: one finding.
inline void settle(PGconn *db, long order) {
  Guard guard(db);
  run(db, "UPDATE orders SET settled = true");
  charge(order); // WARN sql-network-in-transaction
  guard.commit();
}

} // namespace orders
