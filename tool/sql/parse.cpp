#include "sql/parse.h"

#include "sql/guess_statement.h"
#include "sql/prepare.h"
#include "sql/statements.h"

namespace clangsql::sql {

namespace {

class TextParser {
public:
  TextParser(const Text &text, const Options &options, const Prepared &prepared)
      : text(text), options(options), prepared(prepared) {}

  Parsed run();

private:
  const Text &text;
  const Options &options;
  const Prepared &prepared;
  Parsed parsed;
  size_t full = 0, part = 0, failed = 0;

  void statement(const Job &);
  void accepted(const Job &, const Outcome &);
  void rejected(const Job &, const Outcome &);
  void foreign(const Source &);
  void placeOutside();
  void openComment();
};

} // namespace

/// The byte of the INSERT, REPLACE or COPY that the table at `offset` belongs to.
static uint32_t insertBefore(const Source &source, uint32_t offset) {
  uint32_t found = source.tokens.front().begin;
  for (size_t i = 0; i < source.tokens.size() && source.tokens[i].begin < offset; ++i)
    if (source.isAny(i, {"INSERT", "COPY"}) || (source.is(i, "REPLACE") && !source.is(i - 1, "OR")))
      found = source.tokens[i].begin;
  return found;
}

void TextParser::accepted(const Job &job, const Outcome &outcome) {
  const Source &source = job.source;
  bool verbIsHole = source.tokens.front().isHole();
  for (const PgQuery__RawStmt *raw : outcome.tree.statements()) {
    placeHoles(*raw, outcome.gaps, text.holes, parsed.holes);
    auto insertAt = [&](uint32_t offset) {
      return insertBefore(source, outcome.filled.toSource(offset));
    };
    Statement statement = describeStatement(*raw, {outcome.filled.bytes(), parsed.holes, insertAt});
    for (Insert &insert : statement.inserts)
      if (std::ranges::any_of(
              outcome.gaps, [](const FilledGap &gap) { return gap.shape == Shape::DefaultValues; }))
        insert.columns = true, insert.defaultValues = false; // the hole may well name them
    statement.offset = source.tokens.front().begin;
    statement.length = source.tokens.back().end - statement.offset;
    if (verbIsHole && statement.kind == StatementKind::Select &&
        !beginsWithVerb({source.bytes, source.tokens.subspan(1)}))
      statement.kind = StatementKind::Other, statement.writes = true;
    parsed.statements.push_back(std::move(statement));
  }
  if (parsed.statements.empty())
    return;
  Statement &last = parsed.statements.back();
  last.fingerprint = fingerprintOf(withParameters(job, outcome, parsed.holes));
  if (last.fingerprint.empty())
    last.fingerprint = fingerprintOf(outcome.filled.bytes());
  bool unplaced = outcome.completed || verbIsHole;
  for (const FilledGap &filled : outcome.gaps)
    unplaced |= parsed.holes[filled.gap->firstHole] == Position::Unknown ||
                filled.shape == Shape::DefaultValues;
  ++(unplaced ? part : full);
}

void TextParser::rejected(const Job &job, const Outcome &outcome) {
  if (!parsed.error)
    parsed.error = outcome.error;
  for (const Gap &gap : outcome.owned)
    for (uint32_t hole = gap.firstHole; hole < gap.lastHole; ++hole)
      parsed.holes[hole] = guess(gap.context);
  parsed.statements.push_back(guessStatement(job.source, text.holes));
  bool because = !outcome.owned.empty() &&
                 outcome.error->offset >= text.holes[outcome.owned.front().firstHole].offset;
  ++(because && beginsWithVerb(job.source) ? part
                                           : failed); // before the first hole, no hole can mend it
}

void TextParser::foreign(const Source &source) {
  Statement statement = guessStatement(source, text.holes);
  using enum StatementKind;
  if (statement.kind != Set && statement.kind != Show && statement.kind != Copy)
    statement.kind = Other;
  parsed.statements.push_back(std::move(statement));
  ++full;
  for (const Gap &gap : gapsOf(source, text.holes))
    for (uint32_t hole = gap.firstHole; hole < gap.lastHole; ++hole)
      parsed.holes[hole] = guess(gap.context);
}

void TextParser::statement(const Job &job) {
  const Token &first = job.source.tokens.front();
  if (job.source.tokens.size() == 1 && first.isHole()) {
    for (uint32_t hole = first.firstHole; hole < first.lastHole; ++hole)
      parsed.holes[hole] = Position::Statement;
    ++failed;
    return;
  }
  if (isForeign(job.source, options.dialect))
    return foreign(job.source);
  Outcome outcome = parseStatement(job);
  if (outcome.tree)
    accepted(job, outcome);
  else
    rejected(job, outcome);
}

/// Holes that no statement has: in comments, and in the numbers and names of placeholders.
void TextParser::placeOutside() {
  auto place = [&](const Token &token, Position position) {
    for (uint32_t hole = token.firstHole; hole < token.lastHole; ++hole)
      parsed.holes[hole] = position;
  };
  for (const Token &token : prepared.lexed.comments)
    place(token, Position::Comment);
  for (const Token &token : prepared.lexed.tokens)
    if (token.kind == Token::Parameter || token.kind == Token::Placeholder)
      place(token, Position::Value);
}

/// Statements end before a comment that does not.
void TextParser::openComment() {
  if (prepared.lexed.comments.empty() || prepared.lexed.comments.back().terminated)
    return;
  if (!parsed.error)
    parsed.error = Error{"unterminated /* comment", prepared.lexed.comments.back().begin};
  full -= full > 0;
  ++(prepared.lexed.comments.back().hasHole() ? part : failed);
}

Parsed TextParser::run() {
  parsed.holes.assign(text.holes.size(), Position::Unknown);
  for (const Job &job : prepared.jobs)
    statement(job);
  placeOutside();
  openComment();
  parsed.parameters = prepared.parameters.offsets;
  parsed.parameterCount = prepared.parameters.distinct;
  if (failed + part == 0)
    parsed.understanding = Understanding::Full;
  else
    parsed.understanding = full + part > 0 ? Understanding::Part : Understanding::None;
  return std::move(parsed);
}

static Parsed parseAs(const Text &text, const Options &options) {
  Prepared prepared = prepare(text, options);
  Parsed parsed;
  if (prepared.refused) {
    parsed.holes.assign(text.holes.size(), Position::Unknown);
    parsed.error = prepared.refused;
    return parsed;
  }
  onEnoughStack(text, prepared, [&] { parsed = TextParser(text, options, prepared).run(); });
  return parsed;
}

/// Where neither database nor client library is known, the text is read in the way that makes sense
/// of most of it: more programs use ? and :name than PostgreSQL's operators of that look.
Parsed parse(const Text &text, const Options &options) {
  if (options.dialect != Dialect::Generic)
    return parseAs(text, options);
  Placeholders any = options.placeholders ? options.placeholders : Dollar | Question | Colon | At;
  const Options readings[] = {
      {Dialect::Generic, any}, {Dialect::Generic, options.placeholders}, {Dialect::MySQL, any}};
  Parsed best = parseAs(text, readings[0]);
  for (const Options &reading : std::span(readings).subspan(any == options.placeholders ? 2 : 1)) {
    if (best.understanding == Understanding::Full)
      break;
    if (Parsed parsed = parseAs(text, reading); parsed.understanding < best.understanding)
      best = std::move(parsed);
  }
  return best;
}

} // namespace clangsql::sql
