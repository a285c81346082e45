// drogon's database client, as far as the suite uses it: declarations as in drogon 1.9.
#pragma once
#include <coroutine>
#include <functional>
#include <memory>
#include <string>
namespace drogon {
template <typename T = void> struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_value(const T &);
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <> struct Task<void> {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
template <typename T = void> struct CallbackAwaiter {
  bool await_ready() noexcept;
  const T &await_resume() const noexcept(false);
};
template <> struct CallbackAwaiter<void> {
  bool await_ready() noexcept;
  void await_resume() noexcept(false);
};
namespace internal {
struct TimerAwaiter : CallbackAwaiter<void> {
  void await_suspend(std::coroutine_handle<>);
};
} // namespace internal
namespace orm {
class Result {
public:
  unsigned long size() const noexcept;
};
class DrogonDbException {
public:
  virtual ~DrogonDbException() noexcept;
};
class Transaction;
namespace internal {
struct [[nodiscard]] SqlAwaiter : public CallbackAwaiter<Result> {
  void await_suspend(std::coroutine_handle<> handle);
};
struct [[nodiscard]] TransactionAwaiter : public CallbackAwaiter<std::shared_ptr<Transaction>> {
  void await_suspend(std::coroutine_handle<> handle);
};
} // namespace internal
class DbClient {
public:
  virtual ~DbClient();
  template <typename FUNCTION1, typename FUNCTION2, typename... Arguments>
  void execSqlAsync(const std::string &sql, FUNCTION1 &&rCallback, FUNCTION2 &&exceptCallback, Arguments &&...args) noexcept;
  template <typename... Arguments> Result execSqlSync(const std::string &sql, Arguments &&...args) noexcept(false);
  template <typename... Arguments> internal::SqlAwaiter execSqlCoro(const std::string &sql, Arguments &&...args) noexcept;
  virtual std::shared_ptr<Transaction>
  newTransaction(const std::function<void(bool)> &commitCallback = std::function<void(bool)>()) noexcept(false) = 0;
  virtual void newTransactionAsync(const std::function<void(const std::shared_ptr<Transaction> &)> &callback) = 0;
  internal::TransactionAwaiter newTransactionCoro();
};
using DbClientPtr = std::shared_ptr<DbClient>;
class Transaction : public DbClient {
public:
  virtual void rollback() = 0;
  virtual void setCommitCallback(const std::function<void(bool)> &commitCallback) = 0;
};
} // namespace orm
} // namespace drogon
