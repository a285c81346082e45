// The flow analysis of one function: a forward fixpoint over its blocks, then one more pass that
// records what there is to report. Callees have been analysed before (but for cycles), so a call is
// the application of an Effect.
#pragma once

#include "link/context.h"
#include "link/walk.h"

#include <llvm/ADT/STLFunctionalExtras.h>

#include <set>
#include <tuple>

namespace clangsql::link {

class FunctionAnalysis {
public:
  FunctionAnalysis(Context &context, const Body &body);

  /// Analyses; the last pass also fills Context::results if `record`.
  Effect run(bool record);

  /// A text that the function leaves at the path, with what it checks of it.
  TextRef provedMember(PathId path, TextRef text);
  bool isVisible(PathId) const;

private:
  struct Binding;

  // analysis.cpp: the fixpoint.
  void fixpoint();
  State enter(uint32_t block);
  void joinStores(uint32_t block, const std::vector<std::pair<uint32_t, const State *>> &ways,
                  std::vector<std::vector<Disjunct>> &parts, State &joined);
  State joinPredecessors(uint32_t block,
                         const std::vector<std::pair<uint32_t, const State *>> &ways);
  void transfer(uint32_t block);
  void touch(uint32_t block);
  bool edgeState(uint32_t from, const summary::Edge &, State &out);
  bool taken(const summary::Block &, const summary::Edge &, int64_t number) const;
  Facts chosen(const summary::Block &, const summary::Edge &, const Value &number);
  Effect effect();
  Value leftAt(PathId, const Value &) const;
  void leaveWritten(const Effect &);
  State entryState();

  // join.cpp
  std::vector<std::pair<uint32_t, const State *>>
  withoutNull(const std::vector<std::pair<uint32_t, const State *>> &ways, PathId key) const;
  Value joinValues(PathId key, uint32_t block,
                   const std::vector<std::pair<uint32_t, const State *>> &ways);
  bool isAsOnEntry(const std::vector<std::pair<uint32_t, const State *>> &ways, PathId key) const;
  void standAtEntry(PathId, std::vector<Value> &) const;
  PathId sameArray(const std::vector<Value> &) const;
  Value joinTruths(uint32_t block, const std::vector<std::pair<uint32_t, const State *>> &ways,
                   const std::vector<Value> &);
  Condition::Refinements
  joinRefinements(uint32_t block, const std::vector<std::pair<uint32_t, const State *>> &ways,
                  const std::vector<Value> &, bool side);
  TextRef joinTexts(PathId key, uint32_t block,
                    const std::vector<std::pair<uint32_t, const State *>> &ways);

  // events.cpp: one event each.
  void event(summary::Id inst);
  Value eventValue(summary::Id inst);
  Value load(const summary::Load &, summary::Id inst);
  void store(const summary::Store &);
  void unwind(const summary::Scope &);
  void thrown(summary::Id inst);
  bool mayThrow(const summary::Call &, EntityId callee) const;
  summary::Id scopeOfHandlers(summary::Id inst) const;
  Value literal(const summary::Literal &, summary::Id inst);
  Value closure(const summary::Closure &, summary::Id inst);
  Value tested(summary::Id inst, const summary::Test &) const;
  Value test(const summary::Test &);
  Value both(const Value &left, const Value &right);
  Value computed(const summary::Opaque &, summary::Id inst);

  // scalars.cpp: numbers, and places in a text.
  struct Position {
    PathId text;
    std::string_view bytes;
    int64_t index;
  };
  std::optional<Position> position(const Value &) const;
  std::optional<Value> movePlace(const Binding &);
  Value arithmetic(summary::Arithmetic, const Value &left, const Value &right);
  std::optional<int64_t> compare(const Value &left, const Value &right) const;
  std::optional<int64_t> characterAt(PathId) const;
  PathId tailOf(PathId) const;
  bool isCharacters(PathId) const;
  bool changeCharacter(PathId text, uint32_t index, const Value &);
  std::optional<std::pair<PathId, int64_t>> elementOf(const Value &pointer) const;
  bool storeCharacter(PathId, const Value &);
  PathId indexed(PathId elements, const models::IndexFact &, const Binding &) const;
  Value equality(const Value &left, const Value &right, bool negated);
  std::vector<PathId> copiesOf(PathId) const;
  void makeNull(PathId object);
  bool isInMany(PathId) const;
  void refine(const Value &condition, bool holds);
  TextRef unrefined(const State &, PathId) const;

