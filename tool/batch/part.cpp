#include "batch/part.h"

#include "batch/files.h"
#include "batch/identity.h"
#include "summary/bytes.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <cerrno>
#include <cstring>

namespace clangsql::batch {

namespace {

/// Stands in front of all else and is read before it: another build's part may be laid out
/// otherwise.
struct Head {
  std::string what, version;
  Digest program{};
};
template <class V> void fields(V &visit, Head &x) { visit(x.what, x.version, x.program); }

constexpr const char *What = "a part of a run";
constexpr const char OtherPlace[] =
    "was made in {}, '{}' in {}; a project must have the same path everywhere";

} // namespace

template <class V> static void fields(V &visit, Shard &x) { visit(x.index, x.count); }
template <class V> static void fields(V &visit, Outcome &x) { visit(x.bytes, x.failure); }
template <class V> static void fields(V &visit, PartUnit &x) {
  visit(x.file, x.inferred, x.outcome);
}
template <class V> static void fields(V &visit, Part &x) {
  visit(x.shard, x.arguments, x.options, x.directory, x.units, x.unitCount, x.settings, x.parsing,
        x.own);
}

llvm::Error writePart(const std::string &file, const Part &part) {
  Head head{What, CLANGSQL_VERSION, programIdentity()};
  auto both = std::pair(toBytes(head), toBytes(part));
  if (writeChecked(file, toBytes(both)))
    return llvm::Error::success();
  return llvm::createStringError(
      fmt::format("{}: cannot write the part: {}", file, std::strerror(errno)));
}

static llvm::Expected<Part> readPart(const std::string &file) {
  auto error = [&](const std::string &text) {
    return llvm::createStringError(fmt::format("{}: {}", file, text));
  };
  llvm::Expected<std::string> bytes = readChecked(file);
  if (!bytes)
    return error(llvm::toString(bytes.takeError()));
  std::pair<std::string, std::string> both;
  Head head;
  if (!fromBytes(*bytes, both) || !fromBytes(both.first, head) || head.what != What)
    return error("not a part that 'clang-sql check --shard' wrote");
  if (head.program != programIdentity())
    return error(fmt::format("written by another build of clang-sql ({}) than this one ({})",
                             head.version, CLANGSQL_VERSION));
  Part part;
  if (!fromBytes(both.second, part) || part.shard.index == 0 || part.shard.index > part.shard.count)
    return error("damaged");
  part.name = file;
  return part;
}

llvm::Expected<std::vector<Part>> readParts(const std::vector<std::string> &files) {
  std::vector<Part> parts;
  std::vector<std::string> problems;
  for (const std::string &file : files)
    if (llvm::Expected<Part> part = readPart(file))
      parts.push_back(std::move(*part));
    else
      problems.push_back(llvm::toString(part.takeError()));
  if (!problems.empty())
    return llvm::createStringError(llvm::join(problems, "\n"));
  return parts;
}

/// How a part is not of the same run as the first; empty: it is.
static std::string difference(const Part &part, const Part &first) {
  if (part.shard.count != first.shard.count)
    return fmt::format("is one of {} shards, '{}' one of {}", part.shard.count, first.name,
                       first.shard.count);
  if (part.arguments != first.arguments)
    return fmt::format("was made with other options than '{}': '{}', not '{}'", first.name,
                       llvm::join(part.arguments, " "), llvm::join(first.arguments, " "));
  if (part.directory != first.directory)
    return fmt::format(OtherPlace, part.directory, first.name, first.directory);
  if (part.unitCount != first.unitCount || part.units != first.units)
    return fmt::format("was made of another compilation database than '{}' ({} units and {})",
                       first.name, part.unitCount, first.unitCount);
  if (part.settings != first.settings)
    return fmt::format("was made with another configuration or other models than '{}'", first.name);
  if (part.parsing != first.parsing)
    return fmt::format("was made where Clang reads other headers or another environment than for "
                       "'{}'",
                       first.name);
  return "";
}

static std::vector<std::string> findProblems(const std::vector<Part> &parts) {
  std::vector<std::string> problems;
  std::vector<const Part *> shards(parts.front().shard.count);
  for (const Part &part : parts) {
    if (std::string how = difference(part, parts.front()); !how.empty()) {
      problems.push_back(fmt::format("{}: {}", part.name, how));
      continue;
    }
    const Part *&place = shards[part.shard.index - 1];
    if (place)
      problems.push_back(fmt::format("{}: is shard {}/{}, as '{}' is", part.name, part.shard.index,
                                     part.shard.count, place->name));
    place = &part;
  }
  if (!problems.empty())
    return problems;
  std::vector<std::string> missing;
  for (size_t i = 0; i < shards.size(); ++i)
    if (!shards[i])
      missing.push_back(fmt::format("{}/{}", i + 1, shards.size()));
  if (!missing.empty())
    problems.push_back(fmt::format("missing: shard{} {}", missing.size() > 1 ? "s" : "",
                                   llvm::join(missing, ", ")));
  return problems;
}

bool areTargets(const std::vector<Part> &parts) {
  return parts.size() > 1 &&
         llvm::all_of(parts, [](const Part &part) { return part.shard.count == 1; });
}

/// What several targets share, such as a header's own check, is there more than once.
static llvm::Expected<std::vector<PartUnit>> joinTargets(std::vector<Part> &parts) {
  std::vector<std::string> problems;
  std::vector<PartUnit> units;
  const Part &first = parts.front();
  for (Part &part : parts) {
    if (part.options != first.options)
      problems.push_back(fmt::format("{}: was made with other options than '{}': '{}', not '{}'",
                                     part.name, first.name, llvm::join(part.options, " "),
                                     llvm::join(first.options, " ")));
    if (part.directory != first.directory)
      problems.push_back(part.name + ": " +
                         fmt::format(OtherPlace, part.directory, first.name, first.directory));
    llvm::append_range(units, llvm::make_range(std::make_move_iterator(part.own.begin()),
                                               std::make_move_iterator(part.own.end())));
  }
  if (!problems.empty())
    return llvm::createStringError(llvm::join(problems, "\n"));
  auto key = [](const PartUnit &unit) {
    return std::tie(unit.file, unit.outcome.bytes, unit.outcome.failure);
  };
  llvm::sort(units, [&](auto &a, auto &b) { return key(a) < key(b); });
  units.erase(
      std::unique(units.begin(), units.end(), [&](auto &a, auto &b) { return key(a) == key(b); }),
      units.end());
  return units;
}

llvm::Expected<std::vector<PartUnit>> join(std::vector<Part> &parts) {
  if (areTargets(parts))
    return joinTargets(parts);
  if (std::vector<std::string> problems = findProblems(parts); !problems.empty())
    return llvm::createStringError(llvm::join(problems, "\n"));
  llvm::sort(parts, [](auto &a, auto &b) { return a.shard.index < b.shard.index; });
  std::vector<PartUnit> units;
  std::vector<size_t> taken(parts.size());
  for (size_t item = 0; item < parts.front().unitCount; ++item) {
    size_t shard = item % parts.size();
    if (taken[shard] == parts[shard].own.size())
      return llvm::createStringError(fmt::format("{}: damaged", parts[shard].name));
    units.push_back(std::move(parts[shard].own[taken[shard]++]));
  }
  return units;
}

} // namespace clangsql::batch
