// Content digests, and the hasher that makes them of several parts.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/BLAKE3.h>

#include <array>
#include <cstdint>
#include <string>

namespace clangsql::batch {

/// BLAKE3, cut to 160 bits: whoever writes into a shared cache must not be able to make two equal.
using Digest = std::array<uint8_t, 20>;

inline Digest digestOf(llvm::StringRef bytes) {
  return llvm::BLAKE3::hash<20>(llvm::arrayRefFromStringRef(bytes));
}

inline std::string hex(const Digest &digest) { return llvm::toHex(digest, /*LowerCase=*/true); }

/// Of a sequence of parts; where one ends and the next begins counts.
class Hasher {
public:
  Hasher &add(llvm::StringRef part) {
    uint64_t size = part.size();
    hasher_.update(llvm::ArrayRef(reinterpret_cast<const uint8_t *>(&size), sizeof size));
    hasher_.update(part);
    return *this;
  }
  Hasher &add(const Digest &digest) {
    hasher_.update(digest);
    return *this;
  }
  template <class Range> Hasher &addAll(const Range &parts) {
    add(std::to_string(parts.size()));
    for (const auto &part : parts)
      add(part);
    return *this;
  }
  Digest digest() { return hasher_.final<20>(); }

private:
  llvm::BLAKE3 hasher_;
};

} // namespace clangsql::batch
