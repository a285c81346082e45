// taopq 1.0, by declarations with its signatures.
#pragma once
#include <memory>
#include <string>
#include <string_view>
namespace tao::pq {
namespace internal {
class zsv {
public:
  zsv(const char *value) noexcept;
  zsv(const std::string &value) noexcept;
  operator const char *() const noexcept;
};
} // namespace internal
class field {
public:
  bool is_null() const;
  const char *get() const;
  template <typename T> T as() const;
};
class row {
public:
  field operator[](std::size_t column) const;
  field operator[](internal::zsv in_name) const;
  template <typename T> T get(std::size_t column) const;
  template <typename T> T as() const;
};
class result {
public:
  std::size_t size() const;
  row operator[](std::size_t row) const;
  template <typename T> T as() const;
};
class connection;
class transaction {
public:
  virtual ~transaction();
  const std::shared_ptr<pq::connection> &connection() const noexcept;
  std::shared_ptr<transaction> subtransaction();
  template <typename... As> void send(const internal::zsv statement, As &&...as);
  template <typename... As> result execute(const internal::zsv statement, As &&...as);
  void commit();
  void rollback();
};
class connection {
public:
  static std::shared_ptr<connection> create(const std::string &connection_info);
  std::shared_ptr<pq::transaction> direct();
  std::shared_ptr<pq::transaction> transaction();
  void prepare(const std::string &name, const std::string &statement);
  void deallocate(const std::string &name);
  template <typename... As> result execute(const internal::zsv statement, As &&...as);
};
} // namespace tao::pq
