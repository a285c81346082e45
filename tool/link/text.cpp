#include "link/text.h"

#include "link/format.h"

#include <algorithm>
#include <unordered_set>

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Hashing.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/xxhash.h>

namespace clangsql::link {

namespace {

uint64_t mix(uint64_t a, uint64_t b) {
  a ^= b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2);
  return a * 0xff51afd7ed558ccdull;
}
uint64_t hashOf(std::string_view s) {
  return llvm::xxh3_64bits(llvm::StringRef(s.data(), s.size()));
}
uint64_t hashOf(const Where &w) {
  return mix(mix(w.at.file, w.at.offset), mix(w.spelling.file, w.spelling.offset) + w.at.length);
}
uint64_t hashOf(const link::Hole &h) {
  uint64_t hash =
      mix(hashOf(h.where), (uint64_t(h.kind) << 8) | uint64_t(h.escape) << 4 | uint64_t(h.grade));
  return mix(mix(hash, hashOf(h.reason)), mix(hashOf(h.source), hashOf(h.expression)));
}
uint64_t hashOf(const link::Literal &l) {
  return mix(mix(hashOf(l.bytes), hashOf(l.where)),
             mix(hashOf(l.named), uint64_t(l.namedBy) << 1 | l.inFunction));
}

uint64_t hashOf(const Text &t) {
  uint64_t hash = mix(t.kind, mix(t.join, t.path));
  hash = mix(hash, uint64_t(t.escapedFor) << 16 | uint64_t(t.escape) << 8 | t.format);
  if (t.kind == Text::Literal)
    hash = mix(hash, hashOf(t.literal));
  if (t.kind == Text::Hole)
    hash = mix(hash, hashOf(t.hole));
  if (t.kind == Text::Step)
    hash = mix(hash, mix(hashOf(t.step.where), hashOf(t.step.what)) + t.step.kind);
  for (TextRef child : t.children)
    hash = mix(hash, child->hash); // not its address: hashes order what a run prints
  for (const Alternative &a : t.alternatives)
    hash = mix(hash, mix(a.index, a.text->hash));
  return hash;
}

bool sameLiteral(const link::Literal &a, const link::Literal &b) {
  return a.bytes == b.bytes && a.where == b.where && a.named == b.named && a.namedBy == b.namedBy &&
         a.inFunction == b.inFunction;
}

bool sameStep(const StepInfo &a, const StepInfo &b) {
  return a.kind == b.kind && a.where == b.where && a.what == b.what &&
         a.expression == b.expression && a.function == b.function;
}

bool equal(const Text &a, const Text &b) {
  auto sameAlternative = [](const Alternative &x, const Alternative &y) {
    return x.index == y.index && x.text == y.text;
  };
  return a.hash == b.hash && a.kind == b.kind && a.join == b.join && a.path == b.path &&
         a.rest == b.rest && a.escape == b.escape && a.escapedFor == b.escapedFor &&
         a.format == b.format && a.children == b.children && same(a.hole, b.hole) &&
         sameLiteral(a.literal, b.literal) &&
         std::ranges::equal(a.alternatives, b.alternatives, sameAlternative) &&
         sameStep(a.step, b.step);
}

void derive(Text &t) {
  t.hasIn = t.kind == Text::In;
  t.hasHole = t.kind == Text::Hole;
  t.hasChoice = t.kind == Text::Choice;
  t.lossy = t.kind == Text::Mixed || (t.kind == Text::Step && t.step.kind == StepInfo::Part);
  auto add = [&](TextRef child) {
    t.weight = std::min<uint64_t>(uint64_t(t.weight) + child->weight, 1u << 30);
    t.hasIn |= child->hasIn;
    t.hasHole |= child->hasHole;
    t.hasChoice |= child->hasChoice;
    t.lossy |= child->lossy;
  };
  for (TextRef child : t.children)
    add(child);
  for (const Alternative &a : t.alternatives)
    add(a.text);
}

/// Looks for the worst hole below, at each part once; inputs count as unproven.
void worst(TextRef t, const link::Hole *&found, bool &input, llvm::DenseSet<TextRef> &seen) {
  if (t->constant() || t->kind == Text::Escaped) // what is escaped ends nothing
    return;
  if (seen.size() == MaxWeight || !seen.insert(t).second)
    return;
  if (t->kind == Text::In)
    input = true;
  if (t->kind == Text::Hole && t->hole.kind != sql::HoleKind::Number &&
      t->hole.kind != sql::HoleKind::Boolean && t->hole.escape != sql::Escape::Checked &&
      (!found || t->hole.grade < found->grade))
    found = &t->hole;
  for (TextRef child : t->children)
    worst(child, found, input, seen);
  for (const Alternative &a : t->alternatives)
    worst(a.text, found, input, seen);
}

} // namespace

