// clang-sql check --shard: a share of the units, as a part for clang-sql merge.

#include "cli/command.h"
#include "cli/progress.h"
#include "cli/run.h"

namespace clangsql::cli {

int writeShard(const CheckOptions &options, Plan plan) {
  batch::Part part;
  part.shard = *options.shard;
  part.arguments = options.substance;
  part.options = options.decisive;
  part.directory = projectRoot();
  part.settings = settingsDigest(plan.roads);
  part.parsing = parsingDigest(plan.roads);
  part.unitCount = plan.entries.size();
  batch::Hasher all;
  std::vector<batch::Entry> own;
  std::vector<const Road *> roads;
  for (size_t item = 0; item < plan.entries.size(); ++item) {
    all.add(batch::UnitCache::keyOf(plan.entries[item].command, {}));
    if (!part.shard.has(item))
      continue;
    own.push_back(plan.entries[item]);
    roads.push_back(plan.roads[item]);
  }
  part.units = all.digest();
  plan.entries = own;
  plan.roads = roads;
  if (!options.quiet)
    plan.progress = showProgress("analysed");
  int signal = makeUnits(plan, [&](size_t item, batch::Outcome outcome) {
    part.own.push_back({own[item].command.file, own[item].inferred, std::move(outcome)});
  });
  if (signal)
    return tellInterrupted(options, signal);
  tellCache(options, plan.cache);
  if (llvm::Error problem = batch::writePart(options.output, part))
    return fail(std::move(problem));
  return Clean;
}

} // namespace clangsql::cli
