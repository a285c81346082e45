// Scan before parse: the units that a scan shows to hold nothing of interest.

#include "cli/units.h"
#include "cli/units_made.h"
#include "frontend/scan.h"
#include "summary/binary.h"
#include "summary/bytes.h"

namespace clangsql::cli {

namespace {

/// Neighbours read the same headers, and what one worker learnt of them serves all its units.
constexpr size_t MaxChunk = 256;

using Scanned = std::vector<std::pair<size_t, std::string>>; // items, and a saved Made of each

} // namespace

int Units::scan() {
  std::vector<size_t> items;
  if (scans())
    for (size_t item = 0; item < plan_.entries.size(); ++item)
      if (!cache_ || !lookUp(item))
        items.push_back(item);
  if (items.empty())
    return 0;
  double wall = 0;
  WallMeter meter(plan_.profile ? plan_.profile->scanWall : wall);
  size_t chunk = std::min(MaxChunk, (items.size() + plan_.workers - 1) / plan_.workers);
  auto part = [&](size_t i) {
    return std::span(items).subspan(i * chunk, std::min(chunk, items.size() - i * chunk));
  };
  batch::Job job;
  job.items = (items.size() + chunk - 1) / chunk;
  job.workers = plan_.workers;
  job.limits = plan_.limits;
  job.work = [&](size_t i) -> llvm::Expected<std::string> { return scanSome(part(i)); };
  job.deliver = [&](size_t, batch::Outcome outcome) {
    Scanned scanned;
    if (!outcome.failure.empty() || !fromBytes(outcome.bytes, scanned))
      return; // they are parsed then
    for (auto &[item, bytes] : scanned) {
      batch::Outcome made{std::move(bytes), ""};
      scanned_[item].emplace();
      unpack(item, made);
      scanned_[item] = std::move(made.bytes);
    }
    if (plan_.profile)
      plan_.profile->skipped += scanned.size();
  };
  return batch::run(job);
}

// Runs in a worker.
std::string Units::scanSome(std::span<const size_t> items) {
  frontend::Scanner scanner;
  std::map<const char *, batch::Digest> digests;
  Scanned scanned;
  for (size_t item : items) {
    const Road &road = *plan_.roads[item];
    batch::Lookups lookups;
    frontend::WrapFiles wrap;
    if (cache_)
      wrap = [&](auto files) { return batch::rememberKept(std::move(files), lookups, digests); };
    std::optional<summary::Unit> unit =
        scanner.scan(plan_.entries[item].command, road.frontend, *road.library, wrap);
    if (!unit)
      continue;
    Made made;
    made.result = batch::save(analyze(road, std::span(&*unit, 1)));
    if (cache_) {
      made.reading = cache_->read(commands_[item], lookups, cache_->stamps.learnt().size());
      made.summary = summary::save(*unit);
    }
    scanned.emplace_back(item, toBytes(made));
  }
  return toBytes(scanned);
}

} // namespace clangsql::cli