bool same(const link::Hole &a, const link::Hole &b) {
  return a.kind == b.kind && a.escape == b.escape && a.escapedFor == b.escapedFor &&
         a.grade == b.grade && a.where == b.where && a.expression == b.expression &&
         a.source == b.source && a.reason == b.reason && a.unusedCopy == b.unusedCopy;
}

bool Text::leaf() const {
  switch (kind) {
  case Hole:
  case In: return true;
  case Step:
  case Escaped: return children[0]->leaf();
  default: return false;
  }
}

TextRef strip(TextRef text) {
  while (text->kind == Text::Step)
    text = text->children[0];
  return text;
}

bool anyNode(TextRef text, const std::function<Visit(TextRef)> &visit) {
  std::vector<TextRef> open{text};
  std::unordered_set<TextRef> seen{text};
  auto add = [&](TextRef child) {
    if (seen.insert(child).second)
      open.push_back(child);
  };
  while (!open.empty()) {
    TextRef t = open.back();
    open.pop_back();
    Visit how = visit(t);
    if (how == Visit::Found)
      return true;
    if (how == Visit::Past)
      continue;
    for (auto child = t->children.rbegin(); child != t->children.rend(); ++child)
      add(*child);
    for (auto a = t->alternatives.rbegin(); a != t->alternatives.rend(); ++a)
      add(a->text);
  }
  return false;
}

Texts::Texts() { empty_ = constant(""); }

/// The text, or what stands for one that is too large.
TextRef Texts::limited(TextRef text) {
  return text->weight > MaxWeight ? worstOf(text, "text too large to follow") : text;
}

TextRef Texts::intern(Text t) {
  t.hash = hashOf(t);
  auto [begin, end] = index_.equal_range(t.hash);
  for (auto it = begin; it != end; ++it)
    if (equal(*it->second, t))
      return limited(it->second);
  derive(t);
  nodes_.push_back(std::move(t));
  TextRef made = &nodes_.back();
  index_.emplace(made->hash, made);
  return limited(made);
}

TextRef Texts::literal(link::Literal l) {
  Text t;
  t.literal = std::move(l);
  return intern(std::move(t));
}

TextRef Texts::constant(std::string bytes) {
  link::Literal l;
  l.bytes = std::move(bytes);
  return literal(std::move(l));
}

TextRef Texts::hole(link::Hole h, PathId path, uint64_t call) {
  Text t;
  t.kind = Text::Hole;
  t.path = path;
  t.join = call;
  t.hole = std::move(h);
  return intern(std::move(t));
}

TextRef Texts::concat(std::vector<TextRef> parts) {
  Text t;
  t.kind = Text::Concat;
  for (TextRef part : parts) {
    if (part->kind == Text::Concat)
      t.children.insert(t.children.end(), part->children.begin(), part->children.end());
    else if (part != empty_ && !(part->kind == Text::Literal && part->literal.bytes.empty()))
      t.children.push_back(part);
  }
  if (t.children.empty())
    return parts.empty() ? empty_ : parts.front();
  return t.children.size() == 1 ? t.children.front() : intern(std::move(t));
}

