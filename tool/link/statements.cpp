#include "link/statements.h"

#include "link/analysis.h"
#include "link/expand.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace clangsql::link {

using namespace summary;

bool hasOwnText(TextRef text, const Paths &paths) {
  return anyNode(text, [&](TextRef t) {
    bool own = false;
    if (t->kind == Text::Literal)
      own = std::ranges::any_of(t->literal.bytes, [](unsigned char c) { return isalnum(c); });
    else if (t->kind == Text::Hole)
      own = t->hole.kind == sql::HoleKind::Text || t->hole.kind == sql::HoleKind::Unknown;
    else if (t->kind == Text::In)
      if (Path::Step root = paths[paths[t->path].root].step;
          root != Path::Param && root != Path::Rest)
        own = true;
    return own ? Visit::Found : Visit::Below;
  });
}

namespace {

std::string fieldOrGlobal(Context &c, PathId path, EntityId &entity) {
  entity = c.paths.lastField(path);
  if (entity == NoPath && c.paths[c.paths[path].root].step == Path::Global)
    entity = c.paths[c.paths[path].root].index;
  return entity == NoPath ? "" : shortName(c.world.entities[entity].name());
}

TextRef unprovenInput(Context &c, EntityId function, PathId path) {
  Hole h;
  EntityId entity = NoEntity;
  const Path &root = c.paths[c.paths[path].root];
  std::string name = fieldOrGlobal(c, path, entity);
  uint32_t body = c.world.entities[function].body;
  if (!name.empty())
    h.reason = fmt::format("'{}', whose value is not seen", name);
  else if (root.step == Path::Rest)
    h.reason = "a variable argument";
  else
    h.reason = "a parameter";
  if (root.step == Path::Param && name.empty() && body != ~uint32_t(0))
    for (const Place &place : c.world.bodies[body].function->places)
      if (place.kind == Place::Param && place.index == root.index) {
        const Body &b = c.world.bodies[body];
        h.where = c.world.where(b.unitIndex, place.where);
        if (place.name != None)
          h.reason = fmt::format("parameter '{}' of '{}'", b.unit->strings[place.name],
                                 shortName(c.world.entities[function].name()));
      }
  h.expression = h.where.known() ? c.world.sourceOf(h.where) : name;
  return c.texts.hole(std::move(h));
}

} // namespace

namespace {

/// What stands for a member in the texts that are stored to it itself.
TextRef itself(Context &c, EntityId function, EntityId entity, PathId path) {
  Hole h = unprovenInput(c, function, path)->hole;
  h.where = {};
  h.expression = shortName(c.world.entities[entity].name());
  return c.texts.hole(std::move(h), NoPath, entity + 1);
}

/// Adds the ways of a text but those that are the member itself.
void addOthers(TextRef text, TextRef self, std::vector<Alternative> &all) {
  TextRef plain = strip(text);
  if (plain->kind == Text::Choice)
    for (const Alternative &a : plain->alternatives)
      addOthers(a.text, self, all);
  else if (plain->kind != Text::Hole || plain->join != self->join)
    all.push_back({static_cast<uint32_t>(all.size()), text});
}

/// All that is stored to a member or global, as far as it is seen: copies of itself add nothing.
/// What is made of itself with more is unproven in there.
TextRef stored(Context &c, EntityId function, EntityId entity, PathId path) {
  auto writers = c.results.writers.find(entity);
  if (entity == NoEntity || writers == c.results.writers.end())
    return unprovenInput(c, function, path);
  auto [known, isNew] = c.stored.try_emplace(entity, nullptr);
  TextRef self = itself(c, function, entity, path);
  if (!isNew && known->second)
    return known->second;
  if (!isNew) {
    c.unfinished.insert(entity);
    return self;
  }
  std::vector<Alternative> all;
  for (const Results::Written &written : writers->second) {
    // What a function is handed in, its callers store, where they are seen; but not in an object
    // that it makes itself.
    bool open = written.text->hasIn;
    FunctionAnalysis writer(c, c.world.bodies[c.world.entities[written.function].body]);
    if (open && writer.isVisible(written.path) && c.results.called.contains(written.function))
      continue;
    TextRef text = writer.provedMember(written.path, written.text);
    addOthers(open ? resolveInputs(c, written.function, text) : text, self, all);
  }
  // What is only ever made empty is filled by someone who is not seen.
  bool filled = std::ranges::any_of(
      all, [&](const Alternative &a) { return strip(a.text) != c.texts.empty(); });
  TextRef made = filled ? c.texts.choice(0xf1e1d000000ull + entity, std::move(all))
                        : unprovenInput(c, function, path);
  c.unfinished.erase(entity);
  if (c.unfinished.empty())
    return c.stored[entity] = made;
  c.stored.erase(entity); // made of one that is being worked out
  return made;
}

} // namespace

TextRef resolveInputs(Context &c, EntityId function, TextRef text) {
  Inputs inputs;
  inputs.at = [&](PathId path) -> TextRef {
    EntityId entity = NoEntity;
    fieldOrGlobal(c, path, entity);
    return stored(c, function, entity, path);
  };
  return c.texts.substitute(text, 0, inputs);
}

namespace {

class StatementTable {
public:
  StatementTable(Context &c, Program &program) : c_(c), program_(program) {}

  void add(const Sink &sink) {
    auto key =
        std::tuple(sink.call.at.file, sink.call.at.offset, sink.call.spelling.offset, sink.callee);
    auto [it, isNew] = index_.try_emplace(key, program_.statements.size());
    if (isNew)
      program_.statements.push_back(header(sink));
    Statement &statement = program_.statements[it->second];
    Expansion expansion = expand(sink.text, c_.options.maxVariants, sink.in);
    statement.truncated |= expansion.truncated;
    for (Variant &variant : expansion.variants)
      addVariant(statement, std::move(variant), sink);
  }

