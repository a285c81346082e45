#include "batch/store.h"

#include "batch/files.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

namespace clangsql::batch {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using Time = llvm::sys::TimePoint<>;

constexpr std::chrono::hours UsedAgain{1}; // an entry's time is renewed at most so often
constexpr std::chrono::hours Abandoned{1}; // what is half written for so long will stay so

// The Cache Directory Tagging Specification: backups leave the directory out.
constexpr llvm::StringRef Tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                "# This is clang-sql's cache. It can be removed at any time.\n";

struct Entry {
  std::string path;
  uint64_t size;
  Time used;
};

Time now() { return std::chrono::system_clock::now(); }

void renew(const std::string &file) {
  fs::file_status status;
  if (!fs::status(file, status) && status.getLastModificationTime() < now() - UsedAgain)
    utimensat(AT_FDCWD, file.c_str(), nullptr, 0);
}

// Entries of the directories "00" to "ff"; whatever else lies there is not ours.
std::vector<Entry> entriesBelow(const std::string &directory) {
  std::vector<Entry> entries;
  for (unsigned first = 0; first < 256; ++first) {
    std::error_code problem;
    fs::directory_iterator file(fmt::format("{}/{:02x}", directory, first), problem), end;
    for (; !problem && file != end; file.increment(problem))
      if (llvm::ErrorOr<fs::basic_file_status> status = file->status())
        entries.push_back({file->path(), status->getSize(), status->getLastModificationTime()});
  }
  return entries;
}

} // namespace

std::string Store::fileOf(llvm::StringRef kind, const Digest &key) const {
  std::string name = hex(key);
  return fmt::format("{}/{}/{}.{}", directory_, name.substr(0, 2), name.substr(2), kind);
}

bool Store::has(llvm::StringRef kind, const Digest &key) const {
  return fs::exists(fileOf(kind, key));
}

std::optional<std::string> Store::get(llvm::StringRef kind, const Digest &key) const {
  std::string file = fileOf(kind, key);
  std::optional<std::string> content = tryReadChecked(file);
  if (content)
    renew(file);
  return content;
}

void Store::put(llvm::StringRef kind, const Digest &key, llvm::StringRef content) {
  if (!problem_.empty())
    return; // a full disk stays full
  if (written_ == 0)
    putTag();
  if (!writeChecked(fileOf(kind, key), content))
    problem_ = fmt::format("{}: cannot write here: {}", directory_, std::strerror(errno));
  written_ += content.size();
  if (limit_ && written_ > limit_ / 4) {
    trim();
    written_ = 1;
  }
}

void Store::putTag() {
  std::string file = directory_ + "/CACHEDIR.TAG";
  if (fs::exists(file) || fs::create_directories(directory_))
    return;
  std::error_code problem;
  llvm::raw_fd_ostream os(file, problem);
  os << Tag;
  os.close();
  os.clear_error();
}

void Store::trim() const {
  std::vector<Entry> entries = entriesBelow(directory_);
  uint64_t total = 0;
  for (const Entry &entry : entries) {
    total += entry.size;
    if (isTemporary(path::filename(entry.path)) && entry.used < now() - Abandoned)
      fs::remove(entry.path);
  }
  if (!limit_ || total <= limit_)
    return;
  llvm::sort(entries, [](const Entry &a, const Entry &b) { return a.used < b.used; });
  for (const Entry &entry : entries) {
    if (total <= limit_ / 10 * 9) // some room, so that not every run has to look
      return;
    fs::remove(entry.path);
    total -= entry.size;
  }
}

std::string defaultCacheDirectory() {
  if (const char *own = std::getenv("CLANG_SQL_CACHE_DIR"))
    return own;
  llvm::SmallString<256> directory;
  if (!path::cache_directory(directory))
    return "";
  path::append(directory, "clang-sql", "results");
  return std::string(directory);
}

} // namespace clangsql::batch
