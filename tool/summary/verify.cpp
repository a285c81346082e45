#include "summary/verify.h"

#include "summary/values.h"

#include <fmt/format.h>

namespace clangsql::summary {
namespace {

class Verifier {
public:
  explicit Verifier(const Unit &unit) : unit(unit) {}

  llvm::Error run() {
    for (const File &file : unit.files)
      string(file.path);
    for (const Location &location : unit.locations)
      in(location.file, unit.files.size(), "file");
    for (const Entity &e : unit.entities)
      check(e);
    for (const Line &line : unit.lines)
      in(line.file, unit.files.size(), "file"), string(line.text);
    for (const Suppression &suppression : unit.suppressions)
      in(suppression.file, unit.files.size(), "file"), string(suppression.checks);
    for (const Diagnostic &diagnostic : unit.errors)
      in(diagnostic.at, unit.locations.size(), "location");
    for (function = 0; function < unit.functions.size(); ++function)
      check(unit.functions[function]);
    if (wrong.empty())
      return llvm::Error::success();
    return llvm::createStringError("malformed summary: " + wrong);
  }

private:
  void report(std::string what) {
    if (!wrong.empty())
      return;
    wrong = std::move(what);
    if (function < unit.functions.size())
      wrong += fmt::format(" (function {})", function);
  }

  void in(Id id, size_t size, const char *what) {
    if (id != None && id >= size)
      report(fmt::format("no {} {}", what, id));
  }
  void string(Id id) { in(id, unit.strings.size(), "string"); }
  void entity(Id id) { in(id, unit.entities.size(), "entity"); }
  void check(Span span) {
    in(span.spelling, unit.locations.size(), "location");
    in(span.expansion, unit.locations.size(), "location");
  }

  void check(const Entity &e) {
    string(e.key), string(e.name), entity(e.parent), entity(e.type.record), check(e.where);
    for (Id base : e.bases)
      entity(base);
    for (Id overridden : e.overrides)
      entity(overridden);
    for (Id model : e.models)
      string(model);
    for (const Annotation &annotation : e.annotations)
      string(annotation.text);
    for (const Type &param : e.params)
      entity(param.record);
  }

  void check(const Function &f) {
    entity(f.entity), string(f.incomplete);
    in(f.exit, f.blocks.size(), "block");
    forEachValue(f, [&](Id value) { in(value, f.insts.size(), "inst"); });
    for (Id place = 0; place < f.places.size(); ++place)
      check(f.places[place], place);
    for (const Inst &inst : f.insts)
      check(f, inst);
    for (const Block &block : f.blocks)
      check(f, block);
    for (Id scope = 0; scope < f.scopes.size(); ++scope)
      check(f, f.scopes[scope], scope);
    for (const Destroy &destroy : f.destructors)
      in(destroy.place, f.places.size(), "place"), entity(destroy.destructor);
  }

  void check(const Place &place, Id self) {
    entity(place.type.record), string(place.name), check(place.where);
    bool isPart = place.kind == Place::Field || place.kind == Place::Element;
    if (isPart && place.base >= self)
      report(fmt::format("place {} before its part {}", place.base, self));
    if (place.kind == Place::Field || place.kind == Place::Global)
      entity(place.index);
    if (place.kind == Place::Global && place.index == None)
      report(fmt::format("entity of the global place {}", self));
  }

  void check(const Function &f, const Inst &inst) {
    check(inst.where);
    in(inst.scope, std::max<size_t>(f.scopes.size(), 1), "scope");
    std::visit([&](const auto &op) { checkOp(f, op); }, inst.op);
  }

  void checkPlace(const Function &f, Id place) { in(place, f.places.size(), "place"); }
  void checkOp(const Function &, const Opaque &) {}
  void checkOp(const Function &, const Number &) {}
  void checkOp(const Function &, const Test &) {}
  void checkOp(const Function &f, const Load &op) { checkPlace(f, op.place); }
  void checkOp(const Function &f, const Store &op) { checkPlace(f, op.place); }
  void checkOp(const Function &f, const Address &op) { checkPlace(f, op.place); }
  void checkOp(const Function &, const FunctionRef &op) { entity(op.entity); }
  void checkOp(const Function &, const Throw &op) { entity(op.type); }
  void checkOp(const Function &f, const Call &op) { entity(op.callee), checkPlace(f, op.target); }
  void checkOp(const Function &, const Closure &op) {
    entity(op.body);
    for (const Capture &capture : op.captures)
      entity(capture.field);
  }
  void checkOp(const Function &, const Literal &op) {
    string(op.bytes), entity(op.named), string(op.macro);
    for (const Segment &segment : op.map)
      check(segment.at);
  }

  void check(const Function &f, const Block &block) {
    if (block.count > 0 && uint64_t(block.first) + block.count > f.insts.size())
      report(fmt::format("a block of {} insts at {}", block.count, block.first));
    for (const Edge &edge : block.next)
      in(edge.to, f.blocks.size(), "block");
  }

  void check(const Function &f, const Scope &scope, Id self) {
    in(scope.parent, self, "scope before its child:");
    for (Id object : scope.objects)
      checkPlace(f, object);
    for (const Handler &handler : scope.handlers)
      in(handler.block, f.blocks.size(), "block"), entity(handler.type);
  }

  const Unit &unit;
  size_t function = ~size_t(0);
  std::string wrong;
};

} // namespace

llvm::Error verify(const Unit &unit) { return Verifier(unit).run(); }

} // namespace clangsql::summary
