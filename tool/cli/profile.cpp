#include "cli/profile.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <ctime>
#include <sys/resource.h>

namespace clangsql::cli {

namespace {

constexpr size_t Slowest = 10;

double total(const Costs &costs) { return costs.summarize + costs.load + costs.link + costs.save; }

std::string inWords(const Costs &costs) {
  return fmt::format("parsed and lowered {:.2f} s, loaded {:.2f} s, linked and judged {:.2f} s, "
                     "saved {:.2f} s; at most {} MiB",
                     costs.summarize, costs.load, costs.link, costs.save, costs.memory >> 20);
}

} // namespace

double processorSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

uint64_t peakMemory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return uint64_t(usage.ru_maxrss) << 10;
}

void Profile::print(llvm::raw_ostream &os) const {
  Costs sum;
  for (const auto &[file, costs] : units) {
    sum.summarize += costs.summarize, sum.load += costs.load;
    sum.link += costs.link, sum.save += costs.save;
    sum.memory = std::max(sum.memory, costs.memory);
  }
  if (scanWall > 0)
    os << fmt::format("profile: {} units skipped by a scan in {:.2f} s\n", skipped, scanWall);
  os << fmt::format("profile: {} units worked on in {:.2f} s: {}\n", units.size(), unitsWall,
                    inWords(sum));
  if (programWall > 0)
    os << fmt::format("profile: the whole program in {:.2f} s: {}\n", programWall,
                      inWords(program));
  auto slowest = units;
  llvm::sort(slowest, [](auto &a, auto &b) {
    return std::pair(total(b.second), a.first) < std::pair(total(a.second), b.first);
  });
  slowest.resize(std::min(slowest.size(), Slowest));
  for (const auto &[file, costs] : slowest)
    os << fmt::format("profile: {}: {}\n", file, inWords(costs));
}

} // namespace clangsql::cli
