// rules: sql-network-in-transaction
// A cash book on SOCI: its transaction class, and the session's own begin and commit.
#include <soci/soci.h>
#include <sys/socket.h>

#include <string>

namespace cashbook {

class Fiscal {
public:
  explicit Fiscal(int socket) : socket_(socket) {}
  std::string sign(const std::string &receipt) const {
    ::send(socket_, receipt.data(), receipt.size(), 0);
    char answer[256];
    const ssize_t got = ::recv(socket_, answer, sizeof answer, 0);
    return got > 0 ? std::string(answer, static_cast<std::size_t>(got)) : std::string();
  }

private:
  int socket_;
};

void book(soci::session &db, const Fiscal &fiscal, int receipt, double amount) {
  soci::transaction tx(db);
  db << "INSERT INTO receipt (id, amount) VALUES (:id, :amount)", soci::use(receipt), soci::use(amount);
  const std::string signature = fiscal.sign(std::to_string(receipt)); // WARN sql-network-in-transaction
  db << "UPDATE receipt SET signature = :s WHERE id = :id", soci::use(signature), soci::use(receipt);
  tx.commit();
}

void book_signed_first(soci::session &db, const Fiscal &fiscal, int receipt, double amount) {
  const std::string signature = fiscal.sign(std::to_string(receipt)); // OK sql-network-in-transaction
  soci::transaction tx(db);
  db << "INSERT INTO receipt (id, amount, signature) VALUES (:id, :amount, :s)", soci::use(receipt), soci::use(amount),
      soci::use(signature);
  tx.commit();
}

void cancel(soci::session &db, const Fiscal &fiscal, int receipt) {
  db.begin();
  db << "UPDATE receipt SET cancelled = 1 WHERE id = :id", soci::use(receipt);
  fiscal.sign("cancel"); // WARN sql-network-in-transaction
  db.commit();
  fiscal.sign("done"); // OK sql-network-in-transaction
}

void reverse(soci::session &db, const Fiscal &fiscal, int receipt) {
  soci::transaction tx(db);
  try {
    db << "DELETE FROM receipt WHERE id = :id", soci::use(receipt);
    tx.commit();
  } catch (const soci::soci_error &) {
    tx.rollback();
    fiscal.sign("failed"); // OK sql-network-in-transaction
    throw;
  }
}

} // namespace cashbook
