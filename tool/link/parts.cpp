// Parts of texts: substrings, prefixes, what is put in between.
#include "link/analysis.h"

namespace clangsql::link {

constexpr int64_t BehindEnd = 1'000'000; // bytes: of longer texts nothing is known

/// The place that a number says: counted from the front, or, of the text's length, from the back.
std::optional<TextPlace> FunctionAnalysis::placeIn(TextRef text, const models::TextFact &fact,
                                                   size_t index, const Binding &b) const {
  if (index >= fact.from.list.size())
    return std::nullopt;
  Value value = argument(fact.from.list[index], b);
  if (value.kind == Value::Number) // std::string::npos: behind the end
    return TextPlace{value.number >= 0 ? value.number : BehindEnd, false};
  if (std::optional<Position> at = probing_ ? position(value) : std::nullopt)
    return TextPlace{at->index, false};
  if (value.kind == Value::Length && value.text == text && value.number <= 0)
    return TextPlace{-value.number, true};
  return std::nullopt;
}

/// A part of which it is not known where it stands: as harmless as the whole.
TextRef FunctionAnalysis::somePart(TextRef text) const {
  return text->constant() ? c_.texts.collapse(text, "part of a constant") : text;
}

/// Piece: a text of its own, which other pieces of the same stream are not, nor those with other
/// numbers that the same call reads.
TextRef FunctionAnalysis::pieceOf(TextRef stream, const Binding &b, unsigned number) const {
  TextRef leaf = strip(stream);
  if (leaf->kind == Text::Hole)
    return c_.texts.replace(stream, leaf,
                            c_.texts.hole(leaf->hole, NoPath, pieceId(b.inst, number)));
  StepInfo read{.kind = StepInfo::Read, .where = b.where, .function = body_.entity};
  if (number > 0)
    read.what = std::to_string(number);
  return leaf->kind == Text::In ? c_.texts.step(std::move(read), stream) : somePart(stream);
}

/// Substring: [text, first, count]; Prefix: [text, count]; DropLast: [text, count].
TextRef FunctionAnalysis::part(TextRef text, const models::TextFact &fact, const Binding &b) const {
  using models::TextOp;
  Texts &texts = c_.texts;
  if (fact.op == TextOp::DropLast) {
    std::optional<TextPlace> count = placeIn(text, fact, 1, b);
    if (fact.from.list.size() > 1 && (!count || count->fromBack || count->bytes > 16))
      return text;
    for (int64_t i = count ? count->bytes : 1; i > 0; --i)
      text = texts.dropLast(text);
    return text;
  }
  bool prefix = fact.op == TextOp::Prefix;
  std::optional<TextPlace> first = prefix ? TextPlace{} : placeIn(text, fact, 1, b),
                           count = placeIn(text, fact, prefix ? 1 : 2, b);
  bool toEnd = !prefix && (fact.from.list.size() < 3 || (count && count->bytes >= BehindEnd));
  if (first && first->bytes == 0 && !first->fromBack && count && count->fromBack &&
      count->bytes <= 16) {
    for (int64_t i = 0; i < count->bytes; ++i)
      text = texts.dropLast(text);
    return text;
  }
  if (auto cut = first ? texts.split(text, *first) : std::nullopt) {
    if (toEnd)
      return cut->second;
    if (auto kept = count && !count->fromBack ? texts.split(cut->second, *count) : std::nullopt)
      return kept->first;
  }
  return somePart(text);
}

/// Cut: [text, first], [text, first, count]; or of iterators, [text, only], [text, first, end].
TextRef FunctionAnalysis::cut(TextRef text, const models::TextFact &fact, const Binding &b) const {
  Texts &texts = c_.texts;
  std::optional<TextPlace> first = placeIn(text, fact, 1, b), count = placeIn(text, fact, 2, b);
  auto parts = first ? texts.split(text, *first) : std::nullopt;
  if (!parts)
    return somePart(text);
  bool iterators = fact.from.list[1].access != models::Argument::Itself;
  bool one = iterators && fact.from.list.size() == 2;
  if (iterators)
    count = one ? TextPlace{1} : count ? TextPlace{count->bytes - first->bytes} : count;
  bool toEnd = (fact.from.list.size() == 2 && !one) || (count && count->bytes >= BehindEnd) ||
               (first->fromBack && count && !count->fromBack && count->bytes >= first->bytes);
  if (toEnd)
    return parts->first;
  auto rest = count && !count->fromBack ? texts.split(parts->second, *count) : std::nullopt;
  if (rest)
    return texts.concat({parts->first, rest->second});
  return somePart(text);
}

/// Fill: [character, count].
TextRef FunctionAnalysis::fill(TextRef character, const models::TextFact &fact,
                               const Binding &b) const {
  if (!character->constant())
    return c_.texts.repeat(character);
  std::optional<TextPlace> count = placeIn(character, fact, 1, b);
  if (!count || count->fromBack || count->bytes > 1000)
    return c_.texts.repeat(character);
  return c_.texts.concat(std::vector<TextRef>(static_cast<size_t>(count->bytes), character));
}

/// Splice: [text, with, at, count]: `with` in the place of `count` bytes.
TextRef FunctionAnalysis::splice(TextRef text, TextRef with, const models::TextFact &fact,
                                 const Binding &b) const {
  std::optional<TextPlace> at = placeIn(text, fact, 2, b);
  std::optional<TextPlace> count =
      fact.from.list.size() > 3 ? placeIn(text, fact, 3, b) : TextPlace{};
  if (auto cut = at ? c_.texts.split(text, *at) : std::nullopt)
    if (auto rest = count && !count->fromBack ? c_.texts.split(cut->second, *count) : std::nullopt)
      return c_.texts.concat({cut->first, with, rest->second});
  // Somewhere inside: what is constant changes nothing that is known.
  return with->constant() && !probing_ ? text : c_.texts.concat({text, with});
}

} // namespace clangsql::link