  // facts.cpp: what is so, or not, where the flow parts.
  Value symbol(summary::Id inst);
  void forgetFacts(PathId);
  PathId comparison(PathId scalar, Comparison) const;
  PathId subjectOf(PathId fact) const;
  bool contradicts(const Facts &known, Fact) const;
  std::optional<bool> decide(const Condition &, const Facts &known) const;
  Value ordered(summary::TestOp, const Value &left, const Value &right) const;
  Value presence(const Value &) const;
  Value withNull(const Value &, const Value &other) const;
  void assume(std::vector<Disjunct> &, const Facts &);
  Facts mapFacts(const Facts &, const Binding &) const;
  std::optional<Facts> mapFact(Fact, const Binding &) const;
  Value callerValue(PathId scalar, const Binding &) const;
  Value joinFlags(PathId key, uint32_t block,
                  const std::vector<std::pair<uint32_t, const State *>> &ways, Value,
                  std::vector<std::vector<Disjunct>> &);
  static Facts common(const std::vector<Disjunct> &);
  Facts joinFacts(const std::vector<std::pair<uint32_t, const State *>> &ways,
                  const std::vector<Value> &, bool truth) const;
  Facts factsOf(const Value &, const Facts &known, PathId flag) const;
  std::vector<Disjunct> flagged(std::vector<Disjunct>, const Value &, PathId flag);
  Facts knownFacts() const;

  // memory.cpp: paths and what they hold. All of them read `now_` unless told otherwise.
  PathId pathOf(summary::Id place);
  PathId pathOf(const summary::Place &);
  PathId fieldOf(PathId object, EntityId field) const;
  PathId pointee(const Value &) const;
  std::optional<Value> lookup(const State &, PathId) const;
  Value valueAt(PathId, summary::TypeClass) const;
  TextRef content(const State &, PathId) const;
  TextRef content(PathId path) const { return content(now_, path); }
  TextRef elements(const State &, PathId) const;
  TextRef elements(const State &, PathId, PathId pattern) const;
  bool isStored(PathId) const;
  bool hasElements(PathId) const;
  PathId arrayOf(PathId) const;
  PathId half(PathId pair, bool key) const;
  const models::Variable *sourceVariable(PathId) const;
  bool isBlank(PathId) const;
  TextRef fieldOfAny(PathId, PathId known = NoPath) const;
  TextRef initialText(const State &, PathId) const;
  TextRef textOf(const Value &, summary::TypeClass, const Where &) const;
  TextRef textOf(summary::Id inst) const;
  summary::TypeClass referredScalar(summary::Id inst) const;
  bool isOneOfMany(PathId) const;
  PathId ofAnyElement(PathId) const;
  bool isAnyElement(const Value &) const;
  void assign(PathId, Value, bool told = false);
  bool copyParts(const models::TextFact &, const Binding &);
  bool isOtherHalf(const models::AliasFact &, const Binding &) const;
  PathId wholeTextAt(PathId, const Value &) const;
  void assignReturned(PathId, Value, bool told);
  Value returnedText(TextRef, const Binding &);
  void eraseBelow(PathId);
  void copyObject(PathId from, PathId to);
  struct TypeAt {
    const summary::Unit *unit;
    summary::Type type;
  };
  std::optional<TypeAt> typeAt(PathId) const;
  std::optional<TypeAt> argumentOf(const TypeAt &, bool last) const;
  EntityId classAt(PathId) const;
  bool holdsCharacters(PathId) const;
  bool holdsTexts(PathId) const;
  bool isFront(PathId) const;
  TextRef unknown(const Where &, summary::TypeClass, std::string reason) const;

  // naming.cpp: names that texts get on their way.
  void findConstants();
  void nameByConstant(PathId, Value &);
  void nameByFunction(Effect &) const;

