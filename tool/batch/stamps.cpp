#include "batch/stamps.h"

#include "batch/files.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/MemoryBuffer.h>

#include <chrono>
#include <cstring>
#include <sys/stat.h>

namespace clangsql::batch {
namespace {

constexpr int64_t Second = 1'000'000'000;
constexpr size_t MaxEntries = 400'000; // 28 MB

int64_t now() {
  auto time = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time).count();
}

bool isFresh(const Stamp &stamp) {
  return std::max(stamp.modified, stamp.changed) > now() - 2 * Second;
}

} // namespace

std::optional<Stamp> stampOf(const std::string &path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
    return std::nullopt;
  auto nanoseconds = [](const timespec &time) { return time.tv_sec * Second + time.tv_nsec; };
  return Stamp{info.st_dev, info.st_ino, uint64_t(info.st_size), nanoseconds(info.st_mtim),
               nanoseconds(info.st_ctim)};
}

void Stamps::load(const std::string &file) {
  std::optional<std::string> bytes = tryReadChecked(file);
  if (!bytes || bytes->size() % sizeof(Entry))
    return;
  known_.resize(bytes->size() / sizeof(Entry));
  std::memcpy(known_.data(), bytes->data(), bytes->size());
  for (Entry &entry : known_)
    entry.used = 0;
}

void Stamps::save(const std::string &file) {
  if (learnt_.empty())
    return;
  if (known_.size() + learnt_.size() > MaxEntries)
    llvm::erase_if(known_, [](const Entry &entry) { return !entry.used; });
  std::vector<Entry> more;
  for (const auto &[stamp, content] : learnt_)
    if (!lookUp(stamp))
      more.push_back({stamp, content});
  llvm::append_range(known_, more);
  llvm::sort(known_, [](const Entry &a, const Entry &b) { return a.stamp < b.stamp; });
  writeChecked(file, llvm::StringRef(reinterpret_cast<const char *>(known_.data()),
                                     known_.size() * sizeof(Entry)));
  learnt_.clear();
  recent_.clear();
}

Stamps::Entry *Stamps::lookUp(const Stamp &stamp) {
  auto found = llvm::lower_bound(
      known_, stamp, [](const Entry &entry, const Stamp &s) { return entry.stamp < s; });
  return found != known_.end() && found->stamp == stamp ? &*found : nullptr;
}

std::optional<Digest> Stamps::find(const Stamp &stamp) {
  if (Entry *known = lookUp(stamp)) {
    known->used = 1;
    return known->content;
  }
  auto recent = recent_.find(stamp);
  return recent == recent_.end() ? std::nullopt : std::optional(recent->second);
}

void Stamps::learn(const Stamp &stamp, const Digest &content) {
  if (!isFresh(stamp) && recent_.emplace(stamp, content).second)
    learnt_.emplace_back(stamp, content);
}

std::optional<Digest> Stamps::contentOf(const std::string &path) {
  std::optional<Stamp> stamp = stampOf(path);
  if (!stamp)
    return std::nullopt;
  if (std::optional<Digest> known = find(*stamp))
    return known;
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return std::nullopt;
  Digest content = digestOf((*buffer)->getBuffer());
  if (stampOf(path) == stamp)
    learn(*stamp, content);
  return content;
}

} // namespace clangsql::batch
