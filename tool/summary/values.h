// Visits every value (index of an inst) that a function reads, for whoever renames, counts or
// checks them.
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

/// Calls visit for each operand, each value that a place is made of and each that a branch looks
/// at.
template <class AnyFunction, class Visitor>
void forEachValue(AnyFunction &function, Visitor visit) {
  for (auto &inst : function.insts)
    forEachOperand(inst, visit);
  for (auto &place : function.places) {
    if (place.kind == Place::Deref)
      visit(place.base);
    if (place.kind == Place::Element)
      visit(place.index);
  }
  for (auto &block : function.blocks) {
    visit(block.condition);
    for (auto &edge : block.next)
      visit(edge.value);
  }
}

} // namespace clangsql::summary
