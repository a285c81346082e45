#include "batch/lookups.h"

#include "summary/bytes.h"

#include <llvm/ADT/STLExtras.h>

namespace clangsql::batch {
namespace {

namespace vfs = llvm::vfs;
using Files = llvm::IntrusiveRefCntPtr<vfs::FileSystem>;

Digest statusAnswer(const llvm::ErrorOr<vfs::Status> &status) {
  if (!status)
    return digestOf("missing");
  return digestOf(status->isDirectory() ? "directory" : "file");
}

Digest realAnswer(std::error_code problem, llvm::StringRef real) {
  return problem ? digestOf("missing") : Hasher().add("real").add(real).digest();
}

Digest listingAnswer(vfs::FileSystem &files, const llvm::Twine &directory) {
  std::error_code problem;
  std::vector<std::string> names;
  for (vfs::directory_iterator entry = files.dir_begin(directory, problem), end;
       !problem && entry != end; entry.increment(problem))
    names.push_back(entry->path().str());
  llvm::sort(names);
  return problem ? digestOf("missing") : Hasher().addAll(names).digest();
}

/// Digests what is read, unless that is known.
struct Digester {
  Stamps *stamps = nullptr; // of files that are read now
  std::map<const char *, Digest> *kept = nullptr;

  Digest of(const std::string &path, const std::optional<Stamp> &before,
            llvm::StringRef content) const {
    if (kept) {
      auto [known, fresh] = kept->try_emplace(content.data());
      if (fresh)
        known->second = digestOf(content);
      return known->second;
    }
    bool settled = before && before->size == content.size();
    if (settled)
      if (std::optional<Digest> known = stamps->find(*before))
        return *known;
    Digest digest = digestOf(content);
    if (settled && stampOf(path) == before)
      stamps->learn(*before, digest);
    return digest;
  }
};

class RememberedFile : public vfs::File {
public:
  RememberedFile(std::unique_ptr<vfs::File> file, std::string path, Lookups &lookups,
                 Digester digester)
      : file_(std::move(file)), path_(std::move(path)), lookups_(lookups), digester_(digester) {}
  ~RememberedFile() override {
    if (!read_) // that it is there matters all the same
      lookups_.try_emplace({path_, Asked::Status}, digestOf("file"));
  }

  llvm::ErrorOr<vfs::Status> status() override { return file_->status(); }
  llvm::ErrorOr<std::string> getName() override { return file_->getName(); }
  std::error_code close() override { return file_->close(); }

  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine &name, int64_t size, bool nullTerminated, bool isVolatile) override {
    std::optional<Stamp> stamp = digester_.stamps ? stampOf(path_) : std::nullopt;
    auto buffer = file_->getBuffer(name, size, nullTerminated, isVolatile);
    read_ = bool(buffer);
    if (read_)
      lookups_[{path_, Asked::Content}] = digester_.of(path_, stamp, (*buffer)->getBuffer());
    return buffer;
  }

private:
  std::unique_ptr<vfs::File> file_;
  std::string path_;
  Lookups &lookups_;
  Digester digester_;
  bool read_ = false;
};

class RememberingFiles : public vfs::ProxyFileSystem {
public:
  RememberingFiles(Files files, Lookups &lookups, Digester digester)
      : ProxyFileSystem(std::move(files)), lookups_(lookups), digester_(digester) {}

  llvm::ErrorOr<vfs::Status> status(const llvm::Twine &path) override {
    llvm::ErrorOr<vfs::Status> result = ProxyFileSystem::status(path);
    lookups_.try_emplace({absolute(path), Asked::Status}, statusAnswer(result));
    return result;
  }

  bool exists(const llvm::Twine &path) override { return bool(status(path)); }

