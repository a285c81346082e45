// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../include
// Beehives' weights with taopq: a transaction object, a direct one that is none, and one inside another.
#include <tao/pq.hpp>

#include <chrono>
#include <memory>
#include <thread>

namespace beehive {

using std::chrono::seconds;

void weigh(const std::shared_ptr<tao::pq::connection> &db, long hive) {
  const auto tr = db->transaction();
  tr->execute("UPDATE hive SET weighed = now() WHERE id = $1", hive);
  std::this_thread::sleep_for(seconds(1)); // WARN sql-network-in-transaction
  tr->commit();
  std::this_thread::sleep_for(seconds(1)); // OK sql-network-in-transaction
}

void count(const std::shared_ptr<tao::pq::connection> &db) {
  const auto tr = db->direct();
  tr->execute("SELECT count(*) FROM hive");
  std::this_thread::sleep_for(seconds(1)); // OK sql-network-in-transaction
}

void harvest(const std::shared_ptr<tao::pq::connection> &db) {
  auto tr = db->transaction(tao::pq::isolation_level::serializable);
  {
    auto inner = tr->subtransaction();
    inner->execute("DELETE FROM frame WHERE full");
    inner->commit();
  }
  std::this_thread::sleep_for(seconds(2)); // WARN sql-network-in-transaction
  tr->rollback();
  std::this_thread::sleep_for(seconds(2)); // OK sql-network-in-transaction
}

void check(const std::shared_ptr<tao::pq::connection> &db) {
  db->execute("UPDATE hive SET checked = true");
  std::this_thread::sleep_for(seconds(3)); // OK sql-network-in-transaction
}

void inspect(const std::shared_ptr<tao::pq::transaction> &tr, long hive) {
  tr->execute("UPDATE hive SET inspected = true WHERE id = $1", hive);
  std::this_thread::sleep_for(seconds(3)); // WARN sql-network-in-transaction
}

} // namespace beehive
