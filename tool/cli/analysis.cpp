#include "cli/analysis.h"

#include "cli/units.h"
#include "summary/binary.h"
#include "summary/bytes.h"

#include <fmt/format.h>

namespace clangsql::cli {
namespace {

struct Linked {
  std::string result;
  Costs costs;
};
template <class V> void fields(V &visit, Linked &x) { visit(x.result, x.costs); }

class Runner {
public:
  explicit Runner(Plan plan) : plan_(std::move(plan)), units_(plan_, plan_.cache) {}

  Analysis run() {
    plan_.wholeProgram ? linkAll() : eachByItself();
    return std::move(analysis_);
  }

private:
  void eachByItself() {
    std::vector<batch::Result> results;
    overUnits([&](std::string bytes) { take(results.emplace_back(), bytes); });
    if (!stopped())
      finish(batch::merge(std::move(results)));
  }

  void linkAll() {
    if (std::optional<std::string> known = findLinked()) {
      tellAllKnown();
      return takeAll(*known);
    }
    std::vector<std::string> summaries;
    overUnits([&](std::string bytes) { summaries.push_back(std::move(bytes)); });
    if (stopped())
      return;
    std::string linked = linkInWorker(summaries);
    if (stopped())
      return;
    if (std::optional<batch::Digest> key = linkedKey())
      plan_.cache->store.put("program", *key, linked);
    takeAll(linked);
  }

  std::string linkInWorker(const std::vector<std::string> &summaries) {
    double wall = 0;
    WallMeter meter(plan_.profile ? plan_.profile->programWall : wall);
    Linked linked;
    batch::Job job;
    job.items = 1;
    job.work = [&](size_t) { return linkSaved(summaries); };
    job.deliver = [&](size_t, batch::Outcome outcome) {
      analysis_.broken = std::move(outcome.failure);
      if (!stopped() && !fromBytes(outcome.bytes, linked))
        analysis_.broken = "a worker's result is damaged";
    };
    analysis_.signal = batch::run(job);
    if (plan_.profile)
      plan_.profile->program = linked.costs;
    return std::move(linked.result);
  }

  // Only of all units: what a lost one would have added is not known.
  std::optional<batch::Digest> linkedKey() {
    std::optional<batch::Digest> units = units_.key();
    if (!units)
      return std::nullopt;
    return batch::Hasher().add(*units).add(analysisDigest(*plan_.roads.front())).digest();
  }

  std::optional<std::string> findLinked() {
    std::optional<batch::Digest> key = linkedKey();
    return key ? plan_.cache->store.get("program", *key) : std::nullopt;
  }

  void tellAllKnown() {
    size_t all = plan_.entries.size();
    if (plan_.progress)
      plan_.progress({.done = all, .failed = 0, .known = all, .total = all});
  }

  void takeAll(const std::string &bytes) {
    batch::Result result;
    take(result, bytes);
    finish(std::move(result));
  }

  llvm::Expected<std::string> linkSaved(const std::vector<std::string> &summaries) const {
    Linked linked;
    std::vector<summary::Unit> units;
    {
      Meter meter(linked.costs.load);
      for (const std::string &bytes : summaries) {
        llvm::Expected<summary::Unit> unit = summary::load(bytes);
        if (!unit)
          return unit.takeError();
        units.push_back(std::move(*unit));
      }
    }
    {
      Meter meter(linked.costs.link);
      linked.result = batch::save(analyze(*plan_.roads.front(), units));
    }
    linked.costs.memory = peakMemory();
    return toBytes(linked);
  }

  template <class Deliver> void overUnits(Deliver deliver) {
    double wall = 0;
    WallMeter meter(plan_.profile ? plan_.profile->unitsWall : wall);
    auto take = [&](size_t item, batch::Outcome outcome) {
      if (outcome.failure.empty())
        return deliver(std::move(outcome.bytes));
      ++analysis_.lost;
      notes_.push_back(
          fmt::format("{}: not analysed: {}", plan_.entries[item].command.file, outcome.failure));
    };
    if (plan_.made.empty())
      analysis_.signal = units_.run(take);
    for (size_t item = 0; item < plan_.made.size(); ++item)
      take(item, std::move(plan_.made[item]));
  }

  void take(batch::Result &target, const std::string &bytes) {
    if (llvm::Expected<batch::Result> result = batch::load(bytes))
      target = std::move(*result);
    else
      analysis_.broken = llvm::toString(result.takeError());
  }

  void finish(batch::Result result) {
    analysis_.result = std::move(result);
    std::vector<std::string> &notes = analysis_.result.program.notes;
    notes.insert(notes.begin(), notes_.begin(), notes_.end());
  }

  bool stopped() const { return analysis_.signal || !analysis_.broken.empty(); }

  Plan plan_;
  Units units_;
  Analysis analysis_;
  std::vector<std::string> notes_;
};

} // namespace

Analysis analyze(Plan plan) {
  batch::UnitCache *cache = plan.cache;
  Analysis analysis = Runner(std::move(plan)).run();
  if (cache)
    cache->close();
  return analysis;
}

int makeUnits(const Plan &plan, std::function<void(size_t, batch::Outcome)> deliver) {
  int signal = Units(plan, plan.cache).run(std::move(deliver));
  if (plan.cache)
    plan.cache->close();
  return signal;
}

} // namespace clangsql::cli
