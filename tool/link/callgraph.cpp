#include "link/callgraph.h"

#include <algorithm>
#include <functional>

namespace clangsql::link {

using namespace summary;

namespace {

/// Tarjan's algorithm, without recursion: call chains can be long.
class Components {
public:
  explicit Components(std::vector<std::vector<uint32_t>> edges)
      : edges_(std::move(edges)), index_(edges_.size(), Unseen), low_(edges_.size()),
        onStack_(edges_.size()) {}

  void visit(uint32_t root) {
    if (index_[root] != Unseen)
      return;
    open(root);
    while (!calls_.empty()) {
      auto &[node, edge] = calls_.back();
      if (edge < edges_[node].size()) {
        uint32_t to = edges_[node][edge++];
        if (index_[to] == Unseen)
          open(to);
        else if (onStack_[to])
          low_[node] = std::min(low_[node], index_[to]);
        continue;
      }
      uint32_t done = node;
      calls_.pop_back();
      if (!calls_.empty())
        low_[calls_.back().first] = std::min(low_[calls_.back().first], low_[done]);
      if (low_[done] == index_[done])
        close(done);
    }
  }
  std::vector<std::vector<uint32_t>> found;

private:
  static constexpr uint32_t Unseen = ~uint32_t(0);
  void open(uint32_t node) {
    index_[node] = low_[node] = next_++;
    stack_.push_back(node);
    onStack_[node] = true;
    calls_.push_back({node, 0});
  }
  void close(uint32_t node) {
    std::vector<uint32_t> &component = found.emplace_back();
    uint32_t member;
    do {
      member = stack_.back();
      stack_.pop_back();
      onStack_[member] = false;
      component.push_back(member);
    } while (member != node);
    std::ranges::reverse(component);
  }
  std::vector<std::vector<uint32_t>> edges_;
  std::vector<uint32_t> index_, low_, stack_;
  std::vector<bool> onStack_;
  std::vector<std::pair<uint32_t, size_t>> calls_;
  uint32_t next_ = 0;
};

/// The classes of which a library's function can make objects: the arguments of the container or
/// smart pointer that it belongs to or returns.
void addConstructed(const World &world, EntityId callee, const std::function<void(EntityId)> &add) {
  const Global &function = world.entities[callee];
  auto constructs = [](const models::ObjectFact &fact) {
    return fact.kind == models::ObjectFact::Construct;
  };
  if (!function.model || std::ranges::none_of(function.model->objects, constructs))
    return;
  auto addOf = [&](auto &self, const Unit &unit, Id record, unsigned depth) -> void {
    if (record == None || depth > 2)
      return;
    for (EntityId constructor : world.constructorsOf(world.idOf(unit, record)))
      add(constructor);
    for (const Type &argument : unit.entities[record].arguments)
      self(self, unit, argument.record, depth + 1);
  };
  addOf(addOf, *function.unit, function.entity->type.record, 0);
  addOf(addOf, *function.unit, function.entity->parent, 0);
}

/// What a library's function can run of the objects that it is given: conversions to text, and call
/// operators.
void addOperators(const World &world, EntityId callee, const std::function<void(EntityId)> &add) {
  const Global &function = world.entities[callee];
  if (!function.model)
    return;
  for (const Type &type : function.entity->params) {
    EntityId object = world.idOf(*function.unit, type.record);
    add(world.conversionOf(object));
    if (!function.model->calls.empty())
      for (EntityId called : world.callOperatorsOf(object))
        add(called);
  }
}

std::vector<uint32_t> callees(const World &world, const Body &body) {
  std::vector<uint32_t> found;
  auto add = [&](EntityId id) {
    if (id != NoEntity && world.entities[id].body != ~uint32_t(0))
      found.push_back(world.entities[id].body);
  };
  for (const Inst &inst : body.function->insts) {
    if (auto *call = std::get_if<Call>(&inst.op)) {
      EntityId callee = world.global(body.unitIndex, call->callee);
      add(callee);
      if (callee != NoEntity) {
        addConstructed(world, callee, add);
        addOperators(world, callee, add);
      }
      for (EntityId target : world.pointedTo(body, *call))
        add(target);
      if (callee != NoEntity && call->flags & VirtualCall)
        for (EntityId over : world.entities[callee].overriders)
          add(over);
    } else if (auto *closure = std::get_if<Closure>(&inst.op)) {
      add(world.global(body.unitIndex, closure->body));
    } else if (auto *function = std::get_if<FunctionRef>(&inst.op)) {
      add(world.global(body.unitIndex, function->entity));
    }
  }
  for (const Place &place :
       body.function->places) // what a global holds is known once its initialiser is
    if (place.kind == Place::Global)
      if (EntityId id = world.global(body.unitIndex, place.index); id != body.entity)
        add(id);
  return found;
}

} // namespace

std::vector<std::vector<uint32_t>> analysisOrder(const World &world) {
  std::vector<std::vector<uint32_t>> edges;
  for (const Body &body : world.bodies)
    edges.push_back(callees(world, body));
  Components components(std::move(edges));
  for (uint32_t body = 0; body < world.bodies.size(); ++body)
    components.visit(body);
  return std::move(components.found);
}

} // namespace clangsql::link
