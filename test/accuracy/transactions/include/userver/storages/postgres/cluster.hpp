// userver's PostgreSQL driver, as far as the suite uses it: declarations as in userver 2.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
namespace storages {
class Query {
public:
  Query(const char *statement);
  Query(std::string statement);
};
namespace postgres {
struct TransactionOptions {};
struct CommandControl {};
using OptionalCommandControl = std::optional<CommandControl>;
enum class ClusterHostType { kMaster = 1, kSlave = 4 };
struct ClusterHostTypeFlags {
  ClusterHostTypeFlags(ClusterHostType);
};
class ResultSet {
public:
  std::size_t Size() const;
  template <typename T> T AsSingleRow() const;
};
class Transaction {
public:
  Transaction(Transaction &&) noexcept;
  Transaction &operator=(Transaction &&) noexcept;
  ~Transaction();
  template <typename... Args> ResultSet Execute(const Query &query, const Args &...args);
  void Commit();
  void Rollback();
};
class Cluster {
public:
  Transaction Begin(const TransactionOptions &, OptionalCommandControl = {});
  Transaction Begin(ClusterHostTypeFlags, const TransactionOptions &, OptionalCommandControl = {});
  Transaction Begin(std::string name, ClusterHostTypeFlags, const TransactionOptions &);
  template <typename... Args> ResultSet Execute(ClusterHostTypeFlags, const Query &query, const Args &...args);
};
using ClusterPtr = std::shared_ptr<Cluster>;
} // namespace postgres
} // namespace storages
