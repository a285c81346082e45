// rules: sql-network-in-transaction
// flags: -std=c++20 -isystem ../include
// Rides of a taxi service on userver: Cluster::Begin and Transaction::Commit.
#include <userver/clients/http/client.hpp>
#include <userver/engine/sleep.hpp>
#include <userver/storages/postgres/cluster.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace rides {

namespace pg = storages::postgres;

class Repository {
public:
  Repository(pg::ClusterPtr cluster, clients::http::Client &http) : cluster_(std::move(cluster)), http_(http) {}

  void Finish(long ride) {
    pg::Transaction change = cluster_->Begin(pg::ClusterHostType::kMaster, pg::TransactionOptions{});
    change.Execute("UPDATE ride SET finished = true WHERE id = $1", ride);
    Ask("/price"); // WARN sql-network-in-transaction
    change.Commit();
    Ask("/finished"); // OK sql-network-in-transaction
  }

  void Cancel(long ride) {
    const std::string reason = Ask("/reason"); // OK sql-network-in-transaction
    auto change = cluster_->Begin("cancel", pg::ClusterHostType::kMaster, {});
    change.Execute("UPDATE ride SET cancelled = $2 WHERE id = $1", ride, reason);
    change.Rollback();
    engine::SleepFor(std::chrono::seconds(1)); // OK sql-network-in-transaction
  }

  void Slowly(long ride) {
    auto change = cluster_->Begin(pg::TransactionOptions{});
    change.Execute("UPDATE ride SET seen = true WHERE id = $1", ride);
    engine::SleepFor(std::chrono::seconds(1)); // WARN sql-network-in-transaction
    change.Commit();
  }

  void NoTransaction(long ride) {
    cluster_->Execute(pg::ClusterHostType::kMaster, "UPDATE ride SET seen = true WHERE id = $1", ride);
    Ask("/seen"); // OK sql-network-in-transaction
  }

  void Started(long ride) {
    auto change = cluster_->Begin(pg::TransactionOptions{});
    auto pending = http_.CreateRequest().post("/started").async_perform(); // OK sql-network-in-transaction
    change.Execute("UPDATE ride SET started = true WHERE id = $1", ride);
    change.Commit();
    pending.Get(); // OK sql-network-in-transaction
  }

private:
  std::string Ask(const std::string &path) {
    return http_.CreateRequest().get(path).timeout(std::chrono::milliseconds(500)).perform()->body();
  }

  pg::ClusterPtr cluster_;
  clients::http::Client &http_;
};

void Log(pg::Transaction &change, clients::http::Client &http) {
  change.Execute("INSERT INTO log (what) VALUES ('x')");
  http.CreateRequest().get("/log").perform(); // WARN sql-network-in-transaction
}

} // namespace rides