  // calls.cpp: what a call does.
  Value call(const summary::Call &, summary::Id inst);
  std::vector<EntityId> pointedBy(const summary::Call &);
  std::vector<EntityId> inTable(PathId) const;
  bool isTemporary(PathId) const;
  void forgetTemporary(PathId);
  Value callBody(const summary::Call &, summary::Id inst, EntityId callee);
  Value applyBody(const Binding &);
  PathId elementReturned(const summary::Call &, EntityId callee) const;
  Value callUnknown(const summary::Call &, summary::Id inst, EntityId callee);
  std::optional<Value> callDefaulted(const summary::Call &, EntityId callee);
  bool haveBodies(const std::vector<EntityId> &) const;
  Value anyOf(summary::Id inst, size_t ways, const std::function<Value(size_t)> &go);
  Value callAll(const summary::Call &, summary::Id inst, const std::vector<EntityId> &callees);
  bool isArgumentList(PathId) const;
  PathId writable(const summary::Call &, size_t argument, EntityId callee) const;
  bool isObject(const summary::Call &, size_t argument, EntityId callee) const;
  void forgetScalars(const summary::Call &, EntityId callee);
  std::vector<EntityId> targets(const summary::Call &, EntityId callee) const;

  // apply.cpp: an Effect in the caller's terms.
  struct Binding {
    const summary::Call *call = nullptr;
    summary::Id inst = summary::None;
    EntityId callee = NoEntity;
    PathId receiver = NoPath, target = NoPath;
    std::vector<Value> args;
    std::vector<TextRef> rest; // variable arguments
    bool restKnown = false;
    Where where;
  };
  Binding bind(const summary::Call &, summary::Id inst, EntityId callee);
  Value apply(const Effect &, const Binding &);
  Value applied(const Effect &, const Binding &, const Outcome *);
  void addParts(const Value &whole, PathId to, const Binding &,
                std::vector<std::pair<PathId, Value>> &writes) const;
  static void keepLossy(const Effect &, Outcome &);
  Value outcomeOf(const Outcome &, const Binding &, Value applied);
  std::optional<PathId> mapPath(PathId, const Binding &) const;
  bool takesObject(EntityId callee, uint32_t parameter) const;
  TextRef mapText(TextRef, const Binding &) const;
  TextRef mapInput(PathId, const Binding &) const;
  TextRef inputText(PathId, const Binding &) const;
  Value mapValue(const Value &, const Binding &) const;
  Condition mapCondition(const Condition &, const Binding &) const;
  TextRef passed(TextRef, PathId, const Binding &) const;
  std::string parameterName(EntityId callee, uint32_t index) const;
  Where argumentOf(TextRef, const Binding &) const;
  void applySinks(const Effect &, const Binding &, const Outcome *);
  void applyTransactions(const Effect &, const Binding &);
  void applyWaits(const Effect &, const Binding &);
  void waitFact(const models::Function &, const Binding &);

  // model_calls.cpp: a call that a library model describes.
  Value callModel(const models::Function &, const Binding &);
  Value argument(const models::Argument &, const Binding &) const;
  summary::Id argumentInst(int index, const Binding &) const;
  PathId object(const models::Argument &, const Binding &) const;
  bool isPlainPointer(int argument, const Binding &) const;
  bool isReferredObject(int argument, const Binding &) const;
  TextRef converted(int index, const Binding &) const;
  TextRef argumentText(const models::Argument &, const Binding &) const;
  std::vector<TextRef> argumentTexts(const models::Arguments &, bool splices,
                                     const Binding &) const;
  TextRef loaded(const models::TextFact &, std::vector<TextRef> nameAndOtherwise); // shelf.cpp
  TextRef textFact(const models::Function &, const models::TextFact &, const Binding &);
  TextRef spliced(TextRef, const models::Argument &, const Binding &) const;

  // construct.cpp: objects that a library makes of its arguments.
  EntityId constructorFor(EntityId type, size_t first, const Binding &) const;
  void takeByValue(const std::vector<summary::Type> &given, size_t first,
                   const std::vector<summary::Type> &wanted, std::vector<Value> &args) const;
  bool constructObject(EntityId type, PathId, size_t first, const Binding &);
  void putAmong(PathId object, PathId);