  llvm::ErrorOr<std::unique_ptr<vfs::File>> openFileForRead(const llvm::Twine &path) override {
    llvm::ErrorOr<std::unique_ptr<vfs::File>> file = ProxyFileSystem::openFileForRead(path);
    std::string name = absolute(path);
    if (file)
      return std::make_unique<RememberedFile>(std::move(*file), std::move(name), lookups_,
                                              digester_);
    lookups_.try_emplace({std::move(name), Asked::Status},
                         statusAnswer(ProxyFileSystem::status(path)));
    return file;
  }

  std::error_code getRealPath(const llvm::Twine &path,
                              llvm::SmallVectorImpl<char> &output) override {
    std::error_code problem = ProxyFileSystem::getRealPath(path, output);
    lookups_.try_emplace({absolute(path), Asked::Real},
                         realAnswer(problem, {output.data(), output.size()}));
    return problem;
  }

  vfs::directory_iterator dir_begin(const llvm::Twine &directory,
                                    std::error_code &problem) override {
    lookups_.try_emplace({absolute(directory), Asked::Listing},
                         listingAnswer(getUnderlyingFS(), directory));
    return ProxyFileSystem::dir_begin(directory, problem);
  }

private:
  std::string absolute(const llvm::Twine &path) {
    llvm::SmallString<256> result;
    path.toVector(result);
    makeAbsolute(result);
    return std::string(result);
  }

  Lookups &lookups_;
  Digester digester_;
};

} // namespace

Files remember(Files files, Lookups &lookups, Stamps &stamps) {
  return llvm::makeIntrusiveRefCnt<RememberingFiles>(std::move(files), lookups,
                                                     Digester{&stamps, nullptr});
}

Files rememberKept(Files files, Lookups &lookups, std::map<const char *, Digest> &digests) {
  return llvm::makeIntrusiveRefCnt<RememberingFiles>(std::move(files), lookups,
                                                     Digester{nullptr, &digests});
}

// Neighbours share most of their path: of each only what differs is kept.
std::string save(const Lookups &lookups) {
  ByteWriter writer;
  llvm::StringRef before;
  for (const auto &[lookup, answer] : lookups) {
    llvm::StringRef path = lookup.first;
    size_t shared = 0;
    while (shared < std::min(path.size(), before.size()) && path[shared] == before[shared])
      ++shared;
    uint32_t kept = uint32_t(shared);
    uint16_t more = uint16_t(path.size() - shared);
    writer(kept, lookup.second, more);
    writer.bytes += path.drop_front(shared);
    before = path;
  }
  return std::move(writer.bytes);
}

std::vector<Lookup> loadLookups(std::string_view bytes) {
  constexpr size_t Fixed = sizeof(uint32_t) + sizeof(Asked) + sizeof(uint16_t);
  std::vector<Lookup> lookups;
  std::string path;
  while (bytes.size() >= Fixed) {
    uint32_t kept = 0;
    uint16_t more = 0;
    Asked asked{};
    ByteReader(bytes.substr(0, Fixed))(kept, asked, more);
    bytes.remove_prefix(Fixed);
    if (kept > path.size() || more > bytes.size() || asked > Asked::Listing)
      return {};
    path.resize(kept);
    path += bytes.substr(0, more);
    bytes.remove_prefix(more);
    lookups.emplace_back(path, asked);
  }
  return lookups;
}

const Digest &Answers::to(const Lookup &lookup) {
  auto [entry, fresh] = known_[size_t(lookup.second)].try_emplace(lookup.first);
  if (fresh)
    entry->second = ask(lookup);
  return entry->second;
}

Digest Answers::ask(const Lookup &lookup) {
  const auto &[path, asked] = lookup;
  switch (asked) {
  case Asked::Status: return statusAnswer(files_->status(path));
  case Asked::Content: return stamps_.contentOf(path).value_or(digestOf("missing"));
  case Asked::Listing: return listingAnswer(*files_, path);
  case Asked::Real: {
    llvm::SmallString<256> real;
    std::error_code problem = files_->getRealPath(path, real);
    return realAnswer(problem, real);
  }
  }
  return {};
}

} // namespace clangsql::batch
