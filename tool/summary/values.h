// Visits what the parts of a unit refer to, for whoever renames, counts or checks it.
#pragma once

#include "summary/unit.h"

#include <type_traits>

namespace clangsql::summary {

/// Calls visit(Id &) (const Id & of a const inst) for each operand, None too. Operands behind
/// places are not seen.
template <class AnyInst, class Visitor> void forEachOperand(AnyInst &inst, Visitor visit) {
  std::visit(
      [&](auto &op) {
        using Kind = std::remove_cvref_t<decltype(op)>;
        if constexpr (std::is_same_v<Kind, Opaque>) {
          for (auto &value : op.from)
            visit(value);
        } else if constexpr (std::is_same_v<Kind, Store>) {
          visit(op.value);
        } else if constexpr (std::is_same_v<Kind, Closure>) {
          for (auto &capture : op.captures)
            visit(capture.value);
        } else if constexpr (std::is_same_v<Kind, Call>) {
          visit(op.function), visit(op.receiver);
          for (auto &value : op.args)
            visit(value);
        } else if constexpr (std::is_same_v<Kind, Test>) {
          visit(op.left), visit(op.right);
        }
      },
      inst.op);
}

/// Calls visit for the values that a place is made of.
template <class AnyPlace, class Visitor> void forEachPlaceValue(AnyPlace &place, Visitor visit) {
  if (place.kind == Place::Deref)
    visit(place.base);
  if (place.kind == Place::Element)
    visit(place.index);
}

/// Calls visit for the values that a block's branch looks at.
template <class AnyBlock, class Visitor> void forEachBranchValue(AnyBlock &block, Visitor visit) {
  visit(block.condition);
  for (auto &edge : block.next)
    visit(edge.value);
}

/// Calls visit for all of these of a function.
template <class AnyFunction, class Visitor>
void forEachValue(AnyFunction &function, Visitor visit) {
  for (auto &inst : function.insts)
    forEachOperand(inst, visit);
  for (auto &place : function.places)
    forEachPlaceValue(place, visit);
  for (auto &block : function.blocks)
    forEachBranchValue(block, visit);
}

/// Calls visit(Id) for each place that an inst, a scope or a destructor names, and for what those
/// are parts of; None too, and some more than once.
template <class Visitor> void forEachPlace(const Function &function, Visitor visit) {
  auto visitPath = [&](Id place) {
    visit(place);
    while (place != None && (function.places[place].kind == Place::Field ||
                             function.places[place].kind == Place::Element))
      visit(place = function.places[place].base);
  };
  for (const Inst &inst : function.insts) {
    if (auto *load = std::get_if<Load>(&inst.op))
      visitPath(load->place);
    else if (auto *store = std::get_if<Store>(&inst.op))
      visitPath(store->place);
    else if (auto *address = std::get_if<Address>(&inst.op))
      visitPath(address->place);
    else if (auto *call = std::get_if<Call>(&inst.op))
      visitPath(call->target);
  }
  for (const Scope &scope : function.scopes)
    for (Id object : scope.objects)
      visitPath(object);
  for (const Destroy &destroy : function.destructors)
    visitPath(destroy.place);
}

/// Calls visit(Id) for the location of each entity, place, inst, literal's segment and error.
template <class Visitor> void forEachLocation(const Unit &unit, Visitor visit) {
  auto visitSpan = [&](Span span) {
    for (Id id : {span.spelling, span.expansion})
      if (id != None)
        visit(id);
  };
  for (const Entity &entity : unit.entities)
    visitSpan(entity.where);
  for (const Function &function : unit.functions) {
    for (const Place &place : function.places)
      visitSpan(place.where);
    for (const Inst &inst : function.insts) {
      visitSpan(inst.where);
      if (auto *literal = std::get_if<Literal>(&inst.op))
        for (const Segment &segment : literal->map)
          visitSpan(segment.at);
    }
  }
  for (const Diagnostic &error : unit.errors)
    visitSpan({error.at, None});
}

} // namespace clangsql::summary
