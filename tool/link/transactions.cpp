// The typestate of transactions: who begins, who ends, and what waits in between.
#include "link/analysis.h"

#include <fmt/format.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;

TxStates FunctionAnalysis::statesOf(const Disjunct &d, PathId key) const {
  auto it = d.keys.find(key);
  return it == d.keys.end() ? defaultStates(key, c_.paths) : it->second;
}

void FunctionAnalysis::setStates(PathId key, const TxStates &states) {
  for (Disjunct &d : now_.transactions)
    d.keys[key] = states;
  normalize(now_.transactions, c_.paths);
}

int FunctionAnalysis::site(Site made) {
  auto same = [&](const Site &s) {
    return s.begin == made.begin && s.key == made.key && s.kind == made.kind;
  };
  auto it = std::ranges::find_if(sites_, same);
  if (it != sites_.end())
    return static_cast<int>(it - sites_.begin());
  sites_.push_back(std::move(made));
  return static_cast<int>(sites_.size()) - 1;
}

void FunctionAnalysis::begin(PathId key, Site made) {
  if (key == NoPath)
    return;
  setStates(key, {site(std::move(made))});
}

void FunctionAnalysis::end(PathId key, const Where &at) {
  if (key == NoPath)
    return;
  if (recording_ && at.known())
    for (const Disjunct &d : now_.transactions)
      for (int state : statesOf(d, key))
        if (state >= 0 && std::ranges::find(ends_[state], at) == ends_[state].end())
          ends_[state].push_back(at);
  setStates(key, {Closed});
}

/// The object is destroyed, and every transaction in it.
void FunctionAnalysis::endBelow(PathId object, const Where &at) {
  std::vector<PathId> keys;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      if (object != NoPath && c_.paths.within(key, object))
        keys.push_back(key);
  for (PathId key : keys)
    end(key, at);
}

void FunctionAnalysis::moveKeys(PathId from, PathId to) {
  if (from == NoPath || to == NoPath || from == to)
    return;
  for (Disjunct &d : now_.transactions) {
    std::map<PathId, TxStates> moved;
    for (const auto &[key, states] : d.keys)
      if (c_.paths.within(key, from))
        moved[key] = states;
    for (const auto &[key, states] : moved) {
      d.keys[c_.paths.rebase(key, from, to)] = states;
      d.keys[key] = {Closed};
    }
  }
  normalize(now_.transactions, c_.paths);
}

std::string FunctionAnalysis::objectName(PathId path) const {
  if (path == NoPath)
    return "";
  const Path &at = c_.paths[path];
  if (at.step == Path::Field || at.step == Path::Global || at.step == Path::Shared)
    return shortName(c_.world.entities[at.index].name());
  if (at.step == Path::Deref || at.step == Path::Element)
    return objectName(at.parent);
  if (at.step == Path::Local || at.step == Path::Param)
    for (const Place &place : f_.places)
      if (place.kind == (at.step == Path::Local ? Place::Local : Place::Param) &&
          place.index == at.index && place.name != None)
        return string(place.name);
  return "";
}

/// Whether an object of this class is a transaction while it lives.
bool FunctionAnalysis::isScope(EntityId type) const {
  const models::Class *model = c_.world.classOf(type);
  return model && (model->transaction == models::Class::Scope ||
                   model->transaction == models::Class::Savepoint);
}

void FunctionAnalysis::beginScope(PathId object, EntityId type, const Where &at) {
  begin(object, {Transaction::ScopeObject, at, objectName(object),
                 std::string(c_.world.entities[type].name()), object});
}

/// Constructors and destructors of classes that are transactions themselves.
void FunctionAnalysis::classTransaction(const Binding &b) {
  EntityId type = c_.world.entities[b.callee].parent;
  if (!isScope(type))
    return;
  const Global &callee = c_.world.entities[b.callee];
  if (b.call->flags & DestructorCall)
    return end(b.receiver, b.call->flags & ImplicitCall ? Where() : b.where);
  bool constructs = b.call->flags & ConstructorCall && !callee.has(CopyOrMove);
  if (constructs && b.receiver != NoPath && c_.paths[b.receiver].step != Path::This)
    beginScope(b.receiver, type, b.where);
}