  // parts.cpp: parts of texts, as far as it is known where they begin and end.
  std::optional<TextPlace> placeIn(TextRef, const models::TextFact &, size_t argument,
                                   const Binding &) const;
  TextRef part(TextRef, const models::TextFact &, const Binding &) const;
  TextRef fill(TextRef, const models::TextFact &, const Binding &) const;
  TextRef withReplaced(TextRef, TextRef pattern, TextRef with) const;
  TextRef pieceOf(TextRef stream, const Binding &, unsigned number = 0) const;
  TextRef somePart(TextRef) const;
  TextRef cut(TextRef, const models::TextFact &, const Binding &) const;
  TextRef splice(TextRef, TextRef with, const models::TextFact &, const Binding &) const;
  void write(const models::Argument &, TextRef, const Binding &, Value &result);
  void sources(const models::Function &, const Binding &, Value &result);
  void callables(const models::Function &, const Binding &, Value &result);
  Value bound(const models::CallableFact &, const Binding &);
  TextRef elementHeld(PathId) const;
  std::vector<EntityId> callOperators(const models::CallableFact &, const Binding &) const;
  Value callCallable(const Value &callable, const models::CallableFact &, const Binding &,
                     Value result);
  Binding bindCallable(const Value &callable, const models::CallableFact &, const Binding &,
                       summary::Call &called);
  std::optional<unsigned> boundValues(const models::SqlFact &, const Binding &) const;

  // predicates.cpp
  std::optional<Value> predicate(const models::Function &, const Binding &);
  TextRef soughtText(const models::Argument &, const Binding &) const;
  std::optional<size_t> startOf(const models::PredicateFact &, const Binding &) const;
  Value foundAt(size_t at, const models::Argument &text, const Binding &) const;
  std::optional<Value> answer(const models::PredicateFact &, const Binding &);
  std::optional<Value> comparePlaces(const Binding &);
  Value withPlace(const Value &result, Value told, const Binding &);
  Value length(TextRef, PathId) const;
  bool isText(EntityId callee) const;

  // proofs.cpp: what checks prove of a text.
  TextRef tried(TextRef, sql::Dialect);
  sql::Escape provedOf(TextRef part, sql::Dialect, char nameQuote);
  enum class Quotes { GetIn, Refused, Changed };
  Quotes quotesOf(TextRef part, char quote, bool backslashes);
  bool gaveUp() const;
  bool isTested(TextRef part) const;
  bool isTriedBelow(TextRef part) const;
  void noteTested(TextRef);
  void noteTested(const Binding &);
  std::set<size_t> sizes() const;
  bool arrives(TextRef part);
  bool getsInWithWhatIsSought(TextRef part, const std::string &quoted, bool backslashes);
  // probe.cpp: walks with a text that is known, in place of one that is not.
  struct Probe;
  void noteSought(const summary::Test &, const Value &left, const Value &right);
  void noteSought(const auto &sought) {
    if (missed_)
      missed_->add(sought);
  }
  Tried lets(TextRef part, const std::string &bytes, const Mark &);
  Tried judged(const Passage &, TextRef part, const Mark &) const;
  void startProbing(unsigned &steps, unsigned depth, unsigned limit);
  void inject(const Probe &, summary::Id inst);
  Arrived takeSent(summary::Id event);
  static void widen(State &, const State &before);
  TextRef doubted(TextRef text, TextRef part) const;
  TextRef undecided(TextRef) const;
  bool comesBack(uint32_t block) const;
  std::vector<Value> beyond(const summary::Block &, const summary::Edge &);
  bool explore(Probe &, State entry);
  PathId parameterPath(uint32_t index, const summary::Type &) const;
  void hand(const Value &argument, uint32_t index, const summary::Type &, State &entry) const;
  void handElement(PathId any, PathId held, State &entry) const;
  void handParts(PathId object, PathId held, State &entry) const;
  struct Marks;
  bool isOfProbe(const Value &) const;
  static bool onlyGrew(const State &before, const State &now);
  Outcome outcomeOf(State entry);
  Outcome walkedBefore(FunctionAnalysis &walk, State entry);
  Outcome evaluate(EntityId callee, const std::vector<Value> &args, PathId receiver,
                   Marks *marks = nullptr);
  Outcome common(const std::vector<State> &ends) const;
  Value agreed(const std::vector<State> &ends, PathId) const;

  // rerun.cpp: callees that rewrite text.
  struct Marks {
    TextRef mark(Texts &, TextRef);
    TextRef unmark(Texts &, TextRef) const;
    std::vector<TextRef> marked;
    Literal origin; // of the first words
    bool any = false;
  };
  std::optional<Outcome> rerun(const Effect &, const Binding &);

