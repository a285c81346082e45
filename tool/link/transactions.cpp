// The typestate of transactions: who begins, who ends, and what waits in between.
#include "link/analysis.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;
using models::Argument;

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
  if (key == NoPath || probing_)
    return;
  setStates(key, {site(std::move(made))});
}

void FunctionAnalysis::end(PathId key, const Where &at, Ending how) {
  if (key == NoPath || probing_)
    return;
  if (recording_)
    endings_[key] |= how;
  for (const Disjunct &d : now_.transactions)
    ended(statesOf(d, key), at);
  setStates(key, {Closed});
  if (how == RollsBack && at.known())
    endForHandlers(key);
}

/// A rollback that throws has ended the transaction all the same.
void FunctionAnalysis::endForHandlers(PathId key) {
  if (at_ == None || at_ >= f_.insts.size())
    return;
  Id handlers = scopeOfHandlers(at_);
  if (handlers == None)
    return;
  for (const Handler &handler : f_.scopes[handlers].handlers) {
    auto raised = raised_[handler.block].find(at_);
    if (raised == raised_[handler.block].end())
      continue;
    for (Disjunct &d : raised->second.transactions)
      d.keys[key] = {Closed};
    normalize(raised->second.transactions, c_.paths);
  }
}

/// Remembers the place where these ended.
void FunctionAnalysis::ended(const TxStates &states, const Where &at) {
  if (!recording_ || !at.known())
    return;
  for (int state : states)
    if (state >= 0 && std::ranges::find(ends_[state], at) == ends_[state].end())
      ends_[state].push_back(at);
}

/// The object is destroyed, and every transaction in it.
void FunctionAnalysis::endBelow(PathId object, const Where &at) {
  std::vector<PathId> keys;
  for (const Disjunct &d : now_.transactions)
    for (const auto &[key, states] : d.keys)
      if (object != NoPath && c_.paths.within(key, object))
        keys.push_back(key);
  // What a caller may have begun there is not listed.
  if (object != NoPath && c_.paths[object].input && isTransaction(classAt(object)))
    keys.push_back(object);
  for (PathId key : keys)
    end(key, at);
}

