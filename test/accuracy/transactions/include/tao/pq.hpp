// taopq, as far as the suite uses it: declarations as in taopq 1.0.
#pragma once
#include <memory>
#include <string>
namespace tao::pq {
namespace internal {
class zsv {
public:
  zsv(const char *value) noexcept;
  zsv(const std::string &value) noexcept;
};
} // namespace internal
class result {
public:
  std::size_t size() const;
};
class connection;
class transaction : public std::enable_shared_from_this<transaction> {
public:
  virtual ~transaction() = default;
  const std::shared_ptr<pq::connection> &connection() const noexcept;
  std::shared_ptr<transaction> subtransaction();
  template <typename... As> result execute(const internal::zsv statement, As &&...as);
  void commit();
  void rollback();
};
enum class isolation_level { default_isolation_level, serializable };
class connection : public std::enable_shared_from_this<connection> {
public:
  static std::shared_ptr<connection> create(const std::string &connection_info);
  std::shared_ptr<pq::transaction> direct();
  std::shared_ptr<pq::transaction> transaction();
  std::shared_ptr<pq::transaction> transaction(isolation_level il);
  template <typename... As> result execute(const internal::zsv statement, As &&...as);
};
} // namespace tao::pq
