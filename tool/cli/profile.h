// Where the time of a run goes, for `check --profile`.
#pragma once

#include <llvm/Support/raw_ostream.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace clangsql::cli {

/// Processor seconds of one worker process, and the most memory it held.
struct Costs {
  double summarize = 0; // parsing and lowering
  double load = 0;      // of saved summaries
  double link = 0;      // and rules
  double save = 0;
  uint64_t memory = 0; // bytes
};
template <class V> void fields(V &visit, Costs &x) {
  visit(x.summarize, x.load, x.link, x.save, x.memory);
}

/// Processor time of this process, all its threads.
double processorSeconds();

/// Adds the processor time of its life to a sum.
class Meter {
public:
  explicit Meter(double &sum) : sum_(sum) {}
  ~Meter() { sum_ += processorSeconds() - began_; }
  Meter(const Meter &) = delete;

private:
  double &sum_;
  double began_ = processorSeconds();
};

/// The most memory this process held.
uint64_t peakMemory();

struct Profile {
  std::vector<std::pair<std::string, Costs>> units;    // those that were worked on
  Costs program;                                       // of linking a whole program
  size_t skipped = 0;                                  // after a scan
  double scanWall = 0, unitsWall = 0, programWall = 0; // seconds; the units' with the scan
  void print(llvm::raw_ostream &) const;
};

/// Adds the real time of its life to a sum.
class WallMeter {
public:
  explicit WallMeter(double &sum) : sum_(sum) {}
  ~WallMeter() { sum_ += std::chrono::duration<double>(Clock::now() - began_).count(); }
  WallMeter(const WallMeter &) = delete;

private:
  using Clock = std::chrono::steady_clock;
  double &sum_;
  Clock::time_point began_ = Clock::now();
};

} // namespace clangsql::cli
