#include "link/expand.h"

#include "link/format.h"

#include <algorithm>

namespace clangsql::link {

namespace {

struct Partial {
  std::vector<Fragment> fragments;
  std::map<uint64_t, uint32_t> taken; // join → the way it was entered
};

/// What lies around the part of a text that is being expanded.
struct Around {
  sql::Escape escape = sql::Escape::None;
  sql::Dialect escapedFor = sql::Dialect::Generic;
  std::vector<const StepInfo *> steps; // outermost first
};

class Expander {
public:
  Expander(unsigned budget, EntityId function) : budget_(budget), function_(function) {}

  void expand(TextRef text, Around around, std::vector<Partial> &all) {
    switch (text->kind) {
    case Text::Literal: return append(all, literal(text, around));
    case Text::Hole:
    case Text::In: return append(all, hole(text, around));
    case Text::Concat: return concat(text, around, all);
    case Text::Choice: return choose(text, around, all);
    case Text::Repeat: return concat(text, around, all);
    case Text::Mixed: return expand(text->children[0], around, all);
    case Text::Escaped:
      if (around.escape == sql::Escape::None)
        around.escape = text->escape, around.escapedFor = text->escapedFor;
      return expand(text->children[0], around, all);
    case Text::Step:
      around.steps.push_back(&text->step);
      return expand(text->children[0], around, all);
    case Text::Format:
      if (text->format == Text::Named)
        return expand(text->children[1], around, all);
      return append(all, format(text, around));
    }
  }
  bool truncated = false;

private:
  void append(std::vector<Partial> &all, const std::vector<Fragment> &fragments) {
    for (Partial &partial : all)
      partial.fragments.insert(partial.fragments.end(), fragments.begin(), fragments.end());
  }

  /// A whole literal or name made of parts has its quotes around all of them, once.
  void concat(TextRef text, Around around, std::vector<Partial> &all) {
    bool literal = around.escape == sql::Escape::Literal;
    bool whole = literal || around.escape == sql::Escape::Identifier;
    Literal quote;
    quote.bytes = literal ? "'" : "\"";
    if (whole)
      around.escape = literal ? sql::Escape::LiteralBody : sql::Escape::IdentifierBody;
    if (whole)
      append(all, {quote});
    for (TextRef child : text->children)
      expand(child, around, all);
    if (whole)
      append(all, {quote});
  }

  void choose(TextRef text, const Around &around, std::vector<Partial> &all) {
    std::vector<Partial> out;
    for (Partial &partial : all) {
      auto taken = partial.taken.find(text->join);
      for (const Alternative &a : text->alternatives) {
        bool only = taken != partial.taken.end() &&
                    std::ranges::any_of(text->alternatives, [&](const Alternative &o) {
                      return o.index == taken->second;
                    });
        if (only && a.index != taken->second)
          continue;
        std::vector<Partial> one{partial};
        one[0].taken[text->join] = a.index;
        expand(a.text, around, one);
        out.insert(out.end(), std::make_move_iterator(one.begin()),
                   std::make_move_iterator(one.end()));
        if (out.size() > budget_) {
          truncated = true;
          out.resize(budget_);
          all = std::move(out);
          return;
        }
      }
    }
    all = std::move(out);
  }

  /// An escaped constant is its own text with what the escaper adds.
  std::vector<Fragment> literal(TextRef text, const Around &around) {
    if (around.escape == sql::Escape::None || around.escape == sql::Escape::Checked)
      return {text->literal};
    if (text->literal.bytes.find('\0') != std::string::npos) // binary: written in another form
      return {Hole{.escape = around.escape,
                   .escapedFor = around.escapedFor,
                   .where = text->literal.where,
                   .reason = "a constant with a zero byte"}};
    Literal body = text->literal;
    bool whole = around.escape == sql::Escape::Literal || around.escape == sql::Escape::Identifier;
    bool name =
        around.escape == sql::Escape::Identifier || around.escape == sql::Escape::IdentifierBody;
    char quote = name ? '"' : '\'';
    std::string bytes;
    for (char c : text->literal.bytes)
      bytes += c == quote ? std::string(2, c) : std::string(1, c);
    body.bytes = whole ? quote + bytes + quote : bytes;
    body.map.resize(std::min<size_t>(body.map.size(), 1));
    return {body};
  }

