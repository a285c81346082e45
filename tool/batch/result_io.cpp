#include "batch/result_fields.h"
#include "summary/bytes.h"

#include <set>

template <> constexpr bool clangsql::IsPlain<clangsql::link::Statistics> = true;

namespace clangsql::batch {

namespace {

using LineKey = std::pair<summary::Id, uint32_t>;

// Leaves only the files and lines that something names.
void condense(Result &result) {
  link::Program &program = result.program;
  std::set<summary::Id> files(program.mainFiles.begin(), program.mainFiles.end());
  EachLocation([&](link::Location &at) {
    if (at.file != summary::None)
      files.insert(at.file);
  })(result);
  std::set<LineKey> lines;
  EachLocation([&](link::Location &at) { lines.emplace(at.file, at.line); })(result.lint,
                                                                             program.errors);

  std::map<summary::Id, summary::Id> renumbered;
  std::vector<std::string> names;
  for (summary::Id file : files) {
    renumbered[file] = summary::Id(names.size());
    names.push_back(std::move(program.files[file]));
  }
  program.files = std::move(names);
  std::map<LineKey, std::string> kept;
  for (auto &[key, text] : program.lines)
    if (lines.contains(key))
      kept.emplace(LineKey(renumbered[key.first], key.second), std::move(text));
  program.lines = std::move(kept);
  for (summary::Id &file : program.mainFiles)
    file = renumbered[file];
  EachLocation([&](link::Location &at) {
    if (at.file != summary::None)
      at.file = renumbered[at.file];
  })(result);
}

} // namespace

std::string save(Result result) {
  condense(result);
  return toBytes(result);
}

llvm::Expected<Result> load(std::string_view bytes) {
  Result result;
  if (!fromBytes(bytes, result))
    return llvm::createStringError("a worker's result is damaged");
  return result;
}

} // namespace clangsql::batch