/// An object is destroyed: what is in it ends, and what its destructor ends.
void FunctionAnalysis::destroy(PathId object, EntityId destructor, const Where &at) {
  endBelow(object, at);
  uint32_t body = destructor == NoEntity ? ~uint32_t(0) : c_.world.entities[destructor].body;
  if (body == ~uint32_t(0) || object == NoPath)
    return;
  Call call;
  Binding b;
  b.call = &call;
  b.callee = destructor;
  b.receiver = object;
  b.where = at;
  applyDestructor(c_.effects[body], b);
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

/// Whether an object of this class can be a transaction, however it begins.
bool FunctionAnalysis::isTransaction(EntityId type) const {
  const models::Class *model = c_.world.classOf(type);
  return model && model->transaction != models::Class::NoTransaction &&
         model->transaction != models::Class::Nothing;
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

/// The number that an object is made of, as a duration is; else the value itself.
Value FunctionAnalysis::countOf(const Value &value) const {
  if (value.kind != Value::Address || classAt(value.path) == NoEntity)
    return value;
  TextRef text = strip(content(value.path));
  int64_t count = 0;
  bool known = text->kind == Text::Literal && llvm::to_integer(text->literal.bytes, count);
  return known ? Value::ofNumber(count) : Value();
}

/// What must be so for a condition to hold: facts of unknown values; nullopt if known ones rule it
/// out. What is not one fact in the end may hold.
std::optional<Facts> FunctionAnalysis::holds(const models::Condition &condition, const Binding &b) {
  bool all = true, unknown = false;
  Facts facts;
  for (const auto &[at, wanted, bits] : condition.values) {
    Value given = countOf(argument(at, b));
    Value same = equality(given, Value::ofNumber(wanted), false);
    if (bits)
      same = given.kind == Value::Number ? Value::ofNumber((given.number & wanted) != 0) : Value();
    if (same.kind == Value::Number)
      all &= same.number != 0;
    else if (same.kind == Value::Truth && same.condition->whenTrue.size() == 1)
      facts.push_back(same.condition->whenTrue[0]);
    else
      unknown = true;
  }
  if (condition.values.empty() || (condition.equal && all && facts.empty()))
    return Facts();
  if (condition.equal)
    return all ? std::optional(facts) : std::nullopt;
  if (all && facts.empty() && !unknown)
    return std::nullopt;
  if (all && facts.size() == 1 && !unknown)
    return Facts{{facts[0].first, !facts[0].second}};
  return Facts();
}

/// `begins`: those that begin, before what the call calls runs; else those that end, after it.
void FunctionAnalysis::transactionFacts(const models::Function &model, bool begins,
                                        const Binding &b) {
  using models::TransactionFact;
  for (const TransactionFact &fact : model.transactions) {
    PathId key = object(fact.on, b);
    std::optional<Facts> when = holds(fact.given, b);
    if (!when || (fact.kind == TransactionFact::Begin) != begins)
      continue;
    if (fact.when != models::Result::Any)
      when->push_back({resultSymbol(b), fact.when == models::Result::True});
    std::ranges::sort(*when);
    Site made{Transaction::CallPair, b.where, objectName(key), model.name, key};
    if (fact.kind == TransactionFact::Begin)
      onlyIf(*when, [&] { begin(key, made); });
    else
      onlyIf(*when, [&] {
        end(key, b.where, fact.kind == TransactionFact::Commit ? Commits : RollsBack);
      });
  }
}

/// Does this to transactions, on the condition that the facts are so.
void FunctionAnalysis::onlyIf(const Facts &when, llvm::function_ref<void()> change) {
  std::vector<Disjunct> otherwise = now_.transactions;
  assume(now_.transactions, when);
  change();
  if (when.empty())
    return;
  if (when.size() == 1)
    assume(otherwise, {{when[0].first, !when[0].second}});
  now_.transactions.insert(now_.transactions.end(), otherwise.begin(), otherwise.end());
  normalize(now_.transactions, c_.paths);
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
  made.event = at_;
  made.ordinal = ordinal_++;
  if (probing_) {
    if (isSent())
      sent_[{made.event, made.ordinal}].insert(probeDepth_ ? c_.texts.joined(made.text)
                                                           : made.text);
    return;
  }
  control(made);
  made.controlled |= made.text->hasIn && isDecided(made);
  sends_ = true;
  if (!recording_)
    return;
  if (made.controls) {
    if (made.text->hasIn && !hasOwnText(made.text, c_.paths) && effect_.sinks.size() < MaxSinks)
      effect_.sinks.push_back(std::move(made));
    return;
  }
  askedOrdinal_ = made.ordinal;
  made.text = withUnusedCopies(tried(made.text, made.dialect));
  if (!made.text->hasIn) {
    if (reporting_)
      c_.results.sinks.push_back(std::move(made));
  } else if (effect_.sinks.size() < MaxSinks)
    effect_.sinks.push_back(std::move(made));
}

/// Transactions that are handed in: a parameter of a class that is one, or a pointer to it.
void FunctionAnalysis::received(State &state) {
  const Entity &entity = *c_.world.entities[body_.entity].entity;
  const Unit &unit = *c_.world.entities[body_.entity].unit;
  for (uint32_t i = 0; i < entity.params.size(); ++i) {
    const Type &type = entity.params[i];
    const models::Class *model =
        type.record == None ? nullptr : c_.world.classOf(c_.world.idOf(unit, type.record));
    bool refers = type.reference || type.pointer, owns = model && model->pointer();
    if (type.record == None || !(refers || owns))
      continue;
    PathId key = c_.paths.root(Path::Param, i);
    for (bool deref : {refers, owns}) // a smart pointer by value owns what was handed in
      if (deref)
        key = c_.paths.child(key, Path::Deref);
    EntityId record = classAt(key);
    if (!isTransaction(record))
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

} // namespace clangsql::link