namespace {

/// How many parts all lists share at their front (or, `reversed`, at their back).
size_t shared(const std::vector<std::vector<TextRef>> &lists, size_t skip, bool reversed) {
  for (size_t n = 0;; ++n)
    for (const std::vector<TextRef> &list : lists) {
      if (n + skip >= list.size())
        return n;
      const std::vector<TextRef> &first = lists.front();
      if (reversed ? list[list.size() - 1 - n] != first[first.size() - 1 - n] : list[n] != first[n])
        return n;
    }
}

} // namespace

/// One of the alternatives that is the same choice already, and has all the others: what a loop
/// chooses again each turn. nullptr: there is none.
static TextRef chosenBefore(uint64_t join, const std::vector<Alternative> &alternatives) {
  for (const Alternative &before : alternatives) {
    auto isIn = [&](const Alternative &a) {
      return a.text == before.text ||
             std::ranges::find(before.text->alternatives, a.text, &Alternative::text) !=
                 before.text->alternatives.end();
    };
    if (before.text->kind == Text::Choice && before.text->join == join &&
        std::ranges::all_of(alternatives, isIn))
      return before.text;
  }
  return nullptr;
}

TextRef Texts::choice(uint64_t join, std::vector<Alternative> alternatives) {
  if (alternatives.empty())
    return empty_;
  if (TextRef before = chosenBefore(join, alternatives))
    return before;
  if (std::ranges::all_of(alternatives,
                          [&](const Alternative &a) { return a.text == alternatives[0].text; }))
    return alternatives[0].text;
  std::vector<std::vector<TextRef>> lists;
  for (const Alternative &a : alternatives)
    lists.push_back(partsOf(a.text));
  size_t front = shared(lists, 0, false), back = shared(lists, front, true);
  std::vector<TextRef> parts(lists[0].begin(), lists[0].begin() + static_cast<long>(front));
  std::vector<TextRef> tail(lists[0].end() - static_cast<long>(back), lists[0].end());
  Text t;
  t.kind = Text::Choice;
  t.join = join;
  for (size_t i = 0; i < lists.size(); ++i) {
    std::vector<TextRef> middle(lists[i].begin() + static_cast<long>(front),
                                lists[i].end() - static_cast<long>(back));
    t.alternatives.push_back({alternatives[i].index, concat(std::move(middle))});
  }
  parts.push_back(intern(std::move(t)));
  parts.insert(parts.end(), tail.begin(), tail.end());
  return concat(std::move(parts));
}

/// Whether characters of a text that is not known stand beside words of other origin.
static bool isRewriting(TextRef text) {
  bool characters = false, words = false;
  return anyNode(text, [&](TextRef t) {
    characters |= t->kind == Text::Step && t->step.kind == StepInfo::Part;
    words |= t->kind == Text::Mixed;
    words |= t->kind == Text::Literal && std::ranges::any_of(t->literal.bytes, [](unsigned char c) {
               return isalnum(c) || c == '$' || c == ':' || c == '?';
             });
    return characters && words ? Visit::Found : Visit::Below;
  });
}

TextRef Texts::repeat(TextRef text) {
  if (text == empty_ || text->kind == Text::Repeat)
    return text;
  if (isRewriting(text))
    return mixed({text}, "rewritten in a loop");
  Text t;
  t.kind = Text::Repeat;
  t.children = {text};
  return intern(std::move(t));
}

TextRef Texts::in(PathId path, bool rest) {
  Text t;
  t.rest = rest;
  t.kind = Text::In;
  t.path = path;
  return intern(std::move(t));
}

TextRef Texts::escaped(sql::Escape how, TextRef text, sql::Dialect dialect) {
  if (how == sql::Escape::None)
    return text;
  Text t;
  t.kind = Text::Escaped;
  t.escape = how;
  t.escapedFor = dialect;
  t.children = {text};
  return intern(std::move(t));
}

