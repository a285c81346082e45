// rules: sql-network-in-transaction
// options: --config='{CheckOptions: {sql-network-in-transaction.Categories: "network,lock"}}'
// A project that chooses its categories: the network and locks, not sleeps, processes or names.
#include <netdb.h>
#include <pqxx/pqxx>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>

namespace depot {

void load(pqxx::connection &db, int crane, std::mutex &yard) {
  pqxx::work tx(db);
  ::usleep(100);                               // OK sql-network-in-transaction
  std::system("beep");                         // OK sql-network-in-transaction
  addrinfo *found = nullptr;
  ::getaddrinfo("crane", "1", nullptr, &found); // OK sql-network-in-transaction
  ::send(crane, "LIFT", 4, 0);                 // WARN sql-network-in-transaction
  yard.lock();                                 // WARN sql-network-in-transaction
  tx.commit();
  yard.unlock(); // OK sql-network-in-transaction
}

} // namespace depot
