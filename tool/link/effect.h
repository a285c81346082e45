// Effect: what a caller sees of a function, in terms of the function's inputs.
#pragma once

#include "link/state.h"

namespace clangsql::link {

/// A database call whose text is not known yet, or is known and waits to be placed.
struct Sink {
  Statement::Kind kind = Statement::Execute;
  Where call;             // where the statement will be reported
  EntityId in = NoEntity; // the function of `call`
  Where argument;         // the text's argument
  std::string callee, function, library;
  sql::Dialect dialect = sql::Dialect::Generic;
  sql::Placeholders placeholders = sql::NoPlaceholder;
  TextRef text = nullptr;
  TextRef name = nullptr; // of a prepared statement
  PathId connection = NoPath;
  bool binds = false;
  std::optional<unsigned> bound;
  bool columnsNamed = false;
  bool controls = false;   // a prepared statement is run: only what it does to transactions is news
  bool controlled = false; // an open one: what it does to transactions is known, and done
  std::optional<bool> returns;  // of an open one: the function's result if the database took it
  std::optional<Fact> succeeds; // so if the database took it, where the call tells
  std::vector<Hop> through;
  summary::Id event = summary::None; // of the function whose effect it is in; and which one of
  uint32_t ordinal = 0;              // those that the event sends
};

/// Something below that waits on the world.
struct WaitEffect {
  std::string callee, waitsIn, category, what;
  std::vector<Hop> path;
  std::vector<PathId>
      ended;   // inputs' keys that are no longer as the caller left them when it waits
  Facts given; // what it takes to get there
  bool operator<(const WaitEffect &o) const {
    return std::tie(waitsIn, category, ended, given) <
           std::tie(o.waitsIn, o.category, o.ended, o.given);
  }
};

/// How a transaction is ended somewhere in a function; both where it goes by what is handed in.
enum Ending : uint8_t { Commits = 1, RollsBack = 2 };

/// A transaction key of the caller after the call: Entry, Closed, or 0: open, begun inside.
struct TxEffect {
  PathId key;
  TxStates states;
  Transaction::Kind kind = Transaction::Text;
  std::string type;
  uint8_t endings = 0; // how the function ends it: Ending
  bool operator==(const TxEffect &o) const { return key == o.key && states == o.states; }
};

/// One way through a function, as far as transactions differ by it: what it takes, whether the
/// result is true then, and the keys it changes.
struct TxOutcome {
  Facts given;
  std::optional<bool> returns;
  std::vector<TxEffect> keys;
  bool operator==(const TxOutcome &) const = default;
};

struct Effect {
  bool known = false; // false: not computed yet (a cycle of calls)
  bool mayReturn = false;
  bool lossy = false;         // some text is made of what is handed in, in a way that is not said
  std::vector<PathId> tested; // inputs of whose text something is asked
  std::vector<std::pair<PathId, Value>> writes; // absolute: what each path holds afterwards
  Value result;
  std::vector<TxOutcome> outcomes; // none: no transaction is touched
  std::vector<Sink> sinks;         // those whose text still has inputs in it
  std::vector<WaitEffect> waits;
  std::vector<PathId> invoked; // callables of the caller's that it calls, not knowing which
};

/// What a path holds that can be called: a function, and the arguments that are kept for it
/// (Context::kept).
struct Callable {
  PathId path;
  EntityId function;
  int64_t kept;
  auto operator<=>(const Callable &) const = default;
};

/// What callables a function is analysed with.
using Given = std::vector<Callable>;

/// At most so many waits and open sinks are handed on to callers; more of the same say nothing new.
inline constexpr size_t MaxWaits = 12, MaxSinks = 64;

} // namespace clangsql::link
