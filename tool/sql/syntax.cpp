#include "sql/syntax.h"

#include "sql/newer_grammar.h"
#include "sql/prepare.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

/// Errors that hang on a setting of the session or on the version, not on the text.
static bool isUncertain(llvm::StringRef message) {
  for (llvm::StringRef start : {"subquery in FROM must have an alias", // not from PostgreSQL 16 on
                                "VALUES in FROM must have an alias", "unsafe use of"})
    if (message.starts_with(start))
      return true;
  return false;
}

static SyntaxError placed(const Error &error, std::span<const Token> tokens) {
  SyntaxError result{.message = error.message, .offset = error.offset};
  const Token *last = nullptr;
  for (const Token &token : tokens)
    if (token.begin <= error.offset)
      last = &token;
  if (!last)
    return result;
  result.atEnd = llvm::StringRef(error.message).ends_with("at end of input");
  if (result.atEnd)
    last = &tokens.back();
  result.offset = result.atEnd ? last->begin : error.offset;
  result.length = std::max<uint32_t>(last->end, result.offset + 1) - result.offset;
  return result;
}

/// The grammar's word on the text as it is, in one piece.
static std::optional<Error> errorOf(const Text &text, const Prepared &prepared) {
  std::optional<Error> error;
  onEnoughStack(text, prepared, [&] {
    auto parsed = parseTree(text.bytes);
    if (const Error *found = std::get_if<Error>(&parsed))
      error = *found;
  });
  return error;
}

std::optional<SyntaxError> syntaxError(const Text &text, Placeholders placeholders) {
  if (!text.holes.empty())
    return std::nullopt;
  Options options{Dialect::PostgreSQL, Placeholders(placeholders | Dollar)};
  Prepared prepared = prepare(text, options);
  const std::vector<Token> &tokens = prepared.lexed.tokens;
  if (prepared.refused || tokens.empty())
    return std::nullopt;
  std::optional<Error> error = errorOf(text, prepared);
  if (error && !prepared.parameters.edits.empty()) // `data ? 'key'` can be an operator
    error = parse(text, options).error;
  if (!error || isUncertain(error->message) || mayBeNewer(tokens, text.bytes) ||
      isOtherServers(tokens, text.bytes))
    return std::nullopt;
  return placed(*error, tokens);
}

} // namespace clangsql::sql