/// Whether a fact that holds for one value of an argument holds here; unknown values may be that
/// one.
bool FunctionAnalysis::holds(const std::optional<models::Condition> &condition,
                             const Binding &b) const {
  if (!condition)
    return true;
  Value value = argument(condition->argument, b);
  return value.kind != Value::Number || (value.number == condition->value) == condition->equal;
}

/// The call's own result, if a fact depends on it: what follows is then known under that condition.
std::optional<Value> FunctionAnalysis::transactionFacts(const models::Function &model,
                                                        const Binding &b) {
  using models::TransactionFact;
  std::optional<Value> result;
  for (const TransactionFact &fact : model.transactions) {
    PathId key = object(fact.on, b);
    if (!holds(fact.given, b))
      continue;
    std::vector<Disjunct> otherwise = now_.transactions;
    if (fact.kind == TransactionFact::Begin)
      begin(key, {Transaction::CallPair, b.where, objectName(key), model.name, key});
    else
      end(key, b.where);
    if (fact.when == models::Result::Any)
      continue;
    result = symbol(b.inst);
    auto assume = [&](std::vector<Disjunct> &all, bool truth) {
      for (Disjunct &d : all)
        d.conditions.push_back({result->path, truth}), std::ranges::sort(d.conditions);
    };
    assume(now_.transactions, fact.when == models::Result::True);
    assume(otherwise, fact.when != models::Result::True);
    now_.transactions.insert(now_.transactions.end(), otherwise.begin(), otherwise.end());
    normalize(now_.transactions, c_.paths);
  }
  return result;
}

/// An object that a call makes: of a class that is a transaction, it begins; a text is its
/// argument.
bool FunctionAnalysis::construct(const models::ObjectFact &fact, PathId path, const Binding &b) {
  if (path == NoPath)
    return false;
  EntityId type = classAt(path);
  if (isScope(type))
    beginScope(path, type, b.where);
  const models::Class *model = c_.world.classOf(type);
  if (!model && type != NoEntity && fact.with && fact.with->list.empty() && fact.with->rest)
    return constructObject(type, path, *fact.with->rest, b);
  if (!model || !model->text || !fact.with)
    return false;
  std::vector<TextRef> parts = argumentTexts(*fact.with, false, b);
  Value ignored;
  if (parts.size() == 1)
    write(fact.object, parts[0], b, ignored);
  return parts.size() == 1;
}

/// What the call does to an object that it owns: what is destroyed or made anew ends its
/// transactions. A pointer that it returns points to what it made, if that is known.
void FunctionAnalysis::objectFacts(const models::Function &model, const Binding &b, Value &result) {
  for (const models::ObjectFact &fact : model.objects) {
    PathId path = object(fact.object, b);
    if (fact.kind == models::ObjectFact::Construct) {
      bool returned =
          fact.object == models::Argument{models::Argument::Return, models::Argument::Pointee};
      if (construct(fact, path, b) && returned && result.kind == Value::Unknown) {
        now_.store[b.target] = Value::ofAddress(path);
        result = Value::ofAddress(b.target);
      }
    } else if (fact.kind == models::ObjectFact::Move && fact.from) {
      PathId from = object(*fact.from, b);
      moveKeys(from, path);
    } else {
      endBelow(path, b.where);
    }
  }
}

/// Text that begins or ends a transaction on its connection.
void FunctionAnalysis::control(const Sink &sink) {
  if (sink.connection == NoPath || !sink.text->constant() || sink.kind != Statement::Execute)
    return;
  switch (controlKind(c_, sink)) {
  case sql::StatementKind::Begin:
    return begin(sink.connection, {Transaction::Text, sink.call, objectName(sink.connection),
                                   "BEGIN", sink.connection});
  case sql::StatementKind::Commit:
  case sql::StatementKind::Rollback:
  case sql::StatementKind::PrepareTransaction: return end(sink.connection, sink.call);
  default: return;
  }
}

