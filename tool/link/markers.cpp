// Formats that are filled one call after the other: `%1 … %2` by arg(), `%1% … %s` by operator%. By
// then the format has what earlier calls put in, and what the program put together.
#include "link/format.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace clangsql::link {

namespace {

constexpr int Unnumbered = 0;

struct Marker {
  size_t from, count;
  int number;
};

bool isDigit(std::string_view text, size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

/// `%1`, `%L1`, `%99` at `i`.
std::optional<Marker> percentMarker(std::string_view text, size_t i) {
  size_t first = i + 1 + (i + 1 < text.size() && text[i + 1] == 'L');
  if (!isDigit(text, first))
    return {};
  size_t end = first + 1 + isDigit(text, first + 1);
  return Marker{i, end - i, atoi(std::string(text.substr(first, end - first)).c_str())};
}

/// `%1%`, `%1$s`, `%|2$5|`, `%-5.2f` at `i`.
std::optional<Marker> directive(std::string_view text, size_t i) {
  size_t at = i + 1;
  bool bars = at < text.size() && text[at] == '|';
  size_t first = at += bars;
  while (isDigit(text, at))
    ++at;
  bool numbered = at > first && at < text.size() && (text[at] == '$' || text[at] == '%');
  int number = numbered ? atoi(std::string(text.substr(first, at - first)).c_str()) : Unnumbered;
  if (numbered && text[at] == '%')
    return Marker{i, at + 1 - i, number};
  size_t end = bars ? text.find('|', at) : text.find_first_of("diouxXeEfFgGaAcspn", at);
  return end == std::string_view::npos ? std::nullopt
                                       : std::optional(Marker{i, end + 1 - i, number});
}

std::vector<Marker> markersIn(Text::FormatKind kind, std::string_view text) {
  std::vector<Marker> found;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%')
      continue;
    bool doubled = kind == Text::Feed && text.substr(i, 2) == "%%";
    std::optional<Marker> marker = doubled                 ? std::nullopt
                                   : kind == Text::Percent ? percentMarker(text, i)
                                                           : directive(text, i);
    if (marker)
      found.push_back(*marker);
    i += marker ? marker->count - 1 : doubled;
  }
  return found;
}

/// Puts arguments in the place of the lowest markers, wherever the format's own text has them.
class Filler {
public:
  Filler(Texts &texts, Text::FormatKind kind, const std::vector<TextRef> &parts)
      : texts(texts), kind(kind), parts(parts) {}

  TextRef fill() {
    collect(parts[0]);
    if (numbers.empty())
      return open ? nullptr : parts[0];
    return filled(parts[0]);
  }

private:
  void collect(TextRef text) {
    if (text->kind == Text::Literal)
      for (const Marker &marker : markersIn(kind, text->literal.bytes))
        numbers.insert(marker.number);
    open |= text->kind == Text::In || text->kind == Text::Format;
    if (text->kind == Text::Concat || text->kind == Text::Step)
      for (TextRef child : text->children)
        collect(child);
    for (const Alternative &a : text->alternatives)
      collect(a.text);
  }

  /// What goes in there; nullptr: nothing yet.
  TextRef argumentOf(const Marker &marker) {
    if (marker.number == Unnumbered) {
      bool mine = *numbers.rbegin() == Unnumbered && !std::exchange(used, true);
      return mine ? parts[1] : nullptr;
    }
    auto rank = std::distance(numbers.upper_bound(Unnumbered), numbers.find(marker.number));
    return static_cast<size_t>(rank) + 1 < parts.size() ? parts[static_cast<size_t>(rank) + 1]
                                                        : nullptr;
  }

  TextRef filled(const Literal &literal) {
    std::vector<TextRef> out;
    size_t start = 0;
    auto plain = [&](size_t end) {
      if (end > start)
        out.push_back(texts.literal(slice(literal, start, end - start)));
    };
    for (const Marker &marker : markersIn(kind, literal.bytes))
      if (TextRef argument = argumentOf(marker)) {
        plain(marker.from);
        out.push_back(argument);
        start = marker.from + marker.count;
      }
    plain(literal.bytes.size());
    return texts.concat(std::move(out));
  }

  TextRef filled(TextRef text) {
    switch (text->kind) {
    case Text::Literal: return filled(text->literal);
    case Text::Step: return texts.step(text->step, filled(text->children[0]));
    case Text::Concat: {
      std::vector<TextRef> out;
      for (TextRef child : text->children)
        out.push_back(filled(child));
      return texts.concat(std::move(out));
    }
    case Text::Choice: {
      std::vector<Alternative> alternatives;
      bool before = used, after = used;
      for (const Alternative &a : text->alternatives) {
        used = before;
        alternatives.push_back({a.index, filled(a.text)});
        after |= used;
      }
      used = after;
      return texts.choice(text->join, std::move(alternatives));
    }
    default: return text;
    }
  }

  Texts &texts;
  Text::FormatKind kind;
  const std::vector<TextRef> &parts;
  std::set<int> numbers; // of all markers
  bool open = false;     // a part of the format is the caller's
  bool used = false;     // the argument went into a marker that has no number
};

} // namespace

TextRef fillMarkers(Texts &texts, Text::FormatKind kind, const std::vector<TextRef> &parts) {
  if (parts.back()->kind == Text::In && parts.back()->rest)
    return nullptr; // the list of arguments is not complete yet
  return Filler(texts, kind, parts).fill();
}

} // namespace clangsql::link
