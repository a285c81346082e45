#include "batch/files.h"

#include "batch/digest.h"

#include <fmt/format.h>
#include <llvm/Support/Compression.h>
#include <llvm/Support/Endian.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include <cstring>

namespace clangsql::batch {
namespace {

namespace fs = llvm::sys::fs;
namespace zstd = llvm::compression::zstd;

constexpr char Magic[8] = {'c', 's', 'q', 'l', '-', 'c', '0', '1'};
constexpr llvm::StringRef TemporaryPrefix = "writing-";
constexpr size_t WorthCompressing = 512;
constexpr uint64_t Largest = uint64_t(1) << 32;

/// What stands in front of the content, without padding.
struct Header {
  char magic[sizeof Magic];
  llvm::support::ulittle64_t stored, whole; // bytes that follow; of the content (less if packed)
  Digest digest;                            // of what follows
};
static_assert(sizeof(Header) == 44);

llvm::StringRef bytesOf(const Header &header) {
  return {reinterpret_cast<const char *>(&header), sizeof header};
}

bool writeAt(const std::string &file, const Header &header, llvm::StringRef stored) {
  llvm::SmallString<256> temporary(llvm::sys::path::parent_path(file));
  llvm::sys::path::append(temporary, TemporaryPrefix + "%%%%%%%%%%%%");
  int fd = -1;
  if (fs::createUniqueFile(temporary, fd, temporary))
    return false;
  llvm::raw_fd_ostream os(fd, /*shouldClose=*/true);
  os << bytesOf(header) << stored;
  os.close();
  bool written = !os.has_error() && !fs::rename(temporary, file);
  os.clear_error();
  if (!written)
    fs::remove(temporary);
  return written;
}

} // namespace

bool writeChecked(const std::string &file, llvm::StringRef content) {
  llvm::SmallVector<uint8_t, 0> packed;
  llvm::StringRef stored = content;
  if (content.size() >= WorthCompressing && zstd::isAvailable()) {
    zstd::compress(llvm::arrayRefFromStringRef(content), packed, zstd::BestSpeedCompression);
    if (packed.size() < content.size())
      stored = llvm::toStringRef(packed);
  }
  Header header;
  std::memcpy(header.magic, Magic, sizeof Magic);
  header.stored = stored.size();
  header.whole = content.size();
  header.digest = digestOf(stored);
  if (writeAt(file, header, stored))
    return true;
  return !fs::create_directories(llvm::sys::path::parent_path(file)) &&
         writeAt(file, header, stored);
}

static llvm::Error error(const std::string &text) { return llvm::createStringError(text); }

static llvm::Expected<std::string> unpack(llvm::StringRef stored, uint64_t whole) {
  llvm::SmallVector<uint8_t, 0> content;
  if (llvm::Error problem = zstd::decompress(llvm::arrayRefFromStringRef(stored), content, whole))
    return problem;
  return llvm::toStringRef(content).str();
}

llvm::Expected<std::string> readChecked(const std::string &file) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return error(buffer.getError().message());
  llvm::StringRef stored = (*buffer)->getBuffer();
  if (!stored.starts_with(llvm::StringRef(Magic, std::min(sizeof Magic, stored.size()))))
    return error("not a file of clang-sql's");
  Header header;
  if (stored.size() < sizeof header)
    return error("truncated");
  std::memcpy(&header, stored.data(), sizeof header);
  stored = stored.drop_front(sizeof header);
  if (header.stored > stored.size())
    return error(fmt::format("truncated: {} bytes of {}", stored.size(), uint64_t(header.stored)));
  if (header.stored != stored.size() || header.whole > Largest || header.digest != digestOf(stored))
    return error("damaged: its digest does not match its content");
  return header.whole == header.stored ? stored.str() : unpack(stored, header.whole);
}

std::optional<std::string> tryReadChecked(const std::string &file) {
  llvm::Expected<std::string> content = readChecked(file);
  if (content)
    return std::move(*content);
  llvm::consumeError(content.takeError());
  return std::nullopt;
}

bool isTemporary(llvm::StringRef name) { return name.starts_with(TemporaryPrefix); }

} // namespace clangsql::batch
