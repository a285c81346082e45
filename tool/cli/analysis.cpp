#include "cli/analysis.h"

#include "summary/binary.h"

#include <fmt/format.h>
#include <llvm/Support/MemoryBuffer.h>

namespace clangsql::cli {
namespace {

// Of many errors in a unit the first tells most; the others are often its consequences.
void keepFirstError(summary::Unit &unit) {
  if (size_t more = unit.errors.size(); more > 1) {
    unit.errors.resize(1);
    unit.errors[0].message += fmt::format(" (and {} more in this unit)", more - 1);
  }
}

class Runner {
public:
  explicit Runner(const Plan &plan) : plan_(plan) {}

  Analysis run() {
    plan_.wholeProgram ? linkAll() : eachByItself();
    return std::move(analysis_);
  }

private:
  void eachByItself() {
    std::vector<batch::Result> results;
    overUnits([](const Road &road,
                 summary::Unit unit) { return batch::save(analyze(road, std::span(&unit, 1))); },
              [&](std::string bytes) { take(results.emplace_back(), bytes); });
    if (!stopped())
      finish(batch::merge(std::move(results)));
  }

  void linkAll() {
    std::vector<std::string> summaries;
    overUnits([](const Road &, summary::Unit unit) { return summary::save(unit); },
              [&](std::string bytes) { summaries.push_back(std::move(bytes)); });
    if (stopped())
      return;
    batch::Result result;
    batch::Job job;
    job.items = 1;
    job.work = [&](size_t) { return linkSaved(summaries); };
    job.deliver = [&](size_t, batch::Outcome outcome) {
      analysis_.broken = outcome.failure;
      if (outcome.failure.empty())
        take(result, outcome.bytes);
    };
    analysis_.signal = batch::run(job);
    if (!stopped())
      finish(std::move(result));
  }

  llvm::Expected<std::string> linkSaved(const std::vector<std::string> &summaries) const {
    std::vector<summary::Unit> units;
    for (const std::string &bytes : summaries) {
      llvm::Expected<summary::Unit> unit = summary::load(bytes);
      if (!unit)
        return unit.takeError();
      units.push_back(std::move(*unit));
    }
    return batch::save(analyze(*plan_.roads.front(), units));
  }

  // Summarizes every unit in a worker, which also does `work` with it; `deliver` gets what that
  // returned.
  template <class Work, class Deliver> void overUnits(Work work, Deliver deliver) {
    batch::Job job;
    job.items = plan_.entries.size();
    job.workers = plan_.workers;
    job.limits = plan_.limits;
    job.progress = plan_.progress;
    job.work = [&](size_t item) -> llvm::Expected<std::string> {
      llvm::Expected<summary::Unit> unit =
          summarize(*plan_.roads[item], plan_.entries[item].command);
      if (!unit)
        return unit.takeError();
      keepFirstError(*unit);
      return work(*plan_.roads[item], std::move(*unit));
    };
    job.deliver = [&](size_t item, batch::Outcome outcome) {
      if (outcome.failure.empty())
        return deliver(std::move(outcome.bytes));
      ++analysis_.lost;
      notes_.push_back(
          fmt::format("{}: not analysed: {}", plan_.entries[item].command.file, outcome.failure));
    };
    analysis_.signal = batch::run(job);
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

  const Plan &plan_;
  Analysis analysis_;
  std::vector<std::string> notes_;
};

} // namespace

Analysis analyze(const Plan &plan) { return Runner(plan).run(); }

} // namespace clangsql::cli