/// Whether nothing reads a local; what fills an array is handed it once.
bool FunctionAnalysis::isUnused(const Place &local) const {
  auto isLocal = [&](Id place) {
    while (place != None &&
           (f_.places[place].kind == Place::Field || f_.places[place].kind == Place::Element))
      place = f_.places[place].base;
    return place != None && f_.places[place].kind == Place::Local &&
           f_.places[place].index == local.index;
  };
  std::vector<Id> uses;
  for (Id i = 0; i < f_.insts.size(); ++i) {
    const Op &op = f_.insts[i].op;
    auto *load = std::get_if<Load>(&op);
    auto *address = std::get_if<Address>(&op);
    auto *call = std::get_if<Call>(&op);
    if (isLocal(load ? load->place : address ? address->place : None))
      uses.push_back(i);
    if (call && call->flags & (DestructorCall | ConstructorCall))
      std::erase(uses, call->receiver);
  }
  return uses.size() <= (local.type.cls == TypeClass::Text ? 1 : 0);
}

/// Marks what is sent as it is, though the function has an escaped copy that it does not use.
TextRef FunctionAnalysis::withUnusedCopies(TextRef text) const {
  if (text->constant())
    return text;
  for (const Place &place : f_.places) {
    bool named = place.kind == Place::Local && place.name != None;
    auto held = named ? now_.store.find(c_.paths.root(Path::Local, place.index)) : now_.store.end();
    if (held == now_.store.end() || held->second.kind != Value::Text)
      continue;
    TextRef copy = strip(held->second.text);
    if (copy->kind != Text::Escaped || copy->constant() || !isUnused(place))
      continue;
    TextRef raw = strip(copy->children[0]);
    std::string name = string(place.name);
    std::string what = fmt::format("'{}', its escaped copy, is not used", name);
    Where at = c_.world.where(body_.unitIndex, place.where);
    text = c_.texts.replace(text, raw,
                            c_.texts.step({StepInfo::Copied, at, what, name, body_.entity}, raw));
  }
  return text;
}

void FunctionAnalysis::sink(Sink made) {
  control(made);
  made.event = at_;
  made.ordinal = ordinal_++;
  if (probing_ && at_ == goal_)
    goalTexts_.push_back(made.text);
  if (probing_)
    sent_[{made.event, made.ordinal}].insert(c_.texts.joined(made.text));
  sends_ = true;
  if (!recording_)
    return;
  made.text = withUnusedCopies(tried(made.text, made.dialect));
  if (!made.text->hasIn) {
    if (reporting_)
      c_.results.sinks.push_back(std::move(made));
  } else if (effect_.sinks.size() < MaxSinks)
    effect_.sinks.push_back(std::move(made));
}

std::vector<PathId> FunctionAnalysis::endedKeys() const {
  std::vector<PathId> keys, ended;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      if (c_.paths[key].input)
        keys.push_back(key);
  for (PathId key : keys) {
    auto untouched = [&](const Disjunct &d) {
      TxStates states = statesOf(d, key);
      return std::ranges::find(states, int(Entry)) != states.end();
    };
    if (std::ranges::none_of(now_.transactions, untouched) &&
        std::ranges::find(ended, key) == ended.end())
      ended.push_back(key);
  }
  std::ranges::sort(ended);
  return ended;
}

