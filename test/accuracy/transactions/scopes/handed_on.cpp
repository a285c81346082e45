// rules: sql-network-in-transaction
// Transactions that are handed on: owned by smart pointers and optionals, moved, passed, kept in members, captured, returned.
#include <curl/curl.h>
#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shop {

class Gateway {
public:
  bool charge(long order) const {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, ("https://pay.example/" + std::to_string(order)).c_str());
    const bool ok = curl_easy_perform(curl) == CURLE_OK;
    curl_easy_cleanup(curl);
    return ok;
  }
};

void pay_owned(pqxx::connection &db, const Gateway &gateway) {
  auto tx = std::make_unique<pqxx::work>(db);
  tx->exec("UPDATE orders SET paid = true");
  gateway.charge(1); // WARN sql-network-in-transaction
  tx->commit();
  tx.reset();
  gateway.charge(2); // OK sql-network-in-transaction
}

void pay_new(pqxx::connection &db, const Gateway &gateway) {
  auto *tx = new pqxx::work(db);
  tx->exec("UPDATE orders SET paid = true");
  gateway.charge(3); // WARN sql-network-in-transaction
  tx->commit();
  delete tx;
  gateway.charge(4); // OK sql-network-in-transaction
}

void pay_uncommitted(pqxx::connection &db, const Gateway &gateway) {
  std::unique_ptr<pqxx::work> tx{new pqxx::work(db)};
  tx->exec("UPDATE orders SET paid = true");
  tx = nullptr;
  gateway.charge(5); // OK sql-network-in-transaction
}

void pay_optional(pqxx::connection &db, const Gateway &gateway) {
  std::optional<pqxx::work> tx;
  gateway.charge(6); // OK sql-network-in-transaction
  tx.emplace(db);
  tx->exec("UPDATE orders SET paid = true");
  gateway.charge(7); // WARN sql-network-in-transaction
  tx->commit();
  tx.reset();
  gateway.charge(8); // OK sql-network-in-transaction
}

void pay_emplaced_again(pqxx::connection &db, const Gateway &gateway) {
  std::optional<pqxx::work> tx(std::in_place, db);
  tx->exec("DELETE FROM basket");
  tx->commit();
  tx.emplace(db);
  gateway.charge(9); // WARN sql-network-in-transaction
  tx.reset();
}

std::unique_ptr<pqxx::work> begin(pqxx::connection &db) {
  auto tx = std::make_unique<pqxx::work>(db);
  tx->exec("SET LOCAL statement_timeout = 500");
  return tx;
}

void pay_returned(pqxx::connection &db, const Gateway &gateway) {
  auto tx = begin(db);
  gateway.charge(10); // WARN sql-network-in-transaction
  tx->commit();
}

void finish(std::unique_ptr<pqxx::work> tx) { tx->commit(); }

void pay_given_away(pqxx::connection &db, const Gateway &gateway) {
  auto tx = begin(db);
  tx->exec("UPDATE orders SET paid = true");
  finish(std::move(tx));
  gateway.charge(11); // OK sql-network-in-transaction
}

void pay_moved(pqxx::connection &db, const Gateway &gateway) {
  auto tx = begin(db);
  std::unique_ptr<pqxx::work> kept = std::move(tx);
  gateway.charge(12); // WARN sql-network-in-transaction
  kept->commit();
  kept.reset();
  gateway.charge(13); // OK sql-network-in-transaction
}

// Handed in by callers that are not seen here: it is open.
void mark_paid(pqxx::work &tx, const Gateway &gateway, long order) {
  tx.exec("UPDATE orders SET paid = true WHERE id = " + std::to_string(order));
  gateway.charge(order); // WARN sql-network-in-transaction
}

void mark_shipped(pqxx::work *tx, const Gateway &gateway, long order) {
  tx->exec("UPDATE orders SET shipped = true WHERE id = " + std::to_string(order));
  tx->commit();
  gateway.charge(order); // OK sql-network-in-transaction
}

void mark_returned(pqxx::dbtransaction *tx, const Gateway &gateway, long order) {
  tx->exec("UPDATE orders SET returned = true WHERE id = " + std::to_string(order));
  gateway.charge(order); // WARN sql-network-in-transaction
}

// The caller is seen, and holds the transaction: its call is the place.
static void refund(pqxx::work &tx, const Gateway &gateway) {
  tx.exec("UPDATE orders SET refunded = true");
  gateway.charge(-1); // OK sql-network-in-transaction
}

void refund_all(pqxx::connection &db, const Gateway &gateway) {
  pqxx::work tx(db);
  refund(tx, gateway); // WARN sql-network-in-transaction
  tx.commit();
}

static void close_and_charge(pqxx::work &tx, const Gateway &gateway) {
  tx.commit();
  gateway.charge(14); // OK sql-network-in-transaction
}

void close_out(pqxx::connection &db, const Gateway &gateway) {
  pqxx::work tx(db);
  tx.exec("UPDATE orders SET closed = true");
  close_and_charge(tx, gateway); // OK sql-network-in-transaction
}

class Checkout {
public:
  Checkout(pqxx::connection &db, const Gateway &gateway) : tx_(db), gateway_(gateway) {}
  void add(long order) { tx_.exec("INSERT INTO item (orders) VALUES (" + std::to_string(order) + ")"); }
  void finish() { tx_.commit(); }

private:
  pqxx::work tx_;
  const Gateway &gateway_;
};

void checkout(pqxx::connection &db, const Gateway &gateway) {
  Checkout session(db, gateway);
  session.add(1);
  gateway.charge(15); // WARN sql-network-in-transaction
  session.finish();
  gateway.charge(16); // OK sql-network-in-transaction
}

class UnitOfWork {
public:
  explicit UnitOfWork(pqxx::connection &db) : db_(db) {}
  void start() { tx_ = std::make_unique<pqxx::work>(db_); }
  void save() {
    tx_->commit();
    tx_.reset();
  }
  void drop() { tx_.reset(); }

private:
  pqxx::connection &db_;
  std::unique_ptr<pqxx::work> tx_;
};

void two_steps(pqxx::connection &db, const Gateway &gateway) {
  UnitOfWork work(db);
  gateway.charge(17); // OK sql-network-in-transaction
  work.start();
  gateway.charge(18); // WARN sql-network-in-transaction
  work.save();
  gateway.charge(19); // OK sql-network-in-transaction
  work.start();
  work.drop();
  gateway.charge(20); // OK sql-network-in-transaction
}

void captured(pqxx::connection &db, const Gateway &gateway) {
  pqxx::work tx(db);
  const auto pay = [&tx, &gateway](long order) {
    tx.exec("UPDATE orders SET paid = true WHERE id = " + std::to_string(order));
    return gateway.charge(order);
  };
  pay(21); // WARN sql-network-in-transaction
  tx.commit();
}

void captured_and_ended(pqxx::connection &db, const Gateway &gateway) {
  pqxx::work tx(db);
  const auto close = [&tx] { tx.commit(); };
  tx.exec("UPDATE orders SET closed = true");
  close();
  gateway.charge(22); // OK sql-network-in-transaction
}

void moved_into_lambda(pqxx::connection &db, const Gateway &gateway) {
  auto tx = begin(db);
  auto close = [tx = std::move(tx)] { tx->commit(); };
  gateway.charge(23); // WARN sql-network-in-transaction
  close();
}

} // namespace shop
