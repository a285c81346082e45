#include "lint/suppressions.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

namespace clangsql::lint {

using summary::Suppression;

/// Blanks in a check list do not matter when BEGIN and END are compared.
static std::string withoutBlanks(llvm::StringRef checks) {
  auto items =
      llvm::map_range(llvm::split(checks, ','), [](llvm::StringRef item) { return item.trim(); });
  return llvm::join(items, ",");
}

Suppressions::Suppressions(const link::Program &program) {
  for (const Suppression &s : program.suppressions) {
    std::optional<std::string> checks;
    if (s.checks != summary::None)
      checks = withoutBlanks(program.suppressionChecks[s.checks]);
    Globs globs(checks ? *checks : "*", Globs::Drop);
    files_[s.file].comments.push_back({s.kind, {s.line, s.column}, checks, std::move(globs)});
  }
  for (auto &[id, file] : files_) {
    llvm::sort(file.comments, [](const Comment &a, const Comment &b) { return a.at < b.at; });
    pair(file);
  }
}

/// The END of a block must carry the same list as the BEGIN opened last.
void Suppressions::pair(File &file) {
  std::vector<const Comment *> open;
  for (const Comment &comment : file.comments) {
    if (comment.kind == Suppression::Begin) {
      open.push_back(&comment);
    } else if (comment.kind == Suppression::End) {
      if (!open.empty() && open.back()->checks == comment.checks) {
        file.blocks.push_back({open.back()->at, comment.at, comment.globs});
        open.pop_back();
      } else {
        file.unmatched.push_back(&comment);
      }
    }
  }
  llvm::append_range(file.unmatched, open);
}

bool Suppressions::silences(std::string_view rule, const link::Where &where) {
  return silences(rule, where.spelling) || (where.at != where.spelling && silences(rule, where.at));
}

bool Suppressions::silences(std::string_view rule, const link::Location &at) {
  auto it = files_.find(at.file);
  if (it == files_.end())
    return false;
  const File &file = it->second;
  bool onLine = llvm::any_of(file.comments, [&](const Comment &comment) {
    bool here = comment.kind == Suppression::Here && comment.at.first == at.line;
    bool next = comment.kind == Suppression::NextLine && comment.at.first + 1 == at.line;
    return (here || next) && comment.globs.contains(rule);
  });
  if (onLine)
    return true;
  searched_.insert(at.file);
  Position position{at.line, at.column};
  return llvm::any_of(file.blocks, [&](const Block &block) {
    return block.begin < position && position < block.end && block.globs.contains(rule);
  });
}

std::vector<Finding> Suppressions::unmatched(std::span<const Rule *const> rules) const {
  std::vector<Finding> findings;
  for (summary::Id id : searched_)
    for (const Comment *comment : files_.at(id).unmatched) {
      if (llvm::none_of(rules,
                        [&](const Rule *rule) { return comment->globs.contains(rule->name); }))
        continue;
      bool begin = comment->kind == Suppression::Begin;
      link::Location at{.file = id,
                        .line = comment->at.first,
                        .column = comment->at.second,
                        .column16 = comment->at.second};
      Finding finding{
          .rule = std::string(NoLintRule), .severity = Severity::Error, .where = {at, at}};
      finding.message =
          begin ? "unmatched 'NOLINTBEGIN' comment without a subsequent 'NOLINTEND' comment"
                : "unmatched 'NOLINTEND' comment without a previous 'NOLINTBEGIN' comment";
      findings.push_back(std::move(finding));
    }
  return findings;
}

} // namespace clangsql::lint
