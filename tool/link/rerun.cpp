// A callee that makes its text of another one's characters, in a way that its effect cannot say
// (placeholders that are numbered, names that are replaced), is walked with what it is handed: what
// is constant as it is, each other part as a mark of letters that is found again afterwards.
#include "link/analysis.h"

#include <fmt/format.h>

namespace clangsql::link {

using namespace summary;

namespace {

constexpr unsigned MaxEvents = 16000; // of one walk: a long statement, letter by letter
constexpr unsigned MaxWasted = 60000; // of the walks of one callee that told nothing
constexpr size_t MaxMarks = 26;
constexpr std::string_view MarkBegins = "zqx", MarkEnds = "xqz"; // around the mark's letter

} // namespace

/// Stands for a part; letters pass most ways of rewriting.
static std::string markOf(size_t number) {
  return fmt::format("{}{}{}", MarkBegins, static_cast<char>('a' + number), MarkEnds);
}

/// The text as one literal with marks in it; as it is, if it has no words of its own.
TextRef FunctionAnalysis::Marks::mark(Texts &texts, TextRef text) {
  std::vector<TextRef> parts = partsOf(text);
  auto plain = [](TextRef t) { return strip(t)->kind == Text::Literal; };
  if (std::ranges::none_of(parts, plain))
    return text;
  std::string bytes;
  for (TextRef part : parts) {
    if (plain(part)) {
      const Literal &literal = strip(part)->literal;
      bytes += literal.bytes;
      if (!origin.where.known())
        origin = literal;
      continue;
    }
    auto known = std::ranges::find(marked, part);
    if (known == marked.end() && marked.size() >= MaxMarks)
      return text;
    bytes += markOf(static_cast<size_t>(known - marked.begin()));
    if (known == marked.end())
      marked.push_back(part);
  }
  any = true;
  return texts.constant(std::move(bytes));
}

/// The text with what the marks stand for. Its words are where the first of those that went in are.
TextRef FunctionAnalysis::Marks::unmark(Texts &texts, TextRef text) const {
  if (strip(text)->kind != Text::Literal)
    return text;
  std::string_view bytes = strip(text)->literal.bytes;
  if (strip(text)->literal.where.known() && bytes.find(MarkBegins) == std::string_view::npos)
    return text; // the callee's own words
  std::vector<TextRef> parts;
  auto add = [&](std::string_view words) {
    Literal literal = origin;
    literal.bytes = words;
    literal.map.clear();
    parts.push_back(texts.literal(std::move(literal)));
  };
  size_t from = 0;
  for (size_t at; (at = bytes.find(MarkBegins, from)) != std::string_view::npos;) {
    size_t number = at + 3 < bytes.size() ? static_cast<size_t>(bytes[at + 3] - 'a') : MaxMarks;
    if (number >= marked.size() || bytes.substr(at + 4, 3) != MarkEnds)
      break;
    add(bytes.substr(from, at - from));
    parts.push_back(marked[number]);
    from = at + 7;
  }
  add(bytes.substr(from));
  return texts.concat(std::move(parts));
}

/// Of an outcome only what the effect cannot say.
void FunctionAnalysis::keepLossy(const Effect &effect, Outcome &outcome) {
  std::erase_if(outcome.writes, [&](const auto &write) {
    auto said = std::ranges::find(effect.writes, write.first, &std::pair<PathId, Value>::first);
    return said != effect.writes.end() && !said->second.lossy();
  });
  std::erase_if(outcome.sinks, [&](const auto &sent) {
    return std::ranges::none_of(effect.sinks, [&](const Sink &sink) {
      return std::pair(sink.event, sink.ordinal) == sent.first && sink.text->lossy;
    });
  });
  if (effect.result.kind == Value::Text && !effect.result.lossy())
    outcome.result = {};
}

/// What a call makes of the texts that it is handed, if its effect cannot say it.
std::optional<Outcome> FunctionAnalysis::rerun(const Effect &effect, const Binding &b) {
  if (!effect.lossy || c_.untried.contains(b.callee))
    return std::nullopt;
  Marks marks;
  std::vector<Value> args = b.args;
  for (Value &arg : args) {
    bool object = arg.kind == Value::Address && arg.path != NoPath;
    std::optional<Value> held = object ? lookup(now_, arg.path) : std::nullopt;
    TextRef text = arg.kind == Value::Text             ? arg.text
                   : held && held->kind == Value::Text ? held->text
                                                       : nullptr;
    if (text)
      arg = Value::ofText(marks.mark(c_.texts, text));
  }
  unsigned events = 0;
  probeSteps_ = &events;
  stepLimit_ = MaxEvents;
  Outcome outcome = evaluate(b.callee, args, b.receiver, &marks);
  probeSteps_ = nullptr;
  keepLossy(effect, outcome);
  bool told = false; // something of what was handed in
  auto unmark = [&](TextRef &text) {
    TextRef plain = marks.unmark(c_.texts, text);
    told |= plain != text;
    text = plain;
  };
  for (auto &[path, value] : outcome.writes)
    if (value.kind == Value::Text)
      unmark(value.text);
  for (auto &[event, text] : outcome.sinks)
    unmark(text);
  if (outcome.result.kind == Value::Text)
    unmark(outcome.result.text);
  unsigned &wasted = c_.wasted[b.callee];
  wasted += told ? 0 : events;
  if (events > MaxEvents || wasted > MaxWasted)
    c_.untried.insert(b.callee);
  if (!marks.any || !outcome.returns)
    return std::nullopt;
  return outcome;
}

} // namespace clangsql::link