  // characters.cpp: callables that are asked for each character.
  std::vector<std::optional<int64_t>> askedOfEach(std::string_view bytes, Value callable);
  Value calledHere(const Value &callable) const;
  std::optional<Value> forAll(const models::PredicateFact &, const Value &elements,
                              const Value &callable);
  std::optional<Value> forEach(const models::Function &, const Binding &);
  TextRef selected(TextRef text, bool wanted, TextRef instead, const models::Function &,
                   const Binding &);
  TextRef mapped(const Value &from, const Value &callable);
  std::optional<Value> matches(const std::string &text, const std::string &pattern, bool whole);
  void sqlFact(const models::Function &, const Binding &);
  void transactionFacts(const models::Function &, bool begins, const Binding &);
  void onlyIf(const Facts &, llvm::function_ref<void()> change);
  bool construct(const models::ObjectFact &, PathId, const Binding &);
  void destroyFacts(const models::Function &, const Binding &);
  void objectFacts(const models::Function &, const Binding &, Value &result);
  bool isSharedElsewhere(PathId object, const Binding &) const;
  Value countOf(const Value &) const;
  std::optional<Facts> holds(const models::Condition &, const Binding &);

  // transactions.cpp
  struct Site {
    Transaction::Kind kind;
    Where begin;
    std::string object, type;
    PathId key;
    uint32_t parameter = summary::None; // of Received
  };
  int site(Site);
  void begin(PathId key, Site);
  void end(PathId key, const Where &, Ending = RollsBack);
  void endForHandlers(PathId key);
  void endBelow(PathId object, const Where &);
  void destroy(PathId object, EntityId destructor, const Where &);
  void setStates(PathId key, const TxStates &);
  TxStates statesOf(const Disjunct &, PathId key) const;
  bool isScope(EntityId type) const;
  bool isTransaction(EntityId type) const;
  void beginScope(PathId object, EntityId type, const Where &);
  void classTransaction(const Binding &);
  void wait(WaitEffect, const Where &);
  void moveKeys(PathId from, PathId to);
  void moveObject(PathId from, PathId to);
  void moveFacts(PathId from, PathId to);
  void redirect(PathId from, PathId to);
  void exists(PathId object, bool so);
  bool isOwner(PathId object) const;
  void leaveOwned();
  std::vector<PathId> endedKeys() const;
  std::string objectName(PathId) const;
  void received(State &);
  void ended(const TxStates &, const Where &);

  // specialise.cpp: functions that call what they are given.
  Value callableAt(PathId) const;
  PathId calledPath(const Value &) const;
  void invokes(PathId callable);
  void applyCallables(const Effect &, const Binding &);
  Value keptArgument(const Value &callable, uint32_t index, bool pointer);
  void putKept(const Value &callable, Binding &, summary::Call &);
  int64_t placeholder(const Value &) const;
  bool takesReceiver(EntityId function) const;
  void takeReceiver(Binding &, summary::Call &) const;
  Given givenTo(const Effect &, const Binding &) const;
  const Effect &effectOf(uint32_t body, const Binding &);

  // control.cpp: SQL that begins and ends transactions.
  void control(const Sink &);
  bool isDecided(const Sink &) const;
  void control(const ControlStep &, const Sink &);
  std::optional<Fact> success(const Sink &, bool result, const Binding &);
  void remember(const models::SqlFact &, const Sink &, const Binding &);
  void runPrepared(const models::Function &, const Binding &);

  // outcomes.cpp: a function's transactions for its caller.
  std::optional<TxEffect> outcome(PathId key, const TxStates &);
  std::optional<bool> truthUnder(const Facts &known, const Value &result) const;
  void finishTransactions(Effect &);
  void reportTransactions();
  void findForgotten(const Value &result);
  void leave(const Where &);
  std::optional<Disjunct> along(const TxOutcome &, Disjunct, PathId result, const Binding &);
  void applyDestructor(const Effect &, const Binding &);
  PathId resultSymbol(const Binding &);
  Value withSymbol(Value result) const;
  bool isUnused(const summary::Place &local) const;
  TextRef withUnusedCopies(TextRef) const;
  void sink(Sink);
  /// Whether anyone asks what an event sends.
  bool isSent() const { return !probing_ || sinksAsked_ || at_ == goal_; }

  Where where(summary::Id inst) const {
    return c_.world.where(body_.unitIndex, f_.insts[inst].where);
  }
  const std::string &string(summary::Id id) const { return body_.unit->strings[id]; }
  EntityId global(summary::Id local) const { return c_.world.global(body_.unitIndex, local); }
  std::string functionName() const { return std::string(c_.world.entities[body_.entity].name()); }
  uint64_t joinId(uint64_t at) const {
    return (uint64_t(body_.entity) + 1) * 0x9e3779b97f4a7c15ull + at * 0x2545f4914f6cdd1dull + 7;
  }

