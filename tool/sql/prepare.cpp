#include "sql/prepare.h"

#include "sql/markers.h"
#include "sql/nesting.h"
#include "sql/split.h"

#include <llvm/Support/ProgramStack.h>

namespace clangsql::sql {

static std::optional<Error> refuse(const Text &text, const Lexed &lexed) {
  if (text.holes.size() > Markers::most)
    return Error{"too many holes", 0};
  if (size_t nul = text.bytes.find('\0'); nul != std::string::npos)
    return Error{"a NUL byte ends the text", uint32_t(nul)};
  if (nestingOf(lexed.tokens, text.bytes) > deepest)
    return Error{"nested too deeply", 0};
  return std::nullopt;
}

/// Of edits sorted by place, those that concern the statement.
static void addWithin(const Edits &edits, const Source &source, Edits &result) {
  auto first = std::ranges::lower_bound(edits, source.tokens.front().begin, {}, &Edit::begin);
  for (; first != edits.end() && first->end <= source.tokens.back().end; ++first)
    result.push_back(*first);
  sortByPlace(result);
}

Prepared prepare(const Text &text, const Options &options) {
  Prepared result;
  if (text.bytes.size() > 1 << 20) {
    result.refused = Error{"text longer than 1 MiB", 0};
    return result;
  }
  result.lexed = lex(text, lexRules(options));
  result.refused = refuse(text, result.lexed);
  result.parameters = parameters(result.lexed.tokens, text.bytes);
  if (result.refused)
    return result;
  for (std::span<const Token> tokens : splitStatements(result.lexed.tokens, text.bytes)) {
    Job job{{text.bytes, tokens}, text.holes, {}};
    job.edits = rewrite(job.source, options.dialect);
    addWithin(result.parameters.edits, job.source, job.edits);
    result.jobs.push_back(std::move(job));
  }
  return result;
}

void onEnoughStack(const Text &text, const Prepared &prepared, llvm::function_ref<void()> work) {
  if (nestingOf(prepared.lexed.tokens, text.bytes) <= deepHere)
    work();
  else
    llvm::runOnNewStack(deepStack, work);
}

} // namespace clangsql::sql
