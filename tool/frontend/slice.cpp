#include "frontend/slice.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>

namespace clangsql::frontend {

using namespace summary;

bool Slicer::matters(Id id) {
  if (id == None)
    return true;
  if (known.size() < unit.entities.size())
    known.resize(unit.entities.size());
  if (!known[id]) {
    known[id] = -1; // for classes that name themselves
    known[id] = decide(id) ? 1 : -1;
  }
  return known[id] > 0;
}

bool Slicer::decide(Id id) {
  const Entity &entity = unit.entities[id];
  auto isModelled = [&](Id name) { return !modelled || modelled(unit.strings[name]); };
  if (!(entity.flags & SystemHeader) || llvm::any_of(entity.models, isModelled))
    return true;
  if (entity.kind == EntityKind::Class)
    return id < arguments.size() &&
           llvm::any_of(arguments[id], [&](Id argument) { return matters(argument); });
  // A destructor that a model knows by its class; the container of what matters.
  Id of = entity.parent;
  bool container = of != None && of < arguments.size() && !arguments[of].empty();
  return of != None && (container || entity.kind == EntityKind::Destructor) && matters(of);
}

namespace {

/// Calls `use` with every inst that `op` takes, `read` and `write` with the places.
template <class Use, class Read, class Write>
void visit(const Op &op, Use use, Read read, Write write) {
  if (auto *opaque = std::get_if<Opaque>(&op)) {
    llvm::for_each(opaque->from, use);
  } else if (auto *load = std::get_if<Load>(&op)) {
    read(load->place);
  } else if (auto *store = std::get_if<Store>(&op)) {
    use(store->value);
    write(store->place);
  } else if (auto *address = std::get_if<Address>(&op)) {
    read(address->place);
  } else if (auto *closure = std::get_if<Closure>(&op)) {
    for (const Capture &capture : closure->captures)
      use(capture.value);
  } else if (auto *call = std::get_if<Call>(&op)) {
    use(call->function);
    use(call->receiver);
    llvm::for_each(call->args, use);
    write(call->target);
  } else if (auto *test = std::get_if<Test>(&op)) {
    use(test->left);
    use(test->right);
  }
}

/// Blocks while they are cut and joined: lists of insts.
struct Piece {
  std::vector<Id> insts;
  Id condition = None;
  std::vector<Edge> next;
  bool gone = false;
};

class FunctionSlicer {
public:
  FunctionSlicer(Function &function, Slicer &slicer, const Unit &unit)
      : function(function), slicer(slicer), unit(unit) {}

  void run() {
    for (const Block &block : function.blocks) {
      Piece &piece = pieces.emplace_back();
      for (Id i = block.first; i < block.first + block.count; ++i)
        piece.insts.push_back(i);
      piece.condition = block.condition;
      piece.next = block.next;
    }
    for (int round = 0; round < 4; ++round) {
      size_t before =
          live.size() ? std::count(live.begin(), live.end(), true) : function.insts.size() + 1;
      markLive();
      for (Piece &piece : pieces)
        llvm::erase_if(piece.insts, [&](Id id) { return !live[id]; });
      joinBlocks();
      if (size_t(std::count(live.begin(), live.end(), true)) == before)
        break;
    }
    rebuild();
  }

private:
  /// The place whose object `place` is part of.
  Id root(Id place) const {
    while (place != None && (function.places[place].kind == Place::Field ||
                             function.places[place].kind == Place::Element))
      place = function.places[place].base;
    return place;
  }

  /// Nobody outside the function can see what is written there.
  bool isLocal(Id place) const {
    if (place == None)
      return false;
    const Place &object = function.places[place];
    return object.kind == Place::Local || (object.kind == Place::Param && !object.type.reference);
  }

  void need(Id inst) {
    if (inst != None && !live[inst]) {
      live[inst] = true;
      work.push_back(inst);
    }
  }