/// Something waits here: a wait of every transaction that may be open, and of the caller's.
void FunctionAnalysis::wait(WaitEffect below, const Where &at) {
  if (!recording_)
    return;
  std::set<int> open;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      if (std::ranges::find(below.ended, key) == below.ended.end())
        for (int state : states)
          if (state >= 0)
            open.insert(state);
  for (int state : open) {
    Transaction &tx = found_[state];
    auto same = [&](const Wait &w) { return w.call == at; };
    if (std::ranges::none_of(tx.waits, same))
      tx.waits.push_back(
          {at, below.callee, below.waitsIn, below.category, below.what, below.path, {}});
  }
  std::string what = below.path.empty() ? fmt::format("'{}' waits here", below.waitsIn)
                                        : fmt::format("calls '{}'", below.callee);
  below.path.insert(below.path.begin(), {at, what});
  for (PathId key : endedKeys())
    below.ended.push_back(key);
  std::ranges::sort(below.ended);
  below.ended.erase(std::ranges::unique(below.ended).begin(), below.ended.end());
  auto known = [&](const WaitEffect &w) { return !(w < below) && !(below < w); };
  if (effect_.waits.size() < MaxWaits && std::ranges::none_of(effect_.waits, known) &&
      below.path.size() < 24)
    effect_.waits.push_back(std::move(below));
}

/// Transactions that are handed in: a parameter of a class that is one.
void FunctionAnalysis::received(State &state) {
  const Entity &entity = *c_.world.entities[body_.entity].entity;
  const Unit &unit = *c_.world.entities[body_.entity].unit;
  for (uint32_t i = 0; i < entity.params.size(); ++i) {
    const Type &type = entity.params[i];
    if (type.record == None || !(type.reference || type.pointer))
      continue;
    PathId key = c_.paths.child(c_.paths.root(Path::Param, i), Path::Deref);
    const models::Class *model = c_.world.classOf(c_.world.idOf(unit, type.record));
    if (model && model->owner == models::Class::Pointer)
      key = c_.paths.child(key, Path::Deref); // what a smart pointer points to
    EntityId record = classAt(key);
    model = c_.world.classOf(record);
    if (!model || model->transaction != models::Class::Scope)
      continue;
    Where where;
    for (const Place &place : f_.places)
      if (place.kind == Place::Param && place.index == i)
        where = c_.world.where(body_.unitIndex, place.where);
    int received = site({Transaction::Received, where, parameterName(body_.entity, i),
                         std::string(c_.world.entities[record].name()), key, i});
    state.transactions[0].keys[key] = {Entry, received};
  }
}

/// What the caller sees of the transactions, and what the Program reports of them.
void FunctionAnalysis::finishTransactions(Effect &made) {
  std::map<PathId, TxStates> keys;
  if (made.mayReturn)
    for (const Disjunct &d : now_.transactions)
      for (const auto &[key, states] : d.keys)
        keys[key];
  for (auto &[key, states] : keys) {
    for (const Disjunct &d : now_.transactions)
      states = unite(states, statesOf(d, key));
    TxEffect effect{key, {}, Transaction::Text, ""};
    for (int state : states) {
      bool received =
          state >= 0 && sites_[static_cast<size_t>(state)].kind == Transaction::Received;
      effect.states = unite(effect.states, {state >= 0 ? (received ? int(Entry) : 0) : state});
      if (state < 0 || received)
        continue;
      effect.kind = sites_[static_cast<size_t>(state)].kind;
      effect.type = sites_[static_cast<size_t>(state)].type;
      if (recording_)
        found_[state].openAtEnd = true;
    }
    if (c_.paths[key].input && effect.states != TxStates{Entry})
      made.transactions.push_back(std::move(effect));
  }
  if (!reporting_)
    return;
  for (size_t i = 0; i < sites_.size(); ++i) {
    const Site &s = sites_[i];
    Transaction tx = found_[static_cast<int>(i)];
    tx.kind = s.kind;
    tx.begin = s.begin;
    tx.object = s.object;
    tx.type = s.type;
    tx.function = functionName();
    for (Wait &wait : tx.waits)
      wait.ends = ends_[static_cast<int>(i)];
    c_.results.found.push_back({body_.entity, s.kind == Transaction::Received, std::move(tx)});
  }
}

} // namespace clangsql::link
