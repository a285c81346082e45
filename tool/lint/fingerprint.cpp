#include "lint/fingerprint.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ConvertUTF.h>

#include <array>
#include <map>
#include <unordered_map>

namespace clangsql::lint {

namespace {

constexpr size_t Window = 100;
constexpr uint64_t Factor = 37;
constexpr uint16_t EndOfFile = 65535;

/// Characters go in one by one; a line's hash is known when Window characters have followed its
/// start.
class LineHasher {
public:
  void add(uint16_t character) {
    if (character == ' ' || character == '\t' || (afterReturn_ && character == '\n')) {
      afterReturn_ = false;
      return;
    }
    afterReturn_ = character == '\r';
    if (afterReturn_)
      character = '\n';
    emitIfDue();
    if (lineStarts_) {
      starts_[next_] = ++line_;
      lineStarts_ = false;
    }
    lineStarts_ = character == '\n';
    roll(character);
  }

  std::vector<std::string> finish() {
    add(EndOfFile);
    for (size_t i = 0; i < Window; ++i) {
      emitIfDue();
      roll(0);
    }
    return std::move(hashes_);
  }

private:
  void emitIfDue() {
    if (unsigned line = std::exchange(starts_[next_], 0)) {
      hashes_.resize(std::max<size_t>(hashes_.size(), line));
      hashes_[line - 1] = fmt::format("{:x}:{}", hash_, ++seen_[hash_]);
    }
  }

  void roll(uint16_t character) {
    hash_ = hash_ * Factor + character - outgoing_ * window_[next_];
    window_[next_] = character;
    next_ = (next_ + 1) % Window;
  }

  static uint64_t power() {
    uint64_t result = 1;
    for (size_t i = 0; i < Window; ++i)
      result *= Factor;
    return result;
  }

  const uint64_t outgoing_ = power();
  uint64_t hash_ = 0;
  std::array<uint16_t, Window> window_{};
  std::array<unsigned, Window> starts_{}; // 1-based line that starts there; 0: none
  size_t next_ = 0;
  unsigned line_ = 0;
  bool lineStarts_ = true, afterReturn_ = false;
  std::unordered_map<uint64_t, unsigned> seen_;
  std::vector<std::string> hashes_;
};

} // namespace

std::vector<std::string> lineHashes(std::string_view text) {
  LineHasher hasher;
  llvm::SmallVector<llvm::UTF16> units; // GitHub's script reads UTF-16
  if (llvm::convertUTF8ToUTF16String(text, units)) {
    for (llvm::UTF16 unit : units)
      hasher.add(unit);
  } else {
    for (unsigned char byte : text)
      hasher.add(byte);
  }
  return hasher.finish();
}

std::vector<std::string> fingerprints(const link::Program &program,
                                      const std::vector<Finding> &findings) {
  std::vector<std::string> result;
  std::map<std::pair<summary::Id, std::string>, std::map<uint32_t, size_t>>
      counts; // file, hash → line → how manieth
  for (const Finding &finding : findings) {
    std::pair<summary::Id, uint32_t> place{finding.where.at.file, finding.where.at.line};
    if (auto known = program.lineHashes.find(place); known != program.lineHashes.end()) {
      result.push_back(known->second);
      continue;
    }
    auto line = program.lines.find(place);
    std::string hash =
        lineHashes(line == program.lines.end() ? std::string_view() : line->second).front();
    hash.resize(hash.find(':'));
    auto &lines = counts[{place.first, hash}];
    size_t number = lines.emplace(place.second, lines.size() + 1).first->second;
    result.push_back(fmt::format("{}:{}", hash, number));
  }
  return result;
}

} // namespace clangsql::lint