TextRef Texts::step(StepInfo info, TextRef text) {
  if (info.kind == StepInfo::NonEmpty && !text->leaf())
    return nonEmpty(text);
  bool list = text->kind == Text::In && text->rest; // each of its arguments has steps of its own
  if (text->constant() || !text->leaf() || list)
    return text;
  for (TextRef before = text; before->kind == Text::Step; before = before->children[0])
    if (sameStep(before->step, info))
      return text; // in a loop it takes the same step again
  Text t;
  t.kind = Text::Step;
  t.step = std::move(info);
  t.children = {text};
  return intern(std::move(t));
}

TextRef Texts::format(Text::FormatKind kind, std::vector<TextRef> parts, uint64_t shelf) {
  if (TextRef expanded =
          kind == Text::Loaded ? loaded(shelf, parts) : expandFormat(*this, kind, parts))
    return expanded;
  Text t;
  t.kind = Text::Format;
  t.format = kind;
  t.join = shelf;
  t.children = std::move(parts);
  return intern(std::move(t));
}

/// The inputs and holes of a text, each once; false if they are too many.
static bool collectLeaves(TextRef text, std::vector<TextRef> &leaves) {
  return !anyNode(text, [&](TextRef t) {
    if (t->constant())
      return Visit::Past;
    if (!t->leaf())
      return Visit::Below;
    leaves.push_back(t);
    return leaves.size() > MaxLeaves ? Visit::Found : Visit::Past;
  });
}

TextRef Texts::mixed(std::vector<TextRef> parts, const std::string &reason) {
  TextRef all = concat(std::move(parts));
  std::vector<TextRef> leaves;
  if (!all->hasIn || !collectLeaves(all, leaves))
    return worstOf(all, reason);
  Text t;
  t.kind = Text::Mixed;
  t.hole.reason = reason;
  t.children = std::move(leaves);
  return intern(std::move(t));
}

TextRef Texts::collapse(TextRef text, const std::string &reason) { return mixed({text}, reason); }

TextRef Texts::worstOf(TextRef text, const std::string &reason) {
  const link::Hole *found = nullptr;
  bool input = false;
  llvm::DenseSet<TextRef> seen;
  worst(text, found, input, seen);
  link::Hole h;
  if (found)
    h = *found;
  else if (!input)
    h.escape = sql::Escape::Checked;
  if (!found || h.reason.empty())
    h.reason = reason;
  return hole(std::move(h));
}

TextRef Texts::rebuild(TextRef t, uint64_t site, const std::function<TextRef(TextRef)> &go) {
  if (t->kind == Text::Choice) {
    std::vector<Alternative> alternatives;
    for (const Alternative &a : t->alternatives)
      alternatives.push_back({a.index, go(a.text)});
    return choice(site ? mix(t->join, site) : t->join, std::move(alternatives));
  }
  std::vector<TextRef> children;
  for (TextRef child : t->children)
    children.push_back(go(child));
  switch (t->kind) {
  case Text::Concat: return concat(std::move(children));
  case Text::Repeat: return repeat(children[0]);
  case Text::Escaped: return escaped(t->escape, children[0], t->escapedFor);
  case Text::Mixed: return mixed(std::move(children), t->hole.reason);
  case Text::Step: {
    bool parts = t->step.kind == StepInfo::Spliced && t->step.where.known() && !children[0]->leaf();
    return parts ? placed(t->step, children[0]) : step(t->step, children[0]);
  }
  default: return t;
  }
}

TextRef Texts::reformat(TextRef t, const Inputs &inputs,
                        const std::function<TextRef(TextRef)> &go) {
  std::vector<TextRef> children;
  for (TextRef child : t->children)
    if (inputs.rest && child->kind == Text::In && child->rest)
      children.insert(children.end(), inputs.rest->begin(), inputs.rest->end());
    else
      children.push_back(go(child));
  return format(t->format, std::move(children), t->join);
}

