#include "summary/text_print_function.h"

#include "summary/text_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace clangsql::summary::text {

std::string BodyPrinter::print(const Opaque &op) const {
  std::string how =
      op.op == Arithmetic::None ? "" : fmt::format(" {}", wordFor(Arithmetics, op.op));
  return "opaque" + how + (op.from.empty() ? "" : values(op.from));
}

std::string BodyPrinter::print(const Number &op) const {
  return fmt::format("number {}", op.value);
}
std::string BodyPrinter::print(const Load &op) const { return "load " + place(op.place); }
std::string BodyPrinter::print(const Address &op) const { return "address " + place(op.place); }
std::string BodyPrinter::print(const FunctionRef &op) const {
  return "ref " + parts.entity(op.entity);
}
std::string BodyPrinter::print(const Throw &op) const { return "throw " + parts.entity(op.type); }

std::string BodyPrinter::print(const Store &op) const {
  return fmt::format("store {} = {}", place(op.place), value(op.value));
}

std::string BodyPrinter::print(const Test &op) const {
  std::string text = fmt::format("test {} {}", wordFor(TestOps, op.op), value(op.left));
  return op.right == None ? text : text + " " + value(op.right);
}

std::string BodyPrinter::print(const Closure &op) const {
  std::vector<std::string> captures;
  for (const Capture &capture : op.captures)
    captures.push_back(fmt::format("{} {} {}", parts.entity(capture.field),
                                   capture.reference ? "&=" : "=", value(capture.value)));
  return fmt::format("closure {} [{}]", parts.entity(op.body), fmt::join(captures, ", "));
}

std::string BodyPrinter::callee(const Call &op) const {
  if (op.callee == None)
    return value(op.function);
  return parts.entity(op.callee) + (op.function == None ? "" : " via " + value(op.function));
}

std::string BodyPrinter::print(const Call &op) const {
  std::string text = "call";
  if (op.flags != impliedCallFlags(unit, op.callee))
    text += op.flags ? wordsFor(CallFlags, op.flags) : " plain";
  text += " " + callee(op) + values(op.args);
  if (op.receiver != None)
    text += " on " + value(op.receiver);
  else if (impliesReceiver(unit, op))
    text += " on none";
  return op.target == None ? text : text + " into " + place(op.target);
}

std::string BodyPrinter::print(const Literal &op) const {
  std::string text = "literal " + (op.bytes == None ? "none" : parts.string(op.bytes));
  text += literalMap(op);
  if (op.named != None)
    text += " named " + parts.entity(op.named);
  if (op.macro != None)
    text += " macro " + parts.string(op.macro);
  return text;
}

std::string BodyPrinter::literalMap(const Literal &op) const {
  Span where = function.insts[current].where;
  bool sameSpan = sameLocation(unit, where.spelling, where.expansion);
  auto isImplied = [&](const Segment &segment, const ImpliedSegment &implied) {
    Id expansion = sameSpan ? segment.at.spelling : where.expansion;
    return segment.first == implied.first && segment.at.spelling != None &&
           unit.locations[segment.at.spelling] == implied.at &&
           sameLocation(unit, segment.at.expansion, expansion);
  };
  std::vector<ImpliedSegment> implied = impliedMap(unit, op, where);
  if (std::equal(op.map.begin(), op.map.end(), implied.begin(), implied.end(), isImplied))
    return {};
  std::vector<std::string> segments;
  for (const Segment &segment : op.map)
    segments.push_back(std::to_string(segment.first) + parts.at(segment.at));
  return fmt::format(" map [{}]", fmt::join(segments, ", "));
}

} // namespace clangsql::summary::text
