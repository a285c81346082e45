#include "lint/holes.h"

#include "lint/escaping.h"
#include "lint/wording.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <tuple>

namespace clangsql::lint {

namespace {

auto placeOf(const HoleUse &use) {
  const link::Where &w = use.hole->where;
  return std::tie(w.at.file, w.at.offset, w.spelling.file, w.spelling.offset, use.hole->expression);
}

void collect(const link::Variant &variant, llvm::function_ref<bool(const HoleUse &)> wanted,
             std::vector<HoleUse> &uses) {
  size_t index = 0;
  for (const link::Fragment &fragment : variant.fragments) {
    const auto *hole = std::get_if<link::Hole>(&fragment);
    if (!hole)
      continue;
    HoleUse use{&variant, index, hole, positionOf(variant, index)};
    ++index;
    auto same = [&](const HoleUse &known) { return placeOf(known) == placeOf(use); };
    if (wanted(use) && llvm::none_of(uses, same))
      uses.push_back(use);
  }
}

/// The hole's way from the source to the text: what is known of it goes with the first step.
std::vector<link::Hop> stepsOf(const link::Hole &hole) {
  std::vector<link::Hop> steps = hole.path;
  if (llvm::none_of(steps, [&](const link::Hop &hop) { return hop.where == hole.where; }))
    steps.push_back(
        {hole.where, fmt::format("{} becomes part of the text here", quoted(hole.expression))});
  if (!hole.reason.empty())
    steps.front().what += fmt::format(" ({})", hole.reason);
  return steps;
}

void addPath(const link::Statement &statement, const link::Hole &hole, Finding &finding) {
  Flow flow{fmt::format("how {} becomes SQL", quoted(hole.expression)), stepsOf(hole)};
  for (const link::Hop &hop : flow.hops)
    finding.notes.push_back({hop.where, hop.what});
  flow.hops.push_back(
      {statement.call, fmt::format("sent by {}", quoted(unqualified(statement.callee)))});
  llvm::append_range(flow.hops, statement.through);
  finding.flows.push_back(std::move(flow));
}

} // namespace

bool carriesText(const link::Hole &hole) {
  return hole.kind == sql::HoleKind::Text || hole.kind == sql::HoleKind::Unknown;
}

void forCalls(const link::Program &program,
              llvm::function_ref<void(std::span<const link::Statement>)> each) {
  std::span<const link::Statement> rest = program.statements;
  while (!rest.empty()) {
    size_t count = 1;
    while (count < rest.size() && rest[count].call == rest.front().call)
      ++count;
    each(rest.first(count));
    rest = rest.subspan(count);
  }
}

std::vector<HoleUse> holesOf(std::span<const link::Statement> call,
                             llvm::function_ref<bool(const HoleUse &)> wanted) {
  std::vector<HoleUse> uses;
  for (const link::Statement &statement : call)
    if (statement.kind != link::Statement::Loose && statement.kind != link::Statement::BulkInsert)
      for (const link::Variant &variant : statement.variants)
        collect(variant, wanted, uses);
  auto tainted = [](const HoleUse &use) { return use.hole->grade == link::Grade::Tainted; };
  llvm::sort(uses, [&](const HoleUse &a, const HoleUse &b) {
    return std::tuple(!tainted(a), placeOf(a)) < std::tuple(!tainted(b), placeOf(b));
  });
  return uses;
}

Finding holeFinding(std::string_view rule, std::string message, const link::Statement &statement,
                    std::span<const HoleUse> uses, std::span<const std::string> advice) {
  Finding finding{
      .rule = std::string(rule), .message = std::move(message), .where = statement.call};
  const link::Variant *shown = uses.front().variant;
  std::vector<size_t> marked;
  for (const HoleUse &use : uses) {
    finding.ranges.push_back(use.hole->where);
    if (use.variant == shown)
      marked.push_back(use.index);
  }
  bool several = statement.variants.size() > 1 || statement.truncated;
  finding.notes.push_back(
      sqlNote(statement.call, several ? "one of the texts that are sent" : "the SQL that is sent",
              *shown, marked));
  for (const HoleUse &use : uses)
    addPath(statement, *use.hole, finding);
  for (const link::Hop &hop : statement.through)
    finding.notes.push_back({hop.where, hop.what});
  for (const std::string &line : advice)
    finding.notes.push_back({statement.call, line});
  return finding;
}

std::string moreLikeIt(size_t all) {
  return all > 1 ? fmt::format(" ({} more like it)", all - 1) : "";
}

} // namespace clangsql::lint
