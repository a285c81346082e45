#include "link/world.h"

#include "models/annotations.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <llvm/ADT/StringRef.h>

namespace clangsql::link {

using namespace summary;

World::World(std::span<const Unit *const> units, const models::Library &lib, Program &program)
    : library(lib), program_(program), units_(units) {
  addFiles(units);
  addEntities(units);
  applyAnnotations(units);
  addBodies(units);
  findModelsLike();
  findInitialised();
  findPointers();
  findOperators();
}

/// Conversions to text, and what makes objects callable.
void World::findOperators() {
  for (EntityId id = 0; id < entities.size(); ++id) {
    const Global &g = entities[id];
    bool method = g.entity->kind == EntityKind::Method || g.entity->kind == EntityKind::Lambda;
    if (!method || g.parent == NoEntity || g.body == ~uint32_t(0))
      continue;
    llvm::StringRef name = g.name();
    if (g.entity->kind == EntityKind::Lambda || name.ends_with("::operator()"))
      operators_[g.parent].push_back(id);
    if (!g.entity->params.empty() || !name.contains("::operator "))
      continue;
    const models::Class *made = classOf(idOf(*g.unit, g.entity->type.record));
    if (g.entity->type.cls == TypeClass::Text || (made && made->text))
      conversions_.try_emplace(g.parent, id);
  }
}

std::vector<EntityId> World::callOperatorsOf(EntityId type) const {
  std::vector<EntityId> found;
  auto add = [&](EntityId one) {
    if (auto known = operators_.find(one); known != operators_.end())
      found.insert(found.end(), known->second.begin(), known->second.end());
  };
  if (type == NoEntity)
    return found;
  add(type);
  for (Id base : entities[type].entity->bases)
    add(idOf(*entities[type].unit, base));
  return found;
}

Literal World::literalOf(const models::LoadedText &text) const {
  uint32_t file = program_.fileOf(text.file);
  auto where = [&](Location at) {
    at.file = file;
    return Where{at, at};
  };
  Literal literal{.bytes = text.bytes, .named = text.name.back(), .namedBy = NamedBy::Constant};
  for (const models::LoadedText::Part &part : text.parts)
    literal.map.push_back({part.first, where(part.at)});
  literal.where = literal.map.empty() ? where(text.at) : literal.map.front().where;
  return literal;
}

void World::addFiles(std::span<const Unit *const> units) {
  std::vector<std::string> &files = program_.files;
  for (const Unit *unit : units)
    for (const File &file : unit->files)
      files.push_back(unit->strings[file.path]);
  for (const models::LoadedText &text : library.loaded())
    files.push_back(text.file);
  std::ranges::sort(files);
  files.erase(std::ranges::unique(files).begin(), files.end());
  for (const Unit *each : units) {
    const Unit &unit = *each;
    std::vector<uint32_t> &map = files_.emplace_back();
    for (const File &file : unit.files)
      map.push_back(program_.fileOf(unit.strings[file.path]));
    for (const Line &line : unit.lines)
      program_.lines.try_emplace({map[line.file], line.number}, unit.strings[line.text]);
  }
  for (const models::LoadedText &text : library.loaded())
    for (const auto &[number, line] : text.lines)
      program_.lines.try_emplace({program_.fileOf(text.file), number}, line);
}

void World::addEntities(std::span<const Unit *const> units) {
  for (uint32_t u = 0; u < units.size(); ++u) {
    const Unit &unit = *units[u];
    std::vector<EntityId> &map = ids_.emplace_back();
    for (const Entity &entity : unit.entities) {
      auto [it, isNew] =
          byKey_.try_emplace(unit.strings[entity.key], static_cast<EntityId>(entities.size()));
      map.push_back(it->second);
      if (isNew)
        entities.push_back({.unit = &unit, .entity = &entity});
    }
    for (size_t i = 0; i < unit.entities.size(); ++i) {
      const Entity &entity = unit.entities[i];
      entities[map[i]].parent = global(u, entity.parent);
      for (Id base : entity.overrides) {
        std::vector<EntityId> &list = entities[map[base]].overriders;
        if (std::ranges::find(list, map[i]) == list.end())
          list.push_back(map[i]);
      }
    }
  }
  for (EntityId id = 0; id < entities.size(); ++id)
    if (const Global &g = entities[id];
        g.entity->kind == EntityKind::Constructor && !g.has(SystemHeader) && g.parent != NoEntity)
      constructors_[g.parent].push_back(id);
  for (EntityId id = 0; id < entities.size(); ++id)
    if (entities[id].entity->kind == EntityKind::Destructor && entities[id].parent != NoEntity)
      destructors_.try_emplace(entities[id].parent, id);
  for (Global &g : entities)
    for (Id name : g.entity->models) {
      EntityKind kind = g.entity->kind;
      if (kind == EntityKind::Class && !g.type)
        g.type = library.classOf(g.unit->strings[name]);
      else if ((kind == EntityKind::Variable || kind == EntityKind::Field) && !g.variable)
        g.variable = library.variable(g.unit->strings[name]);
      else if (kind != EntityKind::Class && !g.model)
        g.model = library.function(g.unit->strings[name], g.entity->params, g.unit);
    }
}

/// Names that only look like a library's: a body that is seen says more.
void World::findModelsLike() {
  for (Global &g : entities) {
    bool function = g.entity->kind == EntityKind::Function || g.entity->kind == EntityKind::Method;
    if (function && !g.model && g.body == ~uint32_t(0))
      g.model = library.functionLike(g.name(), g.entity->params, g.unit);
  }
}

/// What a declaration says of itself comes before what a library's model says.
void World::applyAnnotations(std::span<const Unit *const> units) {
  std::set<EntityId> done;
  for (uint32_t u = 0; u < units.size(); ++u)
    for (Id id = 0; id < units[u]->entities.size(); ++id) {
      const Entity &entity = units[u]->entities[id];
      if (entity.annotations.empty() || !done.insert(ids_[u][id]).second)
        continue;
      std::string problem;
      models::Function function = models::fromAnnotations(*units[u], entity, problem);
      if (problem.empty())
        entities[ids_[u][id]].model = &annotated_.emplace_back(std::move(function));
      else
        program_.notes.push_back(fmt::format("{}: {}", function.name, problem));
    }
}

void World::addBodies(std::span<const Unit *const> units) {
  for (uint32_t u = 0; u < units.size(); ++u)
    for (const Function &function : units[u]->functions)
      addBody(u, function);
}

void World::addBody(uint32_t u, const Function &function) {
  EntityId id = global(u, function.entity);
  Global &entity = entities[id];
  if (entity.body == ~uint32_t(0)) {
    entity.body = static_cast<uint32_t>(bodies.size());
    bodies.push_back({units_[u], u, &function, id});
    return;
  }
  Body &old = bodies[entity.body];
  if (old.unitIndex ==
      u) // two functions of one key in one unit: instantiations that the key does not tell apart
    return;
  uint64_t a = contentHash(*old.unit, *old.function), b = contentHash(*units_[u], function);
  if (a == b)
    return;
  ++program_.statistics.conflicts;
  if (b < a)
    old = {units_[u], u, &function, id};
}

/// The global that a place is, or is in.
static Id rootGlobal(const Function &function, Id place) {
  while (place != None) {
    const Place &at = function.places[place];
    if (at.kind == Place::Global)
      return at.index;
    place = at.kind == Place::Field || at.kind == Place::Element ? at.base : None;
  }
  return None;
}

/// Pointers and numbers, and arrays of them, that their initialiser sets and nothing else: as good
/// as constants.
void World::findInitialised() {
  std::vector<bool> stored(entities.size()), changed(entities.size());
  for (const Body &body : bodies)
    for (const Inst &inst : body.function->insts) {
      const auto *store = std::get_if<Store>(&inst.op);
      const auto *address = std::get_if<Address>(&inst.op);
      Id place = store ? store->place : address ? address->place : None;
      EntityId id = global(body.unitIndex, rootGlobal(*body.function, place));
      if (id == NoEntity)
        continue;
      // An array of pointers is hardly ever written through its own address.
      const Entity &entity = *entities[id].entity;
      bool table = address && entity.type.cls == TypeClass::Other && entity.type.record == None &&
                   entity.flags & Internal;
      if (!table)
        (id == body.entity && store ? stored : changed)[id] = true;
    }
  for (EntityId id = 0; id < entities.size(); ++id) {
    TypeClass cls = entities[id].entity->type.cls;
    entities[id].initialised = stored[id] && !changed[id] && cls != TypeClass::Record;
  }
}

Location World::place(uint32_t unit, Id id) const {
  if (id == None)
    return {};
  Location location = units_[unit]->locations[id];
  if (location.file != None)
    location.file = files_[unit][location.file];
  return location;
}

const std::vector<EntityId> &World::constructorsOf(EntityId type) const {
  static const std::vector<EntityId> none;
  auto found = constructors_.find(type);
  return found == constructors_.end() ? none : found->second;
}

EntityId World::idOf(const Unit &unit, Id local) const {
  return local == None ? NoEntity : byKey_.at(unit.strings[unit.entities[local].key]);
}

Where World::where(uint32_t unit, const Span &span) const {
  return {place(unit, span.expansion), place(unit, span.spelling)};
}

std::string World::sourceOf(const Where &w) const {
  constexpr size_t Most = 80;
  size_t left = w.at.length ? w.at.length : Most, column = w.at.column;
  std::string text;
  for (uint32_t number = w.at.line; w.known() && left > 0 && text.size() <= Most; ++number) {
    auto line = program_.lines.find({w.at.file, number});
    if (line == program_.lines.end()) {
      text += text.empty() ? "" : "…";
      break;
    }
    llvm::StringRef part = llvm::StringRef(line->second).substr(column - 1, left).trim();
    if (column == 0 || column > line->second.size() + 1)
      break;
    text += (text.empty() || part.empty() ? "" : " ") + part.str();
    left -= std::min(left, line->second.size() - (column - 1) + 1); // with the line's end
    column = 1;
  }
  return text.size() > Most ? llvm::StringRef(text).take_front(Most - 3).str() + "..." : text;
}

namespace {

struct Hasher {
  const Unit &unit;
  uint64_t hash = 0xcbf29ce484222325ull;
  void add(uint64_t v) {
    hash = (hash ^ v) * 0x100000001b3ull;
    hash ^= hash >> 29;
  }
  void text(Id id) {
    for (char c : id == None ? std::string() : unit.strings[id])
      add(static_cast<unsigned char>(c));
    add(256);
  }
  void entity(Id id) { id == None ? add(257) : text(unit.entities[id].key); }
  void list(const std::vector<Id> &ids) {
    add(ids.size());
    for (Id id : ids)
      add(id);
  }
  void operator()(const Opaque &o) { list(o.from); }
  void operator()(const summary::Literal &l) { text(l.bytes); }
  void operator()(const Number &n) { add(static_cast<uint64_t>(n.value)); }
  void operator()(const Load &l) { add(l.place); }
  void operator()(const Store &s) { add(s.place), add(s.value); }
  void operator()(const Address &a) { add(a.place); }
  void operator()(const FunctionRef &f) { entity(f.entity); }
  void operator()(const Closure &c) { entity(c.body), add(c.captures.size()); }
  void operator()(const Call &c) {
    entity(c.callee), add(c.function), add(c.target), add(c.receiver), list(c.args), add(c.flags);
  }
  void operator()(const Test &t) { add(uint64_t(t.op)), add(t.left), add(t.right); }
  void operator()(const Throw &t) { entity(t.type); }
};

} // namespace

uint64_t contentHash(const Unit &unit, const Function &function) {
  Hasher hasher{unit};
  for (const Inst &inst : function.insts) {
    hasher.add(inst.op.index());
    std::visit(hasher, inst.op);
  }
  for (const Block &block : function.blocks) {
    hasher.add(block.first), hasher.add(block.count), hasher.add(block.condition);
    for (const Edge &edge : block.next)
      hasher.add(edge.to), hasher.add(uint64_t(edge.when));
  }
  return hasher.hash;
}

} // namespace clangsql::link
