#include "link/world.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>

namespace clangsql::link {

using namespace summary;

World::World(std::span<const Unit *const> units, const models::Library &lib, Program &program)
    : library(lib), program_(program), units_(units) {
  addFiles(units);
  addEntities(units);
  addBodies(units);
  findInitialised();
}

void World::addFiles(std::span<const Unit *const> units) {
  std::vector<std::string> &files = program_.files;
  for (const Unit *unit : units)
    for (const File &file : unit->files)
      files.push_back(unit->strings[file.path]);
  std::ranges::sort(files);
  files.erase(std::ranges::unique(files).begin(), files.end());
  for (const Unit *each : units) {
    const Unit &unit = *each;
    std::vector<uint32_t> &map = files_.emplace_back();
    for (const File &file : unit.files)
      map.push_back(static_cast<uint32_t>(std::ranges::lower_bound(files, unit.strings[file.path]) -
                                          files.begin()));
    for (const Line &line : unit.lines)
      program_.lines.try_emplace({map[line.file], line.number}, unit.strings[line.text]);
  }
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

/// Pointers and numbers that their initialiser sets and nothing else: as good as constants.
void World::findInitialised() {
  std::vector<bool> stored(entities.size()), changed(entities.size());
  for (const Body &body : bodies)
    for (const Inst &inst : body.function->insts) {
      const auto *store = std::get_if<Store>(&inst.op);
      const auto *address = std::get_if<Address>(&inst.op);
      Id place = store ? store->place : address ? address->place : None;
      if (place == None || body.function->places[place].kind != Place::Global)
        continue;
      EntityId id = global(body.unitIndex, body.function->places[place].index);
      (id == body.entity && store ? stored : changed)[id] = true;
    }
  for (EntityId id = 0; id < entities.size(); ++id) {
    TypeClass cls = entities[id].entity->type.cls;
    bool plain = cls != TypeClass::Record && cls != TypeClass::Other;
    entities[id].initialised = stored[id] && !changed[id] && plain;
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

EntityId World::idOf(const Unit &unit, Id local) const {
  return local == None ? NoEntity : byKey_.at(unit.strings[unit.entities[local].key]);
}

Where World::where(uint32_t unit, const Span &span) const {
  return {place(unit, span.expansion), place(unit, span.spelling)};
}

std::string World::sourceOf(const Where &w) const {
  auto it = program_.lines.find({w.at.file, w.at.line});
  if (!w.known() || it == program_.lines.end() || w.at.column == 0 ||
      w.at.column > it->second.size())
    return "";
  llvm::StringRef text =
      llvm::StringRef(it->second)
          .substr(w.at.column - 1, w.at.length ? w.at.length : llvm::StringRef::npos);
  return text.size() > 80 ? text.take_front(77).str() + "..." : text.trim().str();
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
