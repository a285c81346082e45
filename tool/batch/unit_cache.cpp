#include "batch/unit_cache.h"

#include "batch/identity.h"
#include "summary/bytes.h"

#include <llvm/ADT/STLExtras.h>

namespace clangsql::batch {

constexpr size_t MaxLists = 4; // as when someone goes to and fro between branches

UnitCache::UnitCache(std::string directory, uint64_t limit)
    : store(std::move(directory), limit), answers_(stamps),
      stampsFile_(store.directory() + "/stamps") {
  stamps.load(stampsFile_);
}

Digest UnitCache::keyOf(const frontend::Command &command, const Digest &frontend) {
  return Hasher()
      .add(toolIdentity())
      .add(frontend)
      .add(command.directory)
      .add(command.file)
      .addAll(command.arguments)
      .digest();
}

Digest UnitCache::questionsOf(const frontend::Command &command, const Digest &key) {
  return Hasher().add(key).add(answers_.to({command.file, Asked::Content})).digest();
}

std::vector<std::string> UnitCache::listsAt(const Digest &questions) const {
  std::vector<std::string> lists;
  std::optional<std::string> bytes = store.get("asked", questions);
  return bytes && fromBytes(*bytes, lists) ? lists : std::vector<std::string>();
}

std::optional<Digest> UnitCache::find(const frontend::Command &command, const Digest &key,
                                      llvm::function_ref<bool(const Digest &)> stored) {
  for (const std::string &asked : listsAt(questionsOf(command, key))) {
    Hasher unit;
    unit.add(key).add(asked);
    for (const Lookup &lookup : loadLookups(asked))
      unit.add(answers_.to(lookup));
    if (Digest found = unit.digest(); stored(found))
      return found;
  }
  return std::nullopt;
}

Reading UnitCache::read(const Digest &command, const Lookups &lookups, size_t known) const {
  Reading reading;
  reading.asked = save(lookups);
  Hasher unit;
  unit.add(command).add(reading.asked);
  for (const auto &[lookup, answer] : lookups)
    unit.add(answer);
  reading.unit = unit.digest();
  reading.learnt.assign(stamps.learnt().begin() + ptrdiff_t(known), stamps.learnt().end());
  return reading;
}

void UnitCache::learn(const frontend::Command &command, const Digest &key, const Reading &reading) {
  for (const auto &[stamp, content] : reading.learnt)
    stamps.learn(stamp, content);
  Digest questions = questionsOf(command, key);
  std::vector<std::string> lists = listsAt(questions);
  llvm::erase(lists, reading.asked);
  lists.insert(lists.begin(), reading.asked);
  lists.resize(std::min(lists.size(), MaxLists));
  store.put("asked", questions, toBytes(lists));
  changed_ = true;
}

void UnitCache::close() {
  if (!changed_ && stamps.learnt().empty())
    return;
  stamps.save(stampsFile_);
  if (changed_)
    store.trim();
}

} // namespace clangsql::batch
