// userver 2, by declarations with its signatures.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
namespace storages {
class Query {
public:
  enum class LogMode { kFull, kNameOnly };
  struct NameLiteral {};
  using Name = std::string;
  Query(const char *statement, std::optional<Name> name = std::nullopt, LogMode log_mode = LogMode::kFull);
  Query(std::string statement, std::optional<Name> name = std::nullopt, LogMode log_mode = LogMode::kFull);
  const std::string &Statement() const;
};
namespace postgres {
using storages::Query;
struct TransactionOptions {};
struct CommandControl {};
using OptionalCommandControl = std::optional<CommandControl>;
struct ClusterHostTypeFlags {
  ClusterHostTypeFlags(int);
};
class ParameterStore {
public:
  template <typename T> ParameterStore &PushBack(const T &param);
};
class ResultSet {
public:
  std::size_t Size() const;
  template <typename T> T AsSingleRow() const;
  template <typename Container> Container AsContainer() const;
};
class Transaction {
public:
  Transaction(Transaction &&) noexcept;
  ~Transaction();
  template <typename... Args> ResultSet Execute(const Query &query, const Args &...args);
  template <typename... Args>
  ResultSet Execute(OptionalCommandControl statement_cmd_ctl, const Query &query, const Args &...args);
  ResultSet Execute(const Query &query, const ParameterStore &store);
  void Commit();
  void Rollback();
};
class Cluster {
public:
  Transaction Begin(const TransactionOptions &, OptionalCommandControl = {});
  Transaction Begin(ClusterHostTypeFlags, const TransactionOptions &, OptionalCommandControl = {});
  Transaction Begin(const std::string &name, const TransactionOptions &);
  template <typename... Args> ResultSet Execute(ClusterHostTypeFlags, const Query &query, const Args &...args);
  template <typename... Args>
  ResultSet Execute(ClusterHostTypeFlags, OptionalCommandControl, const Query &query, const Args &...args);
  ResultSet Execute(ClusterHostTypeFlags flags, const Query &query, const ParameterStore &store);
};
} // namespace postgres
} // namespace storages
