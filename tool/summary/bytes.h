// Plain structs as bytes, for processes of the same binary: every type says in an overload of
// `fields(visitor, value)` which of its members travel.
#pragma once

#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace clangsql {

/// What travels as it lies in memory. A struct without padding may join with a specialisation.
template <class T> constexpr bool IsPlain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <size_t N> constexpr bool IsPlain<std::array<uint8_t, N>> = true;

class ByteWriter {
public:
  template <class... T> void operator()(T &...values) { (put(values), ...); }
  std::string bytes;

private:
  template <class T>
    requires IsPlain<T>
  void put(const T &value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
  }
  void put(const std::string &text) {
    put(text.size());
    bytes += text;
  }
  template <class A, class B> void put(const std::pair<A, B> &pair) {
    put(pair.first), put(pair.second);
  }
  template <class T> void put(const std::vector<T> &values) {
    put(values.size());
    for (const T &value : values)
      put(value);
  }
  template <class T> void put(const std::optional<T> &value) {
    put(value.has_value());
    if (value)
      put(*value);
  }
  template <class K, class T> void put(const std::map<K, T> &map) {
    put(map.size());
    for (const auto &entry : map)
      put(entry);
  }
  template <class T>
    requires(!IsPlain<T>)
  void put(const T &value) {
    fields(*this, const_cast<T &>(value)); // one list of members serves writing and reading
  }
};

class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  template <class... T> void operator()(T &...values) { (get(values), ...); }
  bool complete() const { return !failed_ && rest_.empty(); }

private:
  template <class T>
    requires IsPlain<T>
  void get(T &value) {
    if (std::string_view bytes = take(sizeof value); bytes.size() == sizeof value)
      std::memcpy(&value, bytes.data(), sizeof value);
  }
  void get(std::string &text) { text = take(count()); }
  template <class A, class B> void get(std::pair<A, B> &pair) { get(pair.first), get(pair.second); }
  template <class T> void get(std::vector<T> &values) {
    for (size_t left = count(); left > 0 && !failed_; --left)
      get(values.emplace_back());
  }
  template <class T> void get(std::optional<T> &value) {
    bool has = false;
    get(has);
    if (has)
      get(value.emplace());
  }
  template <class K, class T> void get(std::map<K, T> &map) {
    for (size_t left = count(); left > 0 && !failed_; --left) {
      std::pair<K, T> entry;
      get(entry);
      map.emplace_hint(map.end(), std::move(entry.first), std::move(entry.second));
    }
  }
  template <class T>
    requires(!IsPlain<T>)
  void get(T &value) {
    fields(*this, value);
  }

  size_t count() {
    size_t result = 0;
    get(result);
    return failed_ ? 0 : result;
  }
  std::string_view take(size_t size) {
    failed_ |= size > rest_.size();
    std::string_view result = failed_ ? std::string_view() : rest_.substr(0, size);
    rest_.remove_prefix(result.size());
    return result;
  }

  std::string_view rest_;
  bool failed_ = false;
};

/// All of a value's bytes.
template <class T> std::string toBytes(const T &value) {
  ByteWriter writer;
  writer(value);
  return std::move(writer.bytes);
}

/// False: the bytes are not those of such a value, and `value` is not to be used.
template <class T> bool fromBytes(std::string_view bytes, T &value) {
  ByteReader reader(bytes);
  reader(value);
  return reader.complete();
}

} // namespace clangsql
