// World: all units of a link as one program. Entities with the same key are one; of two definitions
// under one key one stays; every entity has its library model looked up once.
#pragma once

#include "link/program.h"
#include "models/model.h"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace clangsql::link {

using EntityId = uint32_t; // index into World::entities
inline constexpr EntityId NoEntity = ~EntityId(0);

struct Global {
  const summary::Unit *unit = nullptr; // where `entity` stands
  const summary::Entity *entity = nullptr;
  EntityId parent = NoEntity;
  const models::Function *model = nullptr;    // of functions
  const models::Class *type = nullptr;        // of classes
  const models::Variable *variable = nullptr; // of variables and fields
  std::vector<EntityId> overriders;           // functions that override it
  uint32_t body = ~uint32_t(0);               // index into World::bodies
  bool initialised = false; // of a variable: nothing but its initialiser stores there
  std::string_view name() const { return unit->strings[entity->name]; }
  bool has(uint16_t flag) const { return entity->flags & flag; }
};

/// A type as an entity of some unit gives it.
struct TypeIn {
  const summary::Unit &unit;
  const summary::Type &type;
};

struct Body {
  const summary::Unit *unit = nullptr;
  uint32_t unitIndex = 0;
  const summary::Function *function = nullptr;
  EntityId entity = NoEntity;
};

/// A pointer that more functions are stored to is not followed.
inline constexpr size_t MaxPointedTo = 4;

class World {
public:
  World(std::span<const summary::Unit *const> units, const models::Library &library,
        Program &program);

  std::vector<Global> entities;
  std::vector<Body> bodies;
  const models::Library &library;

  EntityId global(uint32_t unit, summary::Id local) const {
    return local == summary::None ? NoEntity : ids_[unit][local];
  }
  EntityId idOf(const summary::Unit &, summary::Id local) const;
  /// The class's own model, else that of the nearest base that has one.
  const models::Class *classOf(EntityId type) const {
    return type == NoEntity ? nullptr : entities[type].type;
  }
  /// Those that are declared somewhere, the compiler's own included as far as they are used.
  const std::vector<EntityId> &constructorsOf(EntityId type) const;
  Where where(uint32_t unit, const summary::Span &) const;
  /// The literal that a program loads from a file.
  Literal literalOf(const models::LoadedText &) const;
  /// Source text of a place on one line, at most 80 bytes; empty if its line is not in the summary.
  std::string sourceOf(const Where &) const;

  /// The class's destructor, NoEntity if none is named.
  EntityId destructorOf(EntityId type) const {
    auto found = destructors_.find(type);
    return found == destructors_.end() ? NoEntity : found->second;
  }

  /// The call operators of a class (of a closure: its body) and of its bases, whose bodies are
  /// seen.
  std::vector<EntityId> callOperatorsOf(EntityId type) const;

  /// The class's own conversion to text, NoEntity if it has none whose body is seen.
  EntityId conversionOf(EntityId type) const {
    auto found = conversions_.find(type);
    return found == conversions_.end() ? NoEntity : found->second;
  }

  /// The functions that the code stores to the field or global whose pointer, or the object in
  /// which, is called; none if that is not a field or global.
  const std::vector<EntityId> &pointedTo(const Body &, const summary::Call &) const;

private:
  void findPointers();
  void findLocalPointers(const Body &);
  void findOperators();
  EntityId holderOf(const Body &, const summary::Place &) const;
  EntityId holderAt(const Body &, summary::Id inst) const;
  EntityId functionOf(const Body &, summary::Id inst) const;
  void addFiles(std::span<const summary::Unit *const>);
  void applyAnnotations(std::span<const summary::Unit *const>);
  void addEntities(std::span<const summary::Unit *const>);
  void findModelsLike();
  void addBodies(std::span<const summary::Unit *const>);
  void addBody(uint32_t unit, const summary::Function &);
  void findInitialised();
  Location place(uint32_t unit, summary::Id) const;

  Program &program_;
  std::span<const summary::Unit *const> units_;
  std::vector<std::vector<EntityId>> ids_; // [unit][local]
  std::vector<std::vector<uint32_t>> files_;
  std::unordered_map<std::string_view, EntityId> byKey_;
  std::map<std::pair<const Body *, summary::Id>, std::vector<EntityId>>
      locals_; // pointer that is a local → functions
  std::unordered_map<EntityId, std::vector<EntityId>> pointed_;      // field or global → functions
  std::unordered_map<EntityId, std::vector<EntityId>> constructors_; // by class
  std::unordered_map<EntityId, EntityId> destructors_;               // by class
  std::unordered_map<EntityId, EntityId> conversions_;               // by class
  std::unordered_map<EntityId, std::vector<EntityId>> operators_;    // call operators, by class
  std::deque<models::Function> annotated_;
};

/// A hash of what a function does, the same in every unit that has it.
uint64_t contentHash(const summary::Unit &, const summary::Function &);

} // namespace clangsql::link