  void addLoose(Literal literal, const std::string &function) {
    if (!literal.where.known() || reached_.contains(place(literal)) ||
        !sql::looksLikeSql(literal.bytes))
      return;
    Sink sink;
    sink.kind = Statement::Loose;
    sink.call = literal.where;
    sink.function = function;
    sink.dialect = c_.options.dialect;
    sink.placeholders = sql::Dollar | sql::Question | sql::Colon;
    reached_.insert(place(literal));
    sink.text = c_.texts.literal(std::move(literal));
    add(sink);
  }

  void finish() {
    for (Statement &statement : program_.statements) {
      auto [best, worst] = std::ranges::minmax(
          statement.variants, {}, [](const Variant &v) { return v.parsed.understanding; });
      statement.understanding = best.parsed.understanding == worst.parsed.understanding
                                    ? best.parsed.understanding
                                    : sql::Understanding::Part;
      Statistics &s = program_.statistics;
      if (statement.kind == Statement::Loose)
        continue;
      ++(statement.understanding == sql::Understanding::Full   ? s.statementsFull
         : statement.understanding == sql::Understanding::Part ? s.statementsPart
                                                               : s.statementsNone);
    }
    auto where = [](const Statement &s) {
      return std::tuple(s.call.at.file, s.call.at.offset, s.call.spelling.offset,
                        std::string_view(s.callee));
    };
    std::ranges::sort(program_.statements,
                      [&](const Statement &a, const Statement &b) { return where(a) < where(b); });
  }

private:
  static std::pair<uint32_t, uint32_t> place(const Literal &l) {
    return {l.where.spelling.file, l.where.spelling.offset};
  }

  Statement header(const Sink &sink) {
    Statement s;
    s.kind = sink.kind;
    s.call = sink.call;
    s.callee = sink.callee;
    s.function = sink.function;
    s.library = sink.library;
    s.dialect = sink.dialect;
    s.placeholders = sink.placeholders;
    s.binds = sink.binds;
    s.bound = sink.bound;
    s.columnsNamed = sink.columnsNamed;
    s.through = sink.through;
    if (sink.name && sink.name->kind == Text::Literal)
      s.preparedName = sink.name->literal.bytes;
    return s;
  }

  static bool same(const Variant &a, const Variant &b) {
    if (a.text.bytes != b.text.bytes || a.fragments.size() != b.fragments.size())
      return false;
    for (size_t i = 0; i < a.fragments.size(); ++i) {
      const Hole *x = std::get_if<Hole>(&a.fragments[i]), *y = std::get_if<Hole>(&b.fragments[i]);
      if (!x != !y || (x && !link::same(*x, *y)))
        return false;
    }
    return true;
  }

  void addVariant(Statement &statement, Variant variant, const Sink &sink) {
    for (Fragment &fragment : variant.fragments)
      if (Literal *literal = std::get_if<Literal>(&fragment))
        reached_.insert(place(*literal));
      else if (Hole &hole = std::get<Hole>(fragment); !hole.where.known()) {
        hole.where = sink.argument;
        if (hole.expression.empty())
          hole.expression = c_.world.sourceOf(sink.argument);
      }
    parse(variant, statement.dialect, sink.placeholders);
    if (statement.variants.size() >= c_.options.maxVariants)
      statement.truncated = true;
    else if (std::ranges::none_of(statement.variants,
                                  [&](const Variant &v) { return same(v, variant); }))
      statement.variants.push_back(std::move(variant));
  }

  Context &c_;
  Program &program_;
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, std::string>, size_t> index_;
  std::set<std::pair<uint32_t, uint32_t>> reached_; // literals that are part of a statement
};

/// Database calls in functions that nobody calls, as far as is seen.
void addOpenSinks(Context &c, StatementTable &table) {
  for (const Body &body : c.world.bodies) {
    if (c.results.called.contains(body.entity))
      continue;
    for (Sink sink : c.effects[c.world.entities[body.entity].body].sinks) {
      if (sink.controls)
        continue;
      bool own = hasOwnText(sink.text, c.paths),
           leaf = sink.text->leaf() || sink.text->kind == Text::Format;
      sink.text = resolveInputs(c, body.entity, sink.text);
      if (!own || (leaf && sink.text->leaf())) // nothing but what is handed in: a wrapper
        ++c.statistics.wrappers;
      else
        table.add(sink);
    }
  }
}

void addLooseLiterals(Context &c, StatementTable &table) {
  for (const Body &body : c.world.bodies)
    for (const Inst &inst : body.function->insts)
      if (auto *literal = std::get_if<summary::Literal>(&inst.op)) {
        const std::string &bytes = body.unit->strings[literal->bytes];
        if (bytes.size() < 12)
          continue;
        Literal made;
        made.bytes = bytes;
        made.where = c.world.where(body.unitIndex, inst.where);
        for (const summary::Segment &segment : literal->map)
          made.map.push_back({segment.first, c.world.where(body.unitIndex, segment.at)});
        const Global &self = c.world.entities[body.entity];
        if (literal->named != None)
          nameAfter(c.world.entities[c.world.global(body.unitIndex, literal->named)], made);
        made.inFunction = self.entity->kind != EntityKind::Variable;
        table.addLoose(std::move(made), std::string(self.name()));
      }
}

} // namespace

void addStatements(Context &c, Program &program) {
  StatementTable table(c, program);
  for (const Sink &sink : c.results.sinks)
    table.add(sink);
  addOpenSinks(c, table);
  addLooseLiterals(c, table);
  table.finish();
}

} // namespace clangsql::link