TextRef Texts::substitute(TextRef text, uint64_t site, const Inputs &inputs) {
  std::unordered_map<TextRef, TextRef> done;
  std::function<TextRef(TextRef)> go = [&](TextRef t) -> TextRef {
    if (!t->hasIn && !(t->hasChoice && site))
      return t;
    if (t->kind == Text::In)
      return inputs.at(t->path);
    if (auto it = done.find(t); it != done.end())
      return it->second;
    TextRef made = t->kind == Text::Format ? reformat(t, inputs, go) : rebuild(t, site, go);
    done[t] = made;
    return made;
  };
  return go(text);
}

/// What a loop adds, after one more round of it: the same, one of two, or something unknown.
TextRef Texts::anotherRound(TextRef repeated, TextRef suffix) {
  constexpr uint64_t Rounds = 0x10095;
  if (suffix->kind == Text::Repeat)
    suffix = suffix->children[0];
  bool chosen = repeated->kind == Text::Choice && repeated->join == Rounds;
  auto isSuffix = [&](const Alternative &a) { return a.text == suffix; };
  if (repeated == suffix || (chosen && std::ranges::any_of(repeated->alternatives, isSuffix)))
    return repeated;
  if (chosen)
    return collapse(choice(1, {{0, repeated}, {1, suffix}}), "built in a loop");
  Text t; // not factored, so that the next round finds its alternatives whole
  t.kind = Text::Choice;
  t.join = Rounds;
  t.alternatives = {{0, repeated}, {1, suffix}};
  return intern(std::move(t));
}

static void collectAlternatives(TextRef text, std::vector<TextRef> &into) {
  if (text->kind == Text::Choice)
    for (const Alternative &a : text->alternatives)
      collectAlternatives(a.text, into);
  else if (std::ranges::find(into, text) == into.end())
    into.push_back(text);
}

/// What a round of a loop puts in the place of the text, instead of after it: one more alternative.
/// nullptr if it does not.
TextRef Texts::replacedInLoop(TextRef before, TextRef after) {
  std::vector<TextRef> old, now;
  collectAlternatives(before, old);
  collectAlternatives(after, now);
  std::erase_if(now, [&](TextRef t) { return std::ranges::find(old, t) != old.end(); });
  auto extends = [&](TextRef t) {
    std::vector<TextRef> parts = partsOf(t);
    return std::ranges::any_of(old, [&](TextRef o) {
      std::vector<TextRef> front = partsOf(o);
      return front.size() <= parts.size() && std::equal(front.begin(), front.end(), parts.begin());
    });
  };
  if (old.size() + now.size() > MaxAlternatives || std::ranges::any_of(now, extends))
    return nullptr;
  std::vector<Alternative> all;
  for (const std::vector<TextRef> *list : {&old, &now})
    for (TextRef t : *list)
      all.push_back({static_cast<uint32_t>(all.size()), t});
  return now.empty() ? before : choice(before->hash ^ 0x10095, std::move(all));
}

/// before = P, after = P + S: P (S)*. Further rounds that add what is repeated already change
/// nothing.
TextRef Texts::widen(TextRef before, TextRef after) {
  if (before == after)
    return before;
  if (TextRef replaced = replacedInLoop(before, after))
    return replaced;
  std::vector<TextRef> old = partsOf(before), now = partsOf(after);
  bool extends = now.size() > old.size() && std::equal(old.begin(), old.end(), now.begin());
  if (!extends)
    return collapse(choice(1, {{0, before}, {1, after}}), "built in a loop");
  TextRef suffix = concat({now.begin() + static_cast<long>(old.size()), now.end()});
  if (!old.empty() && old.back()->kind == Text::Repeat) {
    old.back() = repeat(anotherRound(old.back()->children[0], suffix));
    return concat(std::move(old));
  }
  bool rewritten = !old.empty() && old.back()->kind == Text::Mixed && suffix->lossy;
  if (rewritten)
    old.back() = mixed({old.back(), suffix}, old.back()->hole.reason);
  else
    old.push_back(repeat(suffix));
  return concat(std::move(old));
}

} // namespace clangsql::link