  void needChain(Id place) {
    for (; place != None; place = function.places[place].base) {
      const Place &at = function.places[place];
      if (at.kind == Place::Element)
        need(at.index);
      if (at.kind == Place::Deref)
        return need(at.base);
      if (at.kind != Place::Field && at.kind != Place::Element)
        return;
    }
  }

  void needContent(Id place) {
    needChain(place);
    Id object = root(place);
    if (object == None || readPlaces[object])
      return;
    readPlaces[object] = true;
    for (Id writer : writers[object])
      need(writer);
  }

  void markLive() {
    live.assign(function.insts.size(), false);
    readPlaces.assign(function.places.size(), false);
    writers.assign(function.places.size(), {});
    for (const Piece &piece : pieces) {
      if (piece.gone)
        continue;
      for (Id id : piece.insts)
        seed(id);
      need(piece.condition);
      for (const Edge &edge : piece.next)
        need(edge.value);
    }
    while (!work.empty()) {
      Id id = work.back();
      work.pop_back();
      visit(
          function.insts[id].op, [&](Id used) { need(used); },
          [&](Id place) { needContent(place); }, [&](Id place) { needChain(place); });
    }
  }

  /// Marks an inst that matters by itself, or files it under the local it writes.
  void seed(Id id) {
    const Op &op = function.insts[id].op;
    if (std::holds_alternative<Throw>(op))
      need(id);
    else if (auto *store = std::get_if<Store>(&op))
      seedWrite(id, store->place);
    else if (auto *call = std::get_if<Call>(&op))
      seedCall(id, *call);
  }

  void seedWrite(Id id, Id place) {
    Id object = root(place);
    if (!isLocal(object) || readPlaces[object])
      need(id);
    else
      writers[object].push_back(id);
  }

  void seedCall(Id id, const Call &call) {
    const Entity *callee = call.callee == None ? nullptr : &unit.entities[call.callee];
    bool copies = callee && (callee->flags & Defaulted) && (callee->flags & CopyOrMove) &&
                  callee->kind == EntityKind::Constructor;
    if (!copies && slicer.matters(call.callee))
      return need(id);
    if (call.target != None)
      seedWrite(id, call.target);
    if (callee->kind == EntityKind::Destructor)
      return; // of something that no model knows
    if (!(callee->flags & ConstMember) && call.receiver != None &&
        callee->kind != EntityKind::Constructor)
      seedArgument(id, call.receiver);
    for (size_t i = 0; i < call.args.size(); ++i) {
      if (mayCall(call.args[i], i < callee->params.size() ? callee->params[i] : Type()))
        return need(id);
      if (i >= callee->params.size() || mayWriteThrough(callee->params[i]))
        seedArgument(id, call.args[i]);
    }
  }

  /// A callable, or an object of the project's: what the library does with it can come back to the
  /// project.
  bool mayCall(Id argument, const Type &type) const {
    const Op &op = function.insts[argument].op;
    bool ours = type.record != None && !(unit.entities[type.record].flags & SystemHeader);
    return ours || type.cls == TypeClass::Function || std::holds_alternative<FunctionRef>(op);
  }

  static bool mayWriteThrough(const Type &type) {
    return (type.reference || type.pointer) && !type.constant;
  }

  /// An unknown system function is handed an address: it may write text or a record there.
  void seedArgument(Id call, Id argument) {
    const Inst &inst = function.insts[argument];
    if (inst.cls != TypeClass::Text && inst.cls != TypeClass::Record &&
        inst.cls != TypeClass::Pointer)
      return;
    if (std::holds_alternative<Literal>(inst.op) || std::holds_alternative<Number>(inst.op))
      return;
    if (auto *address = std::get_if<Address>(&inst.op))
      return seedWrite(call, address->place);
    if (inst.cls != TypeClass::Pointer)
      need(call);
  }

  void joinBlocks();
  void dropPointlessBranches(std::vector<Id> &forward);
  void mergeChains();
  void rebuild();
  void renumberScopes(const std::vector<Id> &placeIds);

