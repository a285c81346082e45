#include "sql/parse_statement.h"

#include "sql/markers.h"

#include <llvm/ADT/StringRef.h>

namespace clangsql::sql {

namespace {

/// What to write where: an edit, or a hole's filling (which has no width in the source).
struct Change {
  uint32_t begin, end;
  std::string text;
  const Gap *gap = nullptr;
};

class Filler {
public:
  Filler(const Job &job, const std::vector<Gap> &gaps) : job(job), gaps(gaps) {}

  /// `texts[i]` fills gap i where that is a token; else its shape fills each of its holes.
  void run(std::span<const Shape> shapes, std::span<const std::string> texts,
           std::string_view suffix, Outcome &outcome);

private:
  const Job &job;
  const std::vector<Gap> &gaps;

  std::vector<Change> changes(std::span<const Shape> shapes,
                              std::span<const std::string> texts) const;
};

} // namespace

std::vector<Change> Filler::changes(std::span<const Shape> shapes,
                                    std::span<const std::string> texts) const {
  std::vector<Change> result;
  for (size_t i = 0; i < gaps.size(); ++i) {
    const Gap &gap = gaps[i];
    if (gap.token->isHole()) {
      result.push_back({gap.token->begin, gap.token->begin, " " + texts[i] + " ", &gap});
      continue;
    }
    for (uint32_t hole = gap.firstHole; hole < gap.lastHole; ++hole)
      result.push_back(
          {job.holes[hole].offset, job.holes[hole].offset, fillPart(shapes[i], hole), &gap});
  }
  for (const Edit &edit : job.edits)
    result.push_back({edit.begin, edit.end, edit.text});
  sortByPlace(result);
  return result;
}

void Filler::run(std::span<const Shape> shapes, std::span<const std::string> texts,
                 std::string_view suffix, Outcome &outcome) {
  outcome.filled = {};
  outcome.gaps.clear();
  uint32_t at = job.source.tokens.front().begin, end = job.source.tokens.back().end;
  const Gap *last = nullptr;
  for (const Change &change : changes(shapes, texts)) {
    if (change.begin < at)
      continue; // inside what another edit replaced
    outcome.filled.copy(job.source.bytes, at, change.begin);
    if (change.gap && change.gap != last) {
      const Token &token = *change.gap->token;
      uint32_t back =
          token.isHole()
              ? 0
              : change.begin - token.begin; // edits inside names change no length before a hole
      uint32_t begin = token.isHole()
                           ? outcome.filled.size() + 1
                           : outcome.filled.size() - std::min(back, outcome.filled.size());
      outcome.gaps.push_back({change.gap, shapes[change.gap - gaps.data()], begin});
      last = change.gap;
    }
    outcome.filled.insert(change.text, change.begin);
    at = std::max(at, change.end);
  }
  outcome.filled.copy(job.source.bytes, at, end);
  outcome.filled.insert(suffix, end);
}

/// What closes the quotes and parentheses that the statement leaves open; empty if there are none.
static std::string closers(const Source &source) {
  std::string open;
  for (const Token &token : source.tokens) {
    if (token.kind == Token::Open)
      open += ')';
    else if (token.kind == Token::OpenBracket)
      open += ']';
    else if ((token.kind == Token::Close || token.kind == Token::CloseBracket) && !open.empty())
      open.pop_back();
  }
  std::string result;
  const Token &last = source.tokens.back();
  if (!last.terminated) {
    std::string_view text = spelling(last, source.bytes);
    if (last.kind == Token::DollarLiteral)
      result = text.substr(0, text.find('$', 1) + 1);
    else
      result = last.kind == Token::QuotedName ? "\"" : "'";
  }
  return result.append(open.rbegin(), open.rend());
}

/// The last gap at or before a byte of the filled text: what stands in it is what the parser
/// stumbled over.
static std::optional<size_t> culprit(const Outcome &outcome, const std::vector<Gap> &gaps,
                                     uint32_t offset) {
  std::optional<size_t> found;
  for (const FilledGap &filled : outcome.gaps)
    if (filled.begin <= offset)
      found = filled.gap - gaps.data();
  return found;
}

/// Fills, parses, and where the parser stops takes the next shape of the gap that it stopped at.
/// When that gap has no more, the one before it gets another try.
static bool search(const Job &job, std::string_view suffix, Outcome &outcome) {
  const std::vector<Gap> &gaps = outcome.owned;
  std::vector<size_t> choice(gaps.size());
  std::vector<Shape> shapes;
  std::vector<std::string> texts;
  for (const Gap &gap : gaps) {
    shapes.push_back(gap.shapes.front());
    texts.push_back(fill(gap.shapes.front(), gap, job.source));
  }
  std::optional<Error> farthest;
  size_t attempts = std::min<size_t>(12 + 6 * gaps.size(), 60);
  for (size_t attempt = 0; attempt < attempts; ++attempt) {
    Filler(job, gaps).run(shapes, texts, suffix, outcome);
    auto parsed = parseTree(outcome.filled.bytes());
    if (Tree *tree = std::get_if<Tree>(&parsed)) {
      outcome.tree = std::move(*tree);
      outcome.error.reset();
      return true;
    }
    Error error = std::get<Error>(parsed);
    std::optional<size_t> gap = culprit(outcome, gaps, error.offset);
    error.offset = outcome.filled.toSource(error.offset);
    error.message = Markers::readable(error.message);
    if (!farthest || error.offset > farthest->offset)
      farthest = error;
    while (gap && choice[*gap] + 1 == gaps[*gap].shapes.size()) {
      choice[*gap] = 0;
      shapes[*gap] = gaps[*gap].shapes.front();
      texts[*gap] = fill(shapes[*gap], gaps[*gap], job.source);
      gap = *gap ? std::optional(*gap - 1) : std::nullopt;
    }
    if (!gap)
      break;
    shapes[*gap] = gaps[*gap].shapes[++choice[*gap]];
    texts[*gap] = fill(shapes[*gap], gaps[*gap], job.source);
  }
  outcome.error = farthest;
  return false;
}

Outcome parseStatement(const Job &job) {
  Outcome outcome;
  outcome.owned = gapsOf(job.source, job.holes);
  if (search(job, "", outcome) || outcome.owned.empty())
    return outcome;
  std::string suffix = closers(job.source);
  if (suffix.empty())
    return outcome;
  std::optional<Error> error = outcome.error;
  outcome.completed = search(job, suffix, outcome);
  if (!outcome.completed)
    outcome.error = error;
  return outcome;
}

std::string withParameters(const Job &job, const Outcome &outcome,
                           std::span<const Position> positions) {
  std::vector<Shape> shapes;
  std::vector<std::string> texts;
  bool changed = false;
  for (const FilledGap &filled : outcome.gaps) {
    const Gap &gap = *filled.gap;
    Position position = positions[gap.firstHole];
    bool value =
        gap.token->isHole() && filled.shape == Shape::Name &&
        (position == Position::Value || position == Position::Limit || position == Position::List);
    changed |= value;
    shapes.push_back(filled.shape);
    texts.push_back(value ? "$65000" : fill(filled.shape, gap, job.source));
  }
  if (!changed || outcome.gaps.size() != outcome.owned.size())
    return outcome.filled.bytes();
  Outcome refilled;
  Filler(job, outcome.owned).run(shapes, texts, "", refilled);
  return refilled.filled.bytes();
}

} // namespace clangsql::sql
