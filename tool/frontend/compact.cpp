#include "frontend/compact.h"

#include <utility>

namespace clangsql::frontend {

using namespace summary;

namespace {

/// New numbers for the rows of a table, given out on first use.
template <class Row> class Renumbering {
public:
  explicit Renumbering(std::vector<Row> &table) : table(table), ids(table.size(), None) {}

  /// True if the row had no new number yet.
  bool use(Id &id) {
    if (id == None)
      return false;
    bool fresh = ids[id] == None;
    if (fresh) {
      ids[id] = kept.size();
      kept.push_back(std::move(table[id]));
    }
    id = ids[id];
    return fresh;
  }

  std::vector<Row> kept;

private:
  std::vector<Row> &table;
  std::vector<Id> ids;
};

class Compaction {
public:
  explicit Compaction(Unit &unit)
      : unit(unit), strings(unit.strings), locations(unit.locations), entities(unit.entities) {}

  void run() {
    for (File &file : unit.files)
      strings.use(file.path);
    for (Function &function : unit.functions)
      visit(function);
    // Entities name others: to the end of a growing list.
    for (size_t next = 0; next < entities.kept.size(); ++next) {
      Entity entity = std::move(entities.kept[next]);
      visit(entity);
      entities.kept[next] = std::move(entity);
    }
    for (Suppression &suppression : unit.suppressions)
      strings.use(suppression.checks);
    for (Diagnostic &error : unit.errors)
      locations.use(error.at);
    unit.strings = std::move(strings.kept);
    unit.locations = std::move(locations.kept);
    unit.entities = std::move(entities.kept);
  }

private:
  void visit(Span &span) {
    locations.use(span.spelling);
    locations.use(span.expansion);
  }

  void visit(Type &type) { entities.use(type.record); }

  void visit(Entity &entity) {
    strings.use(entity.key);
    strings.use(entity.name);
    for (Id &model : entity.models)
      strings.use(model);
    entities.use(entity.parent);
    for (Id &base : entity.bases)
      entities.use(base);
    for (Type &argument : entity.arguments)
      visit(argument);
    for (Id &overridden : entity.overrides)
      entities.use(overridden);
    visit(entity.type);
    for (Annotation &annotation : entity.annotations)
      strings.use(annotation.text);
    for (Type &param : entity.params)
      visit(param);
    visit(entity.where);
  }

  void visit(Function &function) {
    entities.use(function.entity);
    strings.use(function.incomplete);
    for (Place &place : function.places)
      visit(place);
    for (Inst &inst : function.insts)
      visit(inst);
    for (Destroy &destroy : function.destructors)
      entities.use(destroy.destructor);
    for (Scope &scope : function.scopes)
      for (Handler &handler : scope.handlers)
        entities.use(handler.type);
  }

  void visit(Place &place) {
    if (place.kind == Place::Field || place.kind == Place::Global)
      entities.use(place.index);
    visit(place.type);
    strings.use(place.name);
    visit(place.where);
  }

  void visit(Inst &inst) {
    visit(inst.where);
    if (auto *literal = std::get_if<Literal>(&inst.op)) {
      strings.use(literal->bytes);
      strings.use(literal->macro);
      entities.use(literal->named);
      for (Segment &segment : literal->map)
        visit(segment.at);
    } else if (auto *reference = std::get_if<FunctionRef>(&inst.op)) {
      entities.use(reference->entity);
    } else if (auto *closure = std::get_if<Closure>(&inst.op)) {
      entities.use(closure->body);
      for (Capture &capture : closure->captures)
        entities.use(capture.field);
    } else if (auto *call = std::get_if<Call>(&inst.op)) {
      entities.use(call->callee);
    } else if (auto *thrown = std::get_if<Throw>(&inst.op)) {
      entities.use(thrown->type);
    }
  }

  Unit &unit;
  Renumbering<std::string> strings;
  Renumbering<Location> locations;
  Renumbering<Entity> entities;
};

} // namespace

void compact(Unit &unit) { Compaction(unit).run(); }

} // namespace clangsql::frontend