  /// The same of one of the pieces that an event reads.
  uint64_t pieceId(uint64_t at, unsigned number) const {
    return joinId(at | uint64_t(number) << 32);
  }
  bool isBornAt(TextRef part, summary::Id inst) const;

  Context &c_;
  const Body &body_;
  const summary::Function &f_;
  const Flow &flow_;
  State now_;
  std::vector<Value> values_;     // of insts, as last evaluated
  std::vector<State> in_, out_;   // by block
  std::vector<Value> conditions_; // by block
  std::vector<uint32_t> visits_;
  std::vector<bool> stale_; // by block: something that leads into it has changed
  std::map<uint32_t, std::map<summary::Id, State>> raised_; // handler block → event → state there
  std::map<std::pair<uint32_t, PathId>, TextRef> entered_;  // loop head: text on first entry
  std::map<summary::Id, summary::Id> constants_; // locals that hold one text for good: their names
  bool sends_ = false;                           // the function, or one that it calls, sends SQL
  std::set<PathId> flags_;                       // scalars that ways have set differently
  Given given_; // callables that a caller passes; none: whatever they are
  std::vector<Site> sites_;
  std::map<int, Transaction> found_; // by site
  std::map<int, std::vector<Where>> ends_;
  std::map<PathId, uint8_t> endings_; // of transactions, by key: Ending
  Effect effect_;
  struct Written {
    PathId path;
    EntityId member; // or global
    TextRef text;
  };
  std::vector<Written> written_;
  std::map<TextRef, summary::Id>
      tested_; // inputs and holes of which something is asked: by which event; None: by several
  TextRef sentBelow_ = nullptr; // what the callee that is applied sends, in its terms
  std::set<TextRef> besides_;   // what is not constant in the text that is tried: no walk loses it
  mutable bool glued_ =
      false; // mapInput saw text of the caller's own making, with something not constant in it
  unsigned steps_ = 0;
  bool recording_ = false; // the last pass: effects are collected …
  bool reporting_ = false; // … and what is to be reported
  bool overBudget_ = false;
  PathId callSymbol_ = NoPath;     // of the call that is applied: the symbol of its result
  summary::Id at_ = summary::None; // the event that is evaluated …
  uint32_t ordinal_ = 0;           // … and how much it has sent
  bool probing_ = false;           // a walk with a text that is known: probe.cpp
  unsigned *probeSteps_ = nullptr; // of the walk and those that it began …
  unsigned stepLimit_ = 0;         // … and how many there may be
  std::map<std::pair<summary::Id, uint32_t>, std::set<TextRef>> sent_; // by its events
  std::map<std::tuple<summary::Id, TextRef, std::string>, Passage>
      passages_; // by the event that is asked of, the part and the bytes
  Sought *missed_ = nullptr;
  std::shared_ptr<Walks> walked_; // by all walks from this function
  unsigned probeDepth_ = 0;
  bool many_ = false; // what is tried stands for each of many elements, which are not alike
  std::optional<char> strange_; // of what is tried: the first character that is no letter or digit
  summary::Id goal_ = summary::None; // of a walk: the statement's event …
  static constexpr unsigned MaxProofSteps = 60000;
  unsigned proofSteps_ = 0; // of the walks from this function
  unsigned proofLimit_ = MaxProofSteps;
  std::set<summary::Id> endless_; // events to which walks take too long
  bool sinksAsked_ = false;       // of a callee's walk: its caller asks what its events send
  uint32_t askedOrdinal_ = 0;     // the statement that is asked of, of those the event sends
  PathId asked_ = NoPath;         // instead of an event: what it holds at the exit
  bool marking_ = false;          // the walk is to follow marks, so it takes one text at a time
  Sought sought_;                 // see `missed_`
};

/// Whether a text has words of its own, or comes from where no caller passes it (members, globals),
/// rather than being parameters and punctuation.
bool hasOwnText(TextRef, const Paths &);
/// Gives the literal the variable's name.
void nameAfter(const Global &variable, Literal &);
/// The last component of a qualified name.
std::string shortName(std::string_view qualified);

} // namespace clangsql::link
