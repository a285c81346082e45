// drogon 1.8, by declarations with its signatures.
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
namespace drogon {
namespace orm {
class Field {
public:
  const char *name() const;
  bool isNull() const;
  const char *c_str() const;
  template <typename T> T as() const;
};
class Row {
public:
  Field operator[](unsigned long index) const;
  Field operator[](const char columnName[]) const;
  Field operator[](const std::string &columnName) const;
};
class Result {
public:
  unsigned long size() const noexcept;
  Row operator[](unsigned long index) const;
  Row front() const noexcept;
  unsigned long affectedRows() const noexcept;
};
class DrogonDbException {
public:
  virtual ~DrogonDbException() noexcept;
};
enum class Mode { NonBlocking, Blocking };
namespace internal {
class SqlBinder {
public:
  SqlBinder(SqlBinder &&that) noexcept;
  ~SqlBinder();
  template <typename CallbackType> SqlBinder &operator>>(CallbackType &&callback) { return *this; }
  template <typename T> SqlBinder &operator<<(T &&parameter);
  SqlBinder &operator<<(const std::string &str);
  void exec();
};
} // namespace internal
class Transaction;
class DbClient {
public:
  virtual ~DbClient();
  static std::shared_ptr<DbClient> newPgClient(const std::string &connInfo, size_t connNum, bool autoBatch = false);
  template <typename FUNCTION1, typename FUNCTION2, typename... Arguments>
  void execSqlAsync(const std::string &sql, FUNCTION1 &&rCallback, FUNCTION2 &&exceptCallback, Arguments &&...args) noexcept {}
  template <typename... Arguments> std::future<Result> execSqlAsyncFuture(const std::string &sql, Arguments &&...args) noexcept;
  template <typename... Arguments> Result execSqlSync(const std::string &sql, Arguments &&...args) noexcept(false);
  internal::SqlBinder operator<<(const std::string &sql);
  internal::SqlBinder operator<<(std::string &&sql);
  template <int N> internal::SqlBinder operator<<(const char (&sql)[N]);
  virtual std::shared_ptr<Transaction>
  newTransaction(const std::function<void(bool)> &commitCallback = std::function<void(bool)>()) noexcept(false) = 0;
  virtual void newTransactionAsync(const std::function<void(const std::shared_ptr<Transaction> &)> &callback) = 0;
};
using DbClientPtr = std::shared_ptr<DbClient>;
class Transaction : public DbClient {
public:
  virtual void rollback() = 0;
  virtual void setCommitCallback(const std::function<void(bool)> &commitCallback) = 0;
};
} // namespace orm
} // namespace drogon