  Function &function;
  Slicer &slicer;
  const Unit &unit;
  std::vector<Piece> pieces;
  std::vector<bool> live, readPlaces;
  std::vector<std::vector<Id>> writers; // by root place
  std::vector<Id> work;
};

/// Where control goes from an empty block.
Id throughEmpty(const std::vector<Piece> &pieces, Id from, Id exit) {
  Id at = from;
  for (size_t steps = 0; steps < pieces.size(); ++steps) {
    const Piece &piece = pieces[at];
    if (at == exit || !piece.insts.empty() || piece.next.size() != 1 || piece.next[0].to == at)
      return at;
    at = piece.next[0].to;
  }
  return from; // an empty loop
}

void FunctionSlicer::joinBlocks() {
  std::vector<Id> forward(pieces.size());
  for (Id i = 0; i < pieces.size(); ++i)
    forward[i] = throughEmpty(pieces, i, function.exit);
  dropPointlessBranches(forward);
  for (Scope &scope : function.scopes)
    for (Handler &handler : scope.handlers)
      handler.block = forward[handler.block];
  mergeChains();
}

/// A branch both ways of which lead to one block is none.
void FunctionSlicer::dropPointlessBranches(std::vector<Id> &forward) {
  for (Piece &piece : pieces) {
    for (Edge &edge : piece.next)
      edge.to = forward[edge.to];
    bool same =
        llvm::all_of(piece.next, [&](const Edge &edge) { return edge.to == piece.next[0].to; });
    if (!piece.next.empty() && same) {
      piece.next = {{piece.next[0].to, When::Always, None}};
      piece.condition = None;
    }
  }
}

void FunctionSlicer::mergeChains() {
  std::vector<unsigned> entries(pieces.size());
  entries[0] = 1;
  std::vector<Id> reach{0};
  std::vector<bool> seen(pieces.size());
  seen[0] = true;
  auto enter = [&](Id to) {
    ++entries[to];
    if (!seen[to]) {
      seen[to] = true;
      reach.push_back(to);
    }
  };
  for (const Scope &scope : function.scopes)
    for (const Handler &handler : scope.handlers)
      enter(handler.block), ++entries[handler.block];
  for (size_t i = 0; i < reach.size(); ++i)
    for (const Edge &edge : pieces[reach[i]].next)
      enter(edge.to);
  for (Id i = 0; i < pieces.size(); ++i)
    if (!seen[i]) {
      pieces[i].gone = true;
      if (i == function.exit)
        function.exit = None;
    }
  for (Id i = 0; i < pieces.size(); ++i) {
    while (!pieces[i].gone && pieces[i].next.size() == 1) {
      Id next = pieces[i].next[0].to;
      if (next == i || entries[next] != 1 || pieces[next].gone)
        break;
      llvm::append_range(pieces[i].insts, pieces[next].insts);
      pieces[i].condition = pieces[next].condition;
      pieces[i].next = std::move(pieces[next].next);
      pieces[next].gone = true;
      if (function.exit == next)
        function.exit = i;
    }
  }
}

template <class Map> void remap(Id &id, const Map &map) {
  if (id != None)
    id = map[id];
}

template <class Map> void remapInsts(Op &op, const Map &map) {
  if (auto *opaque = std::get_if<Opaque>(&op)) {
    for (Id &id : opaque->from)
      remap(id, map);
  } else if (auto *store = std::get_if<Store>(&op)) {
    remap(store->value, map);
  } else if (auto *closure = std::get_if<Closure>(&op)) {
    for (Capture &capture : closure->captures)
      remap(capture.value, map);
  } else if (auto *call = std::get_if<Call>(&op)) {
    remap(call->function, map);
    remap(call->receiver, map);
    for (Id &id : call->args)
      remap(id, map);
  } else if (auto *test = std::get_if<Test>(&op)) {
    remap(test->left, map);
    remap(test->right, map);
  }
}

template <class Map> void remapPlaces(Op &op, const Map &map) {
  if (auto *load = std::get_if<Load>(&op))
    remap(load->place, map);
  else if (auto *store = std::get_if<Store>(&op))
    remap(store->place, map);
  else if (auto *address = std::get_if<Address>(&op))
    remap(address->place, map);
  else if (auto *call = std::get_if<Call>(&op))
    remap(call->target, map);
}

void FunctionSlicer::rebuild() {
  std::vector<Id> instIds(function.insts.size(), None), blockIds(pieces.size(), None),
      placeIds(function.places.size(), None);
  std::vector<Inst> insts;
  std::vector<Block> blocks;
  for (Id i = 0; i < pieces.size(); ++i) {
    if (pieces[i].gone)
      continue;
    blockIds[i] = blocks.size();
    blocks.push_back(
        {Id(insts.size()), Id(pieces[i].insts.size()), pieces[i].condition, pieces[i].next});
    for (Id id : pieces[i].insts) {
      instIds[id] = insts.size();
      insts.push_back(std::move(function.insts[id]));
    }
  }
  std::vector<Place> places;
  std::function<Id(Id)> keepPlace = [&](Id id) -> Id {
    if (id == None || placeIds[id] != None)
      return id == None ? None : placeIds[id];
    Place place = function.places[id];
    if (place.kind == Place::Field || place.kind == Place::Element)
      place.base = keepPlace(place.base);
    if (place.kind == Place::Deref)
      remap(place.base, instIds);
    if (place.kind == Place::Element)
      remap(place.index, instIds);
    places.push_back(place);
    return placeIds[id] = places.size() - 1;
  };
  for (Inst &inst : insts) {
    remapInsts(inst.op, instIds);
    visit(inst.op, [](Id) {}, [&](Id id) { keepPlace(id); }, [&](Id id) { keepPlace(id); });
    remapPlaces(inst.op, placeIds);
  }
  for (Block &block : blocks) {
    remap(block.condition, instIds);
    for (Edge &edge : block.next) {
      remap(edge.to, blockIds);
      remap(edge.value, instIds);
    }
  }
  for (Scope &scope : function.scopes)
    for (Handler &handler : scope.handlers)
      remap(handler.block, blockIds);
  remap(function.exit, blockIds);
  function.insts = std::move(insts);
  function.blocks = std::move(blocks);
  function.places = std::move(places);
  renumberScopes(placeIds);
}

/// Keeps the scopes that destroy or catch something.
void FunctionSlicer::renumberScopes(const std::vector<Id> &placeIds) {
  std::vector<Destroy> destructors;
  for (Destroy &destroy : function.destructors)
    if (placeIds[destroy.place] != None && slicer.matters(destroy.destructor))
      destructors.push_back({placeIds[destroy.place], destroy.destructor});
  function.destructors = std::move(destructors);
  std::vector<bool> destroyed(function.places.size());
  for (const Destroy &destroy : function.destructors)
    destroyed[destroy.place] = true;
  std::vector<Id> scopeIds(function.scopes.size());
  std::vector<Scope> scopes;
  for (size_t i = 0; i < function.scopes.size(); ++i) {
    Scope &scope = function.scopes[i];
    std::vector<Id> objects;
    for (Id object : scope.objects)
      if (placeIds[object] != None && destroyed[placeIds[object]])
        objects.push_back(placeIds[object]);
    scope.objects = std::move(objects);
    if (i && scope.objects.empty() && scope.handlers.empty()) {
      scopeIds[i] = scopeIds[scope.parent];
      continue;
    }
    scopeIds[i] = scopes.size();
    if (i)
      scope.parent = scopeIds[scope.parent];
    scopes.push_back(std::move(scope));
  }
  function.scopes = std::move(scopes);
  for (Inst &inst : function.insts)
    inst.scope = scopeIds[inst.scope];
}

} // namespace

void Slicer::slice(Function &function) {
  if (!function.blocks.empty())
    FunctionSlicer(function, *this, unit).run();
}

} // namespace clangsql::frontend
