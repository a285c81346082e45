#include "cli/units.h"

#include "cli/units_made.h"
#include "summary/binary.h"
#include "summary/bytes.h"

#include <fmt/format.h>

#include <map>

namespace clangsql::cli {

namespace {

// Of many errors in a unit the first tells most; the others are often its consequences.
void keepFirstError(summary::Unit &unit) {
  if (size_t more = unit.errors.size(); more > 1) {
    unit.errors.resize(1);
    unit.errors[0].message += fmt::format(" (and {} more in this unit)", more - 1);
  }
}

} // namespace

Units::Units(const Plan &plan, batch::UnitCache *cache)
    : plan_(plan), cache_(cache), scanned_(plan.entries.size()) {
  if (!cache)
    return;
  std::map<const Road *, std::pair<batch::Digest, batch::Digest>> digests;
  for (size_t item = 0; item < plan.entries.size(); ++item) {
    const Road *road = plan.roads[item];
    auto [known, fresh] = digests.try_emplace(road);
    if (fresh)
      known->second = {frontendDigest(*road), analysisDigest(*road)};
    if (fresh && scans()) // what is skipped is not what a parse would have said
      known->second.first = batch::Hasher().add(known->second.first).add("scan").digest();
    commands_.push_back(batch::UnitCache::keyOf(plan.entries[item].command, known->second.first));
    analyses_.push_back(known->second.second);
  }
  found_.resize(plan.entries.size());
}

int Units::run(std::function<void(size_t, batch::Outcome)> deliver) {
  if (int signal = scan())
    return signal;
  batch::Job job;
  job.items = plan_.entries.size();
  job.workers = plan_.workers;
  job.limits = plan_.limits;
  if (plan_.progress)
    job.progress = [this](batch::Progress progress) {
      progress.known = known_;
      plan_.progress(progress);
    };
  job.work = [this](size_t item) { return work(item); };
  job.deliver = std::move(deliver);
  job.known = [this](size_t item) {
    return scanned_[item] ? std::move(scanned_[item]) : cache_ ? find(item) : std::nullopt;
  };
  job.ended = [this](size_t item, batch::Outcome &outcome) { unpack(item, outcome); };
  return batch::run(job);
}

std::optional<batch::Digest> Units::key() {
  if (!cache_)
    return std::nullopt;
  batch::Hasher all;
  for (size_t item = 0; item < plan_.entries.size(); ++item) {
    if (!lookUp(item))
      return std::nullopt;
    all.add(*found_[item]);
  }
  return all.digest();
}

batch::Digest Units::keyOf(size_t item, const batch::Digest &unit) const {
  return plan_.wholeProgram ? unit : batch::Hasher().add(unit).add(analyses_[item]).digest();
}

bool Units::lookUp(size_t item) {
  auto stored = [&](const batch::Digest &unit) {
    return cache_->store.has(kind(), keyOf(item, unit)) || cache_->store.has("summary", unit);
  };
  if (!found_[item])
    found_[item] = cache_->find(plan_.entries[item].command, commands_[item], stored);
  return found_[item].has_value();
}

std::optional<std::string> Units::find(size_t item) {
  if (!lookUp(item))
    return std::nullopt;
  std::optional<std::string> bytes = cache_->store.get(kind(), keyOf(item, *found_[item]));
  known_ += bytes.has_value();
  return bytes;
}

// Runs in a worker.
llvm::Expected<std::string> Units::work(size_t item) {
  Made made;
  llvm::Expected<summary::Unit> unit = summaryOf(item, made);
  if (!unit)
    return unit.takeError();
  if (cache_ || plan_.wholeProgram) {
    Meter meter(made.costs.save);
    made.summary = summary::save(*unit);
  }
  if (!plan_.wholeProgram) {
    Meter meter(made.costs.link);
    made.result = batch::save(analyze(*plan_.roads[item], std::span(&*unit, 1)));
  }
  made.costs.memory = peakMemory();
  return toBytes(made);
}

llvm::Expected<summary::Unit> Units::summaryOf(size_t item, Made &made) {
  if (cache_ && found_[item])
    if (std::optional<std::string> stored = cache_->store.get("summary", *found_[item])) {
      Meter meter(made.costs.load);
      llvm::Expected<summary::Unit> unit = summary::load(*stored);
      if (unit)
        return unit;
      llvm::consumeError(unit.takeError());
    }
  return parse(item, made);
}

llvm::Expected<summary::Unit> Units::parse(size_t item, Made &made) {
  Meter meter(made.costs.summarize);
  batch::Lookups lookups;
  size_t known = 0;
  frontend::WrapFiles wrap;
  if (cache_) {
    known = cache_->stamps.learnt().size();
    wrap = [&](auto files) { return batch::remember(std::move(files), lookups, cache_->stamps); };
  }
  llvm::Expected<summary::Unit> unit =
      summarize(*plan_.roads[item], plan_.entries[item].command, wrap);
  if (!unit)
    return unit;
  keepFirstError(*unit);
  if (cache_)
    made.reading = cache_->read(commands_[item], lookups, known);
  return unit;
}

void Units::unpack(size_t item, batch::Outcome &outcome) {
  if (!outcome.failure.empty())
    return;
  Made made;
  if (!fromBytes(outcome.bytes, made)) {
    outcome = {"", "a worker's result is damaged"};
    return;
  }
  if (plan_.profile && !scanned_[item])
    plan_.profile->units.emplace_back(plan_.entries[item].command.file, made.costs);
  if (cache_)
    store(item, made);
  outcome.bytes = std::move(plan_.wholeProgram ? made.summary : made.result);
}

// At once and not in order: what is finished when a run is interrupted need not be done again.
void Units::store(size_t item, const Made &made) {
  if (!made.reading.asked.empty()) {
    cache_->learn(plan_.entries[item].command, commands_[item], made.reading);
    found_[item] = made.reading.unit;
    cache_->store.put("summary", *found_[item], made.summary);
  }
  if (!plan_.wholeProgram)
    cache_->store.put("result", keyOf(item, *found_[item]), made.result);
}

} // namespace clangsql::cli
