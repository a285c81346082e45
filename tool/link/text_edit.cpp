// What programs do to a text that is there: cut it, put something in, take something out.
#include "link/format.h"
#include "link/text.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>

namespace clangsql::link {

std::vector<TextRef> partsOf(TextRef t) {
  if (t->kind == Text::Concat)
    return t->children;
  if (t->kind == Text::Literal && t->literal.bytes.empty())
    return {};
  return {t};
}

TextRef Texts::dropLast(TextRef t) {
  auto known = dropped_.find(t);
  if (known != dropped_.end())
    return known->second;
  TextRef made = withoutLast(t);
  return dropped_[t] = made;
}

TextRef Texts::withoutLast(TextRef t) {
  switch (t->kind) {
  case Text::Literal:
    return t->literal.bytes.empty() ? t
                                    : literal(slice(t->literal, 0, t->literal.bytes.size() - 1));
  case Text::Concat: {
    std::vector<TextRef> parts = t->children;
    if (parts.back()->kind == Text::Repeat) // the last round alone loses its end
      parts.push_back(dropLast(parts.back()->children[0]));
    else
      parts.back() = dropLast(parts.back());
    return concat(std::move(parts));
  }
  case Text::Choice: {
    std::vector<Alternative> alternatives;
    for (const Alternative &a : t->alternatives)
      alternatives.push_back({a.index, dropLast(a.text)});
    return choice(t->join, std::move(alternatives));
  }
  default: return t;
  }
}

std::optional<std::pair<TextRef, TextRef>> Texts::split(TextRef t, TextPlace place) {
  std::vector<TextRef> parts = partsOf(t), before, after;
  if (place.fromBack)
    std::ranges::reverse(parts);
  int64_t left = place.bytes;
  for (TextRef part : parts) {
    TextRef plain = strip(part);
    int64_t size = static_cast<int64_t>(plain->literal.bytes.size());
    if (left == 0) {
      after.push_back(part);
    } else if (plain->kind != Text::Literal) {
      return std::nullopt;
    } else if (left >= size) {
      before.push_back(part);
      left -= size;
    } else {
      size_t at = static_cast<size_t>(place.fromBack ? size - left : left);
      TextRef head = literal(slice(plain->literal, 0, at)),
              tail = literal(slice(plain->literal, at, plain->literal.bytes.size() - at));
      before.push_back(place.fromBack ? tail : head);
      after.push_back(place.fromBack ? head : tail);
      left = 0;
    }
  }
  if (left > 0)
    return std::nullopt;
  if (!place.fromBack)
    return std::pair(concat(before), concat(after));
  std::ranges::reverse(before);
  std::ranges::reverse(after);
  return std::pair(concat(after), concat(before));
}

TextRef Texts::joined(TextRef text) {
  std::string bytes;
  for (TextRef part : partsOf(text)) {
    TextRef plain = strip(part);
    if (plain->kind != Text::Literal)
      return text;
    bytes += plain->literal.bytes;
  }
  return constant(std::move(bytes));
}

TextRef Texts::nonEmpty(TextRef t) {
  if (t->kind == Text::Choice) {
    std::vector<Alternative> kept;
    for (const Alternative &a : t->alternatives)
      if (!(a.text->kind == Text::Literal && a.text->literal.bytes.empty()))
        kept.push_back(a);
    bool all = kept.empty() || kept.size() == t->alternatives.size();
    return all ? t : choice(t->join, std::move(kept));
  }
  return t->hasIn && t->leaf() ? step({.kind = StepInfo::NonEmpty}, t) : t;
}

TextRef Texts::without(TextRef t, PathId entry) {
  if (t->kind != Text::Choice)
    return t;
  std::vector<Alternative> kept;
  for (const Alternative &a : t->alternatives)
    if (TextRef plain = strip(a.text); plain->kind != Text::In || plain->path != entry)
      kept.push_back(a);
  bool all = kept.empty() || kept.size() == t->alternatives.size();
  return all ? t : choice(t->join, std::move(kept));
}

/// What a step says of a text of several parts: where those stand that nothing else has placed.
TextRef Texts::placed(const StepInfo &info, TextRef text) {
  std::unordered_map<TextRef, TextRef> done;
  std::function<TextRef(TextRef)> go = [&](TextRef t) -> TextRef {
    if (t->kind == Text::Hole && !t->hole.where.known() && t->hole.expression.empty()) {
      link::Hole made = t->hole;
      made.where = info.where;
      made.expression = info.expression;
      return hole(std::move(made), t->path, t->join);
    }
    bool placed = t->kind == Text::Step && t->step.where.known();
    if (!t->hasHole || placed || (t->children.empty() && t->alternatives.empty()))
      return t;
    auto [it, isNew] = done.try_emplace(t, t);
    if (!isNew)
      return it->second;
    return done[t] = t->kind == Text::Format ? t : rebuild(t, 0, go);
  };
  return go(text);
}

/// What a callee does not know, as that of one call: another call's is another text.
TextRef Texts::born(uint64_t call, TextRef text) {
  std::unordered_map<TextRef, TextRef> done;
  std::function<TextRef(TextRef)> go = [&](TextRef t) -> TextRef {
    if (t->kind == Text::Hole && t->path == NoPath)
      return hole(t->hole, NoPath, call);
    if (!t->hasHole || (t->children.empty() && t->alternatives.empty()))
      return t;
    auto [it, isNew] = done.try_emplace(t, t);
    if (!isNew)
      return it->second;
    return done[t] = t->kind == Text::Format ? t : rebuild(t, 0, go);
  };
  return text->hasHole ? go(text) : text;
}

TextRef Texts::named(TextRef t, const std::string &name, NamedBy by) {
  std::vector<TextRef> children = t->children;
  switch (t->kind) {
  case Text::Literal: {
    if (t->literal.namedBy != NamedBy::Nothing || !t->literal.where.known())
      return t;
    link::Literal made = t->literal;
    made.named = name;
    made.namedBy = by;
    return literal(std::move(made));
  }
  case Text::Concat:
    for (TextRef &child : children) {
      child = named(child, name, by);
      if (child->kind != Text::Literal || !llvm::StringRef(child->literal.bytes).trim().empty())
        break;
    }
    return concat(std::move(children));
  case Text::Choice: {
    std::vector<Alternative> alternatives = t->alternatives;
    for (Alternative &alternative : alternatives)
      alternative.text = named(alternative.text, name, by);
    return choice(t->join, std::move(alternatives));
  }
  case Text::Format: // one whose arguments are not known yet
    children[0] = named(children[0], name, by);
    return format(t->format, std::move(children));
  default: return t;
  }
}

TextRef Texts::replace(TextRef text, TextRef part, TextRef by) {
  return edited(text, [&](TextRef t) { return t == part ? by : nullptr; });
}

TextRef Texts::replaceChosen(TextRef text, TextRef part, TextRef by) {
  std::unordered_map<TextRef, TextRef> done;
  std::function<TextRef(TextRef)> go = [&](TextRef t) -> TextRef {
    if (t == part)
      return by;
    if (t->constant() || (t->children.empty() && t->alternatives.empty()))
      return t;
    auto [it, isNew] = done.try_emplace(t, t);
    if (!isNew)
      return it->second;
    if (t->kind != Text::Choice)
      return done[t] = t->kind == Text::Format ? reformat(t, {}, go) : rebuild(t, 0, go);
    std::vector<Alternative> chosen;
    for (const Alternative &way : t->alternatives)
      if (TextRef made = go(way.text); made != way.text)
        chosen.push_back({way.index, made});
    return done[t] = chosen.empty() ? t : choice(t->join, std::move(chosen));
  };
  return go(text);
}

/// Whether a text is made of a part and of quotes and backslashes.
static bool madeOf(TextRef text, TextRef part) {
  if (text == part)
    return true;
  if (text->kind == Text::Literal)
    return text->literal.bytes.find_first_not_of("'\"`\\") == std::string::npos;
  auto of = [&](TextRef t) { return madeOf(t, part); };
  return (text->kind == Text::Concat || text->kind == Text::Choice || text->kind == Text::Step) &&
         std::ranges::all_of(text->children, of) &&
         std::ranges::all_of(text->alternatives, of, &Alternative::text);
}

TextRef Texts::settle(TextRef text, TextRef part, TextRef by) {
  return edited(text, [&](TextRef t) {
    bool built = t->kind == Text::Repeat && !t->constant() && madeOf(t->children[0], part);
    return t == part || built ? by : nullptr;
  });
}

TextRef Texts::replaceBytes(TextRef text, TextRef what, TextRef by) {
  TextRef sought = strip(what);
  if (sought->kind != Text::Literal || sought->literal.bytes.empty())
    return by->constant() ? text : concat({text, by});
  const std::string &bytes = sought->literal.bytes;
  return edited(text, [&](TextRef t) -> TextRef {
    if (t->kind != Text::Literal)
      return nullptr;
    std::vector<TextRef> parts;
    size_t from = 0;
    for (size_t at; (at = t->literal.bytes.find(bytes, from)) != std::string::npos;
         from = at + bytes.size()) {
      parts.push_back(literal(slice(t->literal, from, at - from)));
      parts.push_back(by);
    }
    if (parts.empty())
      return t;
    parts.push_back(literal(slice(t->literal, from, t->literal.bytes.size() - from)));
    return concat(std::move(parts));
  });
}

/// The text with each node for which `changed` gives another one replaced by that.
TextRef Texts::edited(TextRef text, const std::function<TextRef(TextRef)> &changed) {
  std::unordered_map<TextRef, TextRef> done;
  std::function<TextRef(TextRef)> go = [&](TextRef t) -> TextRef {
    if (TextRef other = changed(t))
      return other;
    if (t->children.empty() && t->alternatives.empty())
      return t;
    auto [it, isNew] = done.try_emplace(t, t);
    if (!isNew)
      return it->second;
    TextRef made = t->kind == Text::Format ? reformat(t, {}, go) : rebuild(t, 0, go);
    return done[t] = made;
  };
  return go(text);
}

} // namespace clangsql::link
