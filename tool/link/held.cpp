// The functions that fields and globals hold: pointers, and objects that are called
// (std::function).
#include "link/world.h"

#include <algorithm>
#include <set>

namespace clangsql::link {

using namespace summary;

/// The field or global that a place is, NoEntity if it is neither.
EntityId World::holderOf(const Body &body, const Place &place) const {
  bool named = place.kind == Place::Field || place.kind == Place::Global;
  return named ? global(body.unitIndex, place.index) : NoEntity;
}

/// The function or closure that an event is; or that the local object whose address it is holds.
EntityId World::functionOf(const Body &body, Id inst) const {
  if (inst == None)
    return NoEntity;
  const Op &op = body.function->insts[inst].op;
  if (auto *reference = std::get_if<FunctionRef>(&op))
    return global(body.unitIndex, reference->entity);
  if (auto *closure = std::get_if<Closure>(&op))
    return global(body.unitIndex, closure->body);
  auto *address = std::get_if<Address>(&op);
  if (!address || body.function->places[address->place].kind != Place::Local)
    return NoEntity;
  for (const Inst &other : body.function->insts)
    if (auto *store = std::get_if<Store>(&other.op); store && store->place == address->place)
      if (store->value != None &&
          !std::holds_alternative<Address>(body.function->insts[store->value].op))
        return functionOf(body, store->value);
  return NoEntity;
}

/// The place whose address an event is.
EntityId World::holderAt(const Body &body, Id inst) const {
  auto *address = inst == None ? nullptr : std::get_if<Address>(&body.function->insts[inst].op);
  return address ? holderOf(body, body.function->places[address->place]) : NoEntity;
}

/// What the local pointers to functions of a body can point to, where every store to one tells.
void World::findLocalPointers(const Body &body) {
  std::map<Id, std::vector<EntityId>> held;
  std::set<Id> unknown;
  auto localOf = [&](Id place) {
    const Place &at = body.function->places[place];
    return at.kind == Place::Local && at.type.cls == TypeClass::Function ? at.index : None;
  };
  for (int pass = 0; pass < 2; ++pass) // what a temporary got is stored on
    for (const Inst &inst : body.function->insts) {
      auto *store = std::get_if<Store>(&inst.op);
      Id local = store && store->value != None ? localOf(store->place) : None;
      if (local == None)
        continue;
      const Op &value = body.function->insts[store->value].op;
      auto *load = std::get_if<Load>(&value);
      Id from = load ? localOf(load->place) : None;
      std::vector<EntityId> functions;
      if (from != None)
        functions = held[from];
      else if (EntityId function = functionOf(body, store->value); function != NoEntity)
        functions = {function};
      else if (!std::holds_alternative<Number>(value)) // null is called nowhere
        unknown.insert(local);
      if (unknown.contains(from))
        unknown.insert(local);
      for (EntityId function : functions)
        if (std::ranges::find(held[local], function) == held[local].end())
          held[local].push_back(function);
    }
  for (auto &[local, functions] : held)
    if (!unknown.contains(local) && !functions.empty())
      locals_[{&body, local}] = std::move(functions);
}

void World::findPointers() {
  auto add = [&](EntityId holder, EntityId function) {
    if (holder == NoEntity || function == NoEntity)
      return;
    std::vector<EntityId> &known = pointed_[holder];
    if (std::ranges::find(known, function) == known.end())
      known.push_back(function);
  };
  for (const Body &body : bodies) {
    findLocalPointers(body);
    for (const Inst &inst : body.function->insts) {
      if (auto *store = std::get_if<Store>(&inst.op); store && store->value != None)
        add(holderOf(body, body.function->places[store->place]), functionOf(body, store->value));
      auto *call = std::get_if<Call>(&inst.op);
      EntityId callee = call ? global(body.unitIndex, call->callee) : NoEntity;
      if (callee == NoEntity || !entities[callee].model)
        continue;
      for (const models::AliasFact &fact : entities[callee].model->aliases)
        if (auto of = static_cast<size_t>(fact.of.index);
            fact.to.index == models::Argument::This && fact.of.index >= 0 && of < call->args.size())
          add(holderAt(body, call->receiver), functionOf(body, call->args[of]));
    }
  }
}

/// Whether a call runs what its receiver holds.
static bool runsReceiver(const models::Function *model) {
  return model && std::ranges::any_of(model->calls, [](const models::CallableFact &fact) {
           return fact.when == models::CallableFact::Now &&
                  fact.function.index == models::Argument::This;
         });
}

const std::vector<EntityId> &World::pointedTo(const Body &body, const Call &call) const {
  static const std::vector<EntityId> none;
  EntityId callee = global(body.unitIndex, call.callee), holder = NoEntity;
  if (callee != NoEntity && runsReceiver(entities[callee].model))
    holder = holderAt(body, call.receiver);
  else if (call.function != None)
    if (auto *load = std::get_if<Load>(&body.function->insts[call.function].op)) {
      const Place &place = body.function->places[load->place];
      if (auto local = locals_.find({&body, place.index});
          place.kind == Place::Local && local != locals_.end())
        return local->second.size() > MaxPointedTo ? none : local->second;
      holder = holderOf(body, place);
    }
  auto known = pointed_.find(holder);
  return holder == NoEntity || known == pointed_.end() || known->second.size() > MaxPointedTo
             ? none
             : known->second;
}

} // namespace clangsql::link
