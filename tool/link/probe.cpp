// Checks are tried: a text that must not get through is put in the place of what a function does
// not know, and the function is walked path by path, with everything known that follows from it. If
// no such text gets into the statement as it is, the code checks or changes what it lets through,
// whatever it does for it: a loop over the characters, a pattern, a helper that throws, quotes that
// are doubled. A check that proves nothing (length, emptiness, another variable) lets them through.
#include "link/analysis.h"
#include "link/carries.h"

#include <llvm/ADT/StringExtras.h>

#include <algorithm>

namespace clangsql::link {

using namespace summary;

/// One walk.
struct FunctionAnalysis::Probe {
  TextRef part = nullptr;  // what is replaced …
  TextRef bytes = nullptr; // … by this
  Id goal = None;          // where it is asked for: an event that sends it …
  PathId path = NoPath;    // … or what holds it at the exit
  llvm::function_ref<bool(const Arrived &)> enough = nullptr; // so much is asked, and no more
  Passage passage = {};
  bool many = false;       // the part stands for each of many: of which one, no number says
  bool ended = false;      // a way ended: there, at the exit, or by an exception
  std::vector<State> ends; // of the ways that get to the exit

  /// Notes what arrives; whether that is enough.
  bool arrive(Arrived arrived) {
    passage.cut = enough && enough(arrived);
    passage.arrived.insert(std::move(arrived));
    return passage.cut;
  }
};

namespace {

constexpr unsigned MaxSteps = 7500; // events of one walk, callees included
constexpr size_t MaxStates = 48;    // of one block, with all numbers known
constexpr size_t MaxCounted = 4;    // the same where a loop begins that no known number ends
constexpr size_t MaxTurns = 3;      // of a loop over many, which adds the like each time
constexpr size_t MaxWidened = 8;    // of one block, with those that count its turns unknown

} // namespace

/// What becomes of the bytes of a mark in the statement, or the member, that is asked of.
Tried FunctionAnalysis::judged(const Passage &passage, TextRef part, const Mark &mark) const {
  Tried tried{.through = passage.endless};
  auto isLost = [&](TextRef t) { // as little is known of the other parts as before
    bool open = t->kind == Text::In || t->kind == Text::Hole;
    return t == part || (open && !besides_.contains(t));
  };
  auto judge = [&](TextRef text) {
    if (asked_ != NoPath && text->kind == Text::In && text->path == asked_)
      return; // not written on this way
    tried.arrived.insert(text);
    tried.lost |= anyNode(text, [&](TextRef t) {
      return isLost(t)                               ? Visit::Found
             : t->constant() || besides_.contains(t) ? Visit::Past
                                                     : Visit::Below;
    });
    tried.through |= carries(text, mark.bytes, mark.quote, mark.backslashes);
  };
  for (const Arrived &arrived : passage.arrived) {
    auto texts = arrived.find(askedOrdinal_);
    tried.through |= texts == arrived.end(); // it is not known what it sends
    if (texts != arrived.end())
      std::ranges::for_each(texts->second, judge);
  }
  return tried;
}

/// Statements that one event sends are asked of one after the other: they share their walks.
Tried FunctionAnalysis::lets(TextRef part, const std::string &bytes, const Mark &mark) {
  if (proofSteps_ > proofLimit_)
    return {.through = true};
  Id goal = asked_ == NoPath ? at_ : None;
  Passage &passage = passages_[{goal, part, bytes}];
  if (Tried tried = judged(passage, part, mark);
      passage.walked && (tried.through || !passage.cut)) {
    sought_.add(passage.sought);
    return tried;
  }
  FunctionAnalysis walk(c_, body_);
  unsigned steps = 0;
  walk.startProbing(steps, 0, MaxSteps);
  if (!walked_)
    walked_ = std::make_shared<Walks>();
  walk.walked_ = walked_;
  if (auto at = std::ranges::find_if_not(bytes, llvm::isAlnum); at != bytes.end())
    walk.strange_ = *at;
  auto enough = [&](const Arrived &arrived) {
    return judged({.arrived = {arrived}}, part, mark).through;
  };
  Probe probe{.part = part,
              .bytes = c_.texts.constant(bytes),
              .goal = goal,
              .path = asked_,
              .enough = enough,
              .many = part->path != NoPath && isOneOfMany(part->path),
              .ends = {}};
  walk.missed_ = &probe.passage.sought;
  walk.many_ = probe.many;
  walk.goal_ = goal;
  State entry = walk.entryState();
  if (part->path != NoPath)
    entry.store[part->path] = Value::ofText(probe.bytes);
  bool stopped = walk.explore(probe, std::move(entry));
  probe.passage.endless = stopped && !probe.passage.cut;
  probe.passage.walked = true;
  passage = std::move(probe.passage);
  if (steps > MaxSteps)
    endless_.insert(at_);
  proofSteps_ += steps;
  sought_.add(passage.sought);
  return judged(passage, part, mark);
}

void FunctionAnalysis::startProbing(unsigned &steps, unsigned depth, unsigned limit) {
  probing_ = true;
  steps_ = 0;
  probeSteps_ = &steps;
  stepLimit_ = limit;
  probeDepth_ = depth;
}

/// Whether a part comes into being by an event.
bool FunctionAnalysis::isBornAt(TextRef part, Id inst) const {
  if (part->kind != Text::Hole && part->kind != Text::Step)
    return false;
  if (!part->join)
    return (part->kind == Text::Step ? part->step.where : part->hole.where) == where(inst);
  auto *call = std::get_if<Call>(&f_.insts[inst].op);
  for (unsigned piece = 0; piece <= (call ? call->args.size() : 0); ++piece)
    if (part->join == pieceId(inst, piece))
      return true;
  return false;
}

/// Where the part comes into being by an event: it is the probe from there on.
void FunctionAnalysis::inject(const Probe &probe, Id inst) {
  if (!probe.part || !isBornAt(probe.part, inst))
    return;
  auto put = [&](Value &value) {
    if (value.kind == Value::Text && !value.text->constant())
      value.text = c_.texts.replaceChosen(value.text, probe.part, probe.bytes);
  };
  for (auto &[path, value] : now_.store)
    put(value);
  Value &made = values_[inst];
  put(made);
  if (made.condition) { // what it tells of the text
    Condition told = *made.condition;
    for (Condition::Refinements *side : {&told.ifTrue, &told.ifFalse})
      for (auto &[path, text] : *side)
        text = c_.texts.replaceChosen(text, probe.part, probe.bytes);
    made.condition = std::make_shared<Condition>(std::move(told));
  }
  if (made.kind == Value::Address && content(made.path) == probe.part)
    now_.store[made.path] = Value::ofText(probe.bytes);
}

/// The texts that an event would have sent on the way to it.
Arrived FunctionAnalysis::takeSent(Id event) {
  Arrived arrived;
  std::erase_if(sent_, [&](const auto &sent) {
    if (sent.first.first == event)
      arrived[sent.first.second] = sent.second;
    return sent.first.first == event;
  });
  return arrived;
}

/// What counts the turns of a loop that no known number ends is any number.
void FunctionAnalysis::widen(State &state, const State &before) {
  for (auto &[path, value] : state.store)
    if (auto other = before.store.find(path);
        value.kind == Value::Number && other != before.store.end() && !(other->second == value))
      value = {};
}

/// Whether a state differs from an earlier one only by texts that have become longer, and by
/// numbers.
bool FunctionAnalysis::onlyGrew(const State &before, const State &now) {
  bool grew = false;
  for (const auto &[path, value] : now.store) {
    auto held = before.store.find(path);
    if (held == before.store.end())
      return false;
    if (held->second == value || value.kind == Value::Number || value.kind == Value::Unknown)
      continue;
    if (value.kind != Value::Text || held->second.kind != Value::Text)
      return false;
    TextRef longer = strip(value.text), shorter = strip(held->second.text);
    if (longer->kind != Text::Literal || shorter->kind != Text::Literal ||
        !longer->literal.bytes.starts_with(shorter->literal.bytes))
      return false;
    grew = true;
  }
  return grew;
}

/// Whether a block is in a loop.
bool FunctionAnalysis::comesBack(uint32_t block) const {
  std::vector<bool> seen(f_.blocks.size());
  std::vector<uint32_t> ahead{block};
  while (!ahead.empty()) {
    uint32_t at = ahead.back();
    ahead.pop_back();
    for (const Edge &edge : f_.blocks[at].next) {
      if (edge.to == block)
        return true;
      if (edge.to < seen.size() && !seen[edge.to])
        seen[edge.to] = true, ahead.push_back(edge.to);
    }
  }
  return false;
}

/// The values of events on a way: there the condition of the block has turned out.
std::vector<Value> FunctionAnalysis::beyond(const Block &block, const Edge &edge) {
  bool last = &edge == &block.next.front(); // they are walked from the back
  std::vector<Value> values = last ? std::move(values_) : values_;
  if (block.condition == None)
    return values;
  bool isBool = f_.insts[block.condition].cls == TypeClass::Bool;
  if (edge.when == When::False || (edge.when == When::True && isBool))
    values[block.condition] = Value::ofNumber(edge.when == When::True);
  return values;
}

/// Walks every path; whether one reaches the goal. What takes too long, or goes round for ever as
/// far as is known, counts as reached.
bool FunctionAnalysis::explore(Probe &probe, State entry) {
  struct Stop {
    uint32_t block;
    State state;
    std::vector<Value> values;
  };
  std::vector<Stop> stops;
  stops.push_back({0, std::move(entry), values_});
  std::vector<std::vector<State>> seen(f_.blocks.size());
  std::vector<bool> open(f_.blocks.size(), true); // where more than one way went on
  while (!stops.empty()) {
    Stop stop = std::move(stops.back());
    stops.pop_back();
    std::vector<State> &known = seen[stop.block];
    if (!stops.empty()) { // the one way there is ends by itself, or with the events it may take
      if (std::ranges::find(known, stop.state) != known.end())
        continue;
      if (known.size() >= MaxStates + MaxWidened)
        return true;
      if (probe.many && known.size() >= MaxTurns && onlyGrew(known.back(), stop.state))
        continue; // one more of the same
      bool endless = open[stop.block] && flow_.isLoopHead(stop.block);
      size_t counted = !endless ? MaxStates : probe.many ? 1 : MaxCounted;
      if (known.size() >= counted)
        widen(stop.state, known.back());
    }
    if (!stops.empty() || probe.many)
      known.push_back(stop.state);
    now_ = std::move(stop.state);
    values_ = std::move(stop.values);
    const Block &b = f_.blocks[stop.block];
    for (Id i = b.first; i < b.first + b.count && now_.reachable; ++i) {
      if (++*probeSteps_ > stepLimit_)
        return true;
      event(i);
      inject(probe, i);
      if (i != probe.goal)
        continue;
      if (probe.arrive(takeSent(i)))
        return true;
      now_.reachable = comesBack(stop.block); // with another turn's values
    }
    for (auto &[handler, states] : std::exchange(raised_, {}))
      for (auto &[inst, state] : states)
        if (handler < f_.blocks.size())
          stops.push_back({handler, std::move(state), values_});
    probe.ended |= !now_.reachable || stop.block == f_.exit;
    if (!now_.reachable)
      continue;
    if (stop.block == f_.exit)
      probe.ends.push_back(now_);
    if (stop.block == f_.exit && probe.path != NoPath && probe.arrive({{0, {content(probe.path)}}}))
      return true;
    conditions_[stop.block] = b.condition == None ? Value() : values_[b.condition];
    size_t before = stops.size();
    for (auto edge = b.next.rbegin(); edge != b.next.rend(); ++edge) {
      State next = edge + 1 == b.next.rend() ? std::move(now_) : now_;
      if (edge->to < f_.blocks.size() && edgeState(stop.block, *edge, next))
        stops.push_back({edge->to, std::move(next), beyond(b, *edge)});
    }
    open[stop.block] = b.condition == None || stops.size() > before + 1;
  }
  return !probe.ended;
}

/// What comes of a callee that is entered so; where a walk takes too long, nothing.
Outcome FunctionAnalysis::outcomeOf(State entry) {
  Probe probe;
  if (explore(probe, std::move(entry)))
    return {};
  Outcome outcome = common(probe.ends);
  for (const auto &[event, texts] : sent_)
    if (texts.size() == 1)
      outcome.sinks.emplace(event, *texts.begin());
  return outcome;
}

} // namespace clangsql::link
