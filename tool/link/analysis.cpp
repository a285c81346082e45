// The fixpoint: blocks in reverse postorder until nothing changes, loops widened at their heads.
#include "link/analysis.h"

#include <algorithm>

namespace clangsql::link {

using namespace summary;

namespace {
constexpr uint32_t MaxVisits = 14; // of one block, before its texts are given up
} // namespace

FunctionAnalysis::FunctionAnalysis(Context &context, const Body &body)
    : c_(context), body_(body), f_(*body.function), flow_(context.flowOf(body)) {
  size_t blocks = f_.blocks.size();
  values_.resize(f_.insts.size());
  in_.resize(blocks);
  out_.resize(blocks);
  conditions_.resize(blocks);
  visits_.resize(blocks);
  stale_.assign(blocks, true);
}

State FunctionAnalysis::entryState() {
  State state;
  state.reachable = true;
  state.transactions.emplace_back();
  for (const Callable &given : given_)
    state.store[given.path] = Value::ofFunction(given.function, given.path, given.kept);
  received(state);
  return state;
}

/// Whether a switch on this number goes that way.
bool FunctionAnalysis::taken(const Block &block, const Edge &edge, int64_t number) const {
  auto fits = [&](const Edge &e) {
    return e.when == When::Case && e.value != None && values_[e.value].kind == Value::Number &&
           values_[e.value].number == number;
  };
  return edge.when == When::Case ? fits(edge) : std::ranges::none_of(block.next, fits);
}

/// What is so of the number that a switch goes that way with.
Facts FunctionAnalysis::chosen(const Block &block, const Edge &edge, const Value &number) {
  Facts facts;
  auto learn = [&](const Edge &e, bool is) {
    Value same = e.value == None ? Value() : equality(number, values_[e.value], !is);
    if (same.kind == Value::Truth)
      facts.insert(facts.end(), same.condition->whenTrue.begin(), same.condition->whenTrue.end());
  };
  if (edge.when == When::Case)
    learn(edge, true);
  else
    for (const Edge &other : block.next)
      if (other.when == When::Case)
        learn(other, false);
  return facts;
}

/// What is so behind an edge, of what was so at the end of its block; false: it is not taken.
bool FunctionAnalysis::edgeState(uint32_t from, const Edge &edge, State &out) {
  Value condition = presence(conditions_[from]);
  if (out.reachable && (edge.when == When::Case || edge.when == When::Default)) {
    assume(out.transactions, chosen(f_.blocks[from], edge, condition));
    return condition.kind == Value::Number ? taken(f_.blocks[from], edge, condition.number)
                                           : !out.transactions.empty();
  }
  if (!out.reachable || (edge.when != When::True && edge.when != When::False))
    return out.reachable;
  bool holds = edge.when == When::True;
  if (condition.kind == Value::Number)
    return (condition.number != 0) == holds;
  if (condition.kind == Value::Symbol)
    condition = Value::ofFact({condition.path, true});
  if (condition.kind != Value::Truth)
    return true;
  if (condition.condition
          ->compared) // as a condition, a compare-style result holds when the texts differ
    holds = !holds;
  std::swap(now_, out);
  refine(condition, holds);
  std::swap(now_, out);
  return out.reachable;
}

State FunctionAnalysis::enter(uint32_t block) {
  std::vector<State> states;
  std::vector<std::pair<uint32_t, const State *>> ways;
  states.reserve(flow_.predecessors[block].size() + 1);
  if (block == 0)
    states.push_back(entryState()), ways.push_back({Flow::Unranked, nullptr});
  for (uint32_t i = 0; i < flow_.predecessors[block].size(); ++i) {
    auto [from, edge] = flow_.predecessors[block][i];
    State state = out_[from];
    if (flow_.rank[from] != Flow::Unranked && edgeState(from, f_.blocks[from].next[edge], state))
      states.push_back(std::move(state)), ways.push_back({i, nullptr});
  }
  for (size_t i = 0; i < states.size(); ++i)
    ways[i].second = &states[i];
  if (auto raised = raised_.find(block); raised != raised_.end())
    for (const auto &[inst, state] : raised->second)
      ways.push_back({(1u << 20) + inst, &state});
  return joinPredecessors(block, ways);
}

void FunctionAnalysis::transfer(uint32_t block) {
  const Block &b = f_.blocks[block];
  now_ = in_[block];
  for (Id i = b.first; i < b.first + b.count && now_.reachable; ++i) {
    ++steps_;
    event(i);
  }
  conditions_[block] = b.condition == None ? Value() : values_[b.condition];
  out_[block] = now_;
}

void FunctionAnalysis::touch(uint32_t block) {
  if (block < stale_.size())
    stale_[block] = true;
}

void FunctionAnalysis::fixpoint() {
  for (bool changed = true; changed && !overBudget_;) {
    changed = false;
    for (uint32_t block : flow_.order) {
      if (!stale_[block])
        continue;
      stale_[block] = flow_.isLoopHead(block); // texts are widened there, round by round
      State in = enter(block);
      if (visits_[block] && in == in_[block])
        continue;
      if (!in.reachable && !visits_[block])
        continue;
      overBudget_ |= ++visits_[block] > 2 * MaxVisits || steps_ > c_.options.maxSteps;
      in_[block] = std::move(in);
      transfer(block);
      for (const Edge &edge : f_.blocks[block].next)
        touch(edge.to);
      changed = true;
    }
  }
}

Effect FunctionAnalysis::run(bool record) {
  findConstants();
  fixpoint();
  effect_ = Effect();
  effect_.known = true;
  recording_ = true;
  reporting_ = record;
  if (overBudget_ && record)
    ++c_.statistics.overBudget;
  for (uint32_t block : flow_.order)
    if (in_[block].reachable)
      transfer(block);
  Effect made = effect();
  for (const auto &[text, event] : tested_)
    if (text->path != NoPath)
      made.tested.push_back(text->path);
  std::ranges::sort(made.tested);
  made.lossy = made.result.lossy() ||
               std::ranges::any_of(made.writes, [](const auto &w) { return w.second.lossy(); }) ||
               std::ranges::any_of(made.sinks, [](const Sink &sink) { return sink.text->lossy; });
  if (reporting_)
    leaveWritten(made);
  recording_ = reporting_ = false;
  return made;
}

/// What was stored to members and globals, for those who read them elsewhere. Of what the function
/// stored one after the other to the same one they see the last, and what it is known to be then.
void FunctionAnalysis::leaveWritten(const Effect &made) {
  for (const Written &written : written_) {
    auto left = std::ranges::find(made.writes, written.path, &std::pair<PathId, Value>::first);
    bool known = left != made.writes.end() && left->second.kind == Value::Text;
    TextRef text = known ? c_.texts.without(left->second.text, written.path) : written.text;
    c_.results.writers[written.member].insert({text->hash, body_.entity, text, written.path});
  }
}

/// Path that a caller can name after the call: not the parameters' own copies.
bool FunctionAnalysis::isVisible(PathId path) const {
  const Paths &paths = c_.paths;
  if (!paths[path].input)
    return false;
  PathId root = paths[path].root;
  if (paths[root].step != Path::Param)
    return paths[root].step != Path::Rest;
  PathId step = path;
  while (step != root && paths[step].parent != root)
    step = paths[step].parent;
  return step != root && paths[step].step == Path::Deref;
}

/// What the caller finds at a path: what a pointer to something of the function's own points to, as
/// a text; or, if that is no text, the caller's name for it.
Value FunctionAnalysis::leftAt(PathId path, const Value &value) const {
  if (value.kind != Value::Address || c_.paths[value.path].input)
    return value;
  std::optional<TypeAt> type = typeAt(path);
  bool object = type && type->type.cls == TypeClass::Pointer && !lookup(now_, value.path);
  return object ? Value::ofAddress(c_.paths.child(path, Path::Deref))
                : Value::ofText(content(value.path));
}

Effect FunctionAnalysis::effect() {
  Effect made = std::move(effect_);
  if (f_.exit == None || f_.exit >= in_.size() || !in_[f_.exit].reachable) {
    finishTransactions(made);
    return made;
  }
  now_ = out_[f_.exit];
  if (!probing_)
    leaveOwned();
  made.mayReturn = true;
  PathId result = c_.paths.root(Path::Return, 0);
  for (const auto &[path, value] : now_.store) {
    if (path == result) {
      made.result = value;
      bool local = value.kind == Value::Address && !c_.paths[value.path].input;
      if (local && lookup(now_, value.path))
        made.result = Value::ofText(content(value.path));
      made.writes.push_back({path, made.result});
    } else if (isVisible(path)) {
      made.writes.push_back({path, leftAt(path, value)});
    }
  }
  if (overBudget_)
    for (auto &[path, value] : made.writes)
      if (value.kind == Value::Text)
        value = Value::ofText(c_.texts.collapse(value.text, "function too large to follow"));
  finishTransactions(made);
  nameByFunction(made);
  return made;
}

} // namespace clangsql::link
