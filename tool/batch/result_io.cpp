#include "batch/result_fields.h"

#include <cstring>

namespace clangsql::batch {
namespace {

template <class T>
constexpr bool IsPlain =
    std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, link::Statistics>;

class Writer {
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
  void put(std::string &text) {
    put(text.size());
    bytes += text;
  }
  template <class A, class B> void put(std::pair<A, B> &pair) { (*this)(pair.first, pair.second); }
  template <class T> void put(std::vector<T> &values) {
    put(values.size());
    for (T &value : values)
      put(value);
  }
  template <class K, class T> void put(std::map<K, T> &map) {
    put(map.size());
    for (auto &[key, value] : map)
      (*this)(key, value);
  }
  template <class T>
    requires(!IsPlain<T>)
  void put(T &value) {
    fields(*this, value);
  }
  template <class A, class B> void put(const std::pair<A, B> &pair) {
    (*this)(pair.first, pair.second);
  }
};

class Reader {
public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
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
  template <class A, class B> void get(std::pair<A, B> &pair) { (*this)(pair.first, pair.second); }
  template <class T> void get(std::vector<T> &values) {
    for (size_t left = count(); left > 0 && !failed_; --left)
      get(values.emplace_back());
  }
  template <class K, class T> void get(std::map<K, T> &map) {
    for (size_t left = count(); left > 0 && !failed_; --left) {
      K key;
      T value;
      (*this)(key, value);
      map.emplace_hint(map.end(), std::move(key), std::move(value));
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

using LineKey = std::pair<summary::Id, uint32_t>;

// Leaves only the files and lines that something names.
void condense(Result &result) {
  link::Program &program = result.program;
  std::set<summary::Id> files(program.mainFiles.begin(), program.mainFiles.end());
  EachLocation([&](link::Location &at) {
    if (at.file != summary::None)
      files.insert(at.file);
  })(result);
  std::set<LineKey> lines;
  EachLocation([&](link::Location &at) { lines.emplace(at.file, at.line); })(result.lint,
                                                                             program.errors);

  std::map<summary::Id, summary::Id> renumbered;
  std::vector<std::string> names;
  for (summary::Id file : files) {
    renumbered[file] = summary::Id(names.size());
    names.push_back(std::move(program.files[file]));
  }
  program.files = std::move(names);
  std::map<LineKey, std::string> kept;
  for (auto &[key, text] : program.lines)
    if (lines.contains(key))
      kept.emplace(LineKey(renumbered[key.first], key.second), std::move(text));
  program.lines = std::move(kept);
  for (summary::Id &file : program.mainFiles)
    file = renumbered[file];
  EachLocation([&](link::Location &at) {
    if (at.file != summary::None)
      at.file = renumbered[at.file];
  })(result);
}

} // namespace

std::string save(Result result) {
  condense(result);
  Writer writer;
  writer(result);
  return std::move(writer.bytes);
}

llvm::Expected<Result> load(std::string_view bytes) {
  Result result;
  Reader reader(bytes);
  reader(result);
  if (!reader.complete())
    return llvm::createStringError("a worker's result is damaged");
  return result;
}

} // namespace clangsql::batch