  std::vector<Fragment> hole(TextRef text, const Around &around) {
    Hole h = text->hole; // of an input: as it stands
    if (around.escape != sql::Escape::None)
      h.escape = around.escape, h.escapedFor = around.escapedFor;
    if (h.where.known() && h.grade == Grade::Tainted)
      h.path.push_back({h.where, "comes from outside here"});
    // Steps run from the source outwards. The first that hands the value on, in the statement's own
    // function if it has one, is where it enters: its expression is shown.
    const StepInfo *entry = nullptr;
    for (auto it = around.steps.rbegin(); it != around.steps.rend(); ++it) {
      bool hands = ((*it)->kind == StepInfo::Spliced || (*it)->kind == StepInfo::Passed) &&
                   (*it)->where.known();
      if (hands && (!entry || (entry->function != function_ && (*it)->function == function_)))
        entry = *it;
    }
    if (entry) {
      h.where = entry->where;
      h.expression = entry->expression;
    }
    for (const StepInfo *step : around.steps)
      if (step->kind == StepInfo::Copied && h.escape == sql::Escape::None)
        h.unusedCopy = step->expression;
    for (auto it = around.steps.rbegin(); it != around.steps.rend(); ++it)
      if ((*it != entry || (*it)->kind != StepInfo::Spliced) && (*it)->isHop())
        h.path.push_back({(*it)->where, (*it)->what});
    return {h};
  }

  std::vector<Fragment> format(TextRef text, const Around &around) {
    Hole worst;
    worst.reason = "a format that is not known";
    for (TextRef child : text->children)
      if (TextRef leaf = strip(child);
          leaf->kind == Text::Hole && leaf->hole.grade == Grade::Tainted)
        worst = leaf->hole;
    worst.escape = around.escape;
    for (const StepInfo *step : around.steps)
      if (step->kind == StepInfo::Spliced)
        worst.where = step->where, worst.expression = step->expression;
    return {worst};
  }

  unsigned budget_;
  EntityId function_;
};

/// C's interfaces read a statement up to its first zero byte.
void endAtZero(std::vector<Fragment> &fragments) {
  for (size_t i = 0; i < fragments.size(); ++i)
    if (const Literal *literal = std::get_if<Literal>(&fragments[i])) {
      size_t zero = literal->bytes.find('\0');
      if (zero == std::string::npos)
        continue;
      Literal before = slice(*literal, 0, zero);
      fragments.resize(i);
      if (zero > 0)
        fragments.emplace_back(std::move(before));
      return;
    }
}

} // namespace

Expansion expand(TextRef text, unsigned budget, EntityId function) {
  Expander expander(budget, function);
  std::vector<Partial> all(1);
  expander.expand(text, {}, all);
  Expansion done;
  done.truncated = expander.truncated;
  for (Partial &partial : all) {
    Variant variant;
    variant.fragments = std::move(partial.fragments);
    endAtZero(variant.fragments);
    done.variants.push_back(std::move(variant));
  }
  return done;
}

void parse(Variant &variant, sql::Dialect dialect, sql::Placeholders placeholders) {
  variant.text = {};
  for (const Fragment &fragment : variant.fragments)
    if (const Literal *literal = std::get_if<Literal>(&fragment)) {
      variant.text.bytes += literal->bytes;
    } else {
      const Hole &hole = std::get<Hole>(fragment);
      variant.text.holes.push_back(
          {static_cast<uint32_t>(variant.text.bytes.size()), hole.kind, hole.escape});
    }
  variant.parsed = sql::parse(variant.text, {dialect, placeholders});
}

} // namespace clangsql::link
