// SQL that begins or ends transactions: what its text says, and what that does to the connection.
#include "link/analysis.h"
#include "link/expand.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include <algorithm>

namespace clangsql::link {

using sql::StatementKind;

namespace {

/// Whether a text can say anything of transactions: one of these words is in it.
bool mayControl(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 16> words;
  llvm::StringRef("begin start commit end rollback abort savepoint release prepare autocommit")
      .split(words, ' ');
  return std::ranges::any_of(words,
                             [&](llvm::StringRef w) { return text.contains_insensitive(w); });
}

/// `SET autocommit = 0` as MySQL has it: nullopt if the statement is about something else.
std::optional<bool> autocommit(llvm::StringRef statement) {
  std::string text;
  for (char c : statement)
    if (!isspace(static_cast<unsigned char>(c)) && c != ';')
      text += llvm::toLower(c);
  llvm::StringRef rest = text;
  auto [name, value] = rest.split('=');
  name.consume_back(":");
  if (!name.ends_with("autocommit"))
    return std::nullopt;
  return !(value == "0" || value == "off" || value == "false");
}

/// The name of a savepoint: the statement's last word.
std::string savepointName(llvm::StringRef statement) {
  statement = statement.rtrim("; \t\n");
  return statement.substr(statement.find_last_of(" \t\n") + 1).lower();
}

void addSteps(const Variant &variant, Control &control) {
  for (const sql::Statement &s : variant.parsed.statements) {
    llvm::StringRef bytes = llvm::StringRef(variant.text.bytes).substr(s.offset, s.length);
    switch (s.kind) {
    case StatementKind::Begin: control.push_back({ControlStep::Begin, {}}); break;
    case StatementKind::Commit:
    case StatementKind::Rollback:
    case StatementKind::PrepareTransaction:
      control.push_back(
          {s.kind == StatementKind::Rollback ? ControlStep::Rollback : ControlStep::Commit, {}});
      if (s.chain)
        control.push_back({ControlStep::Begin, {}});
      break;
    case StatementKind::Savepoint:
      control.push_back({ControlStep::Savepoint, savepointName(bytes)});
      break;
    case StatementKind::Release:
      control.push_back({ControlStep::Release, savepointName(bytes)});
      break;
    case StatementKind::Set:
      if (std::optional<bool> on = autocommit(bytes))
        control.push_back({*on ? ControlStep::Commit : ControlStep::Begin, {}});
      break;
    default: break;
    }
  }
}

} // namespace

const std::vector<Control> &controlOf(Context &c, const Sink &sink) {
  auto [it, isNew] = c.control.try_emplace(sink.text);
  if (!isNew)
    return it->second;
  std::vector<Control> ways;
  for (Variant &variant : expand(sink.text, 4).variants) {
    Control control;
    bool may = std::ranges::any_of(variant.fragments, [](const Fragment &fragment) {
      const Literal *literal = std::get_if<Literal>(&fragment);
      return literal && mayControl(literal->bytes);
    });
    if (may) {
      parse(variant, sink.dialect, sink.placeholders);
      addSteps(variant, control);
    }
    if (std::ranges::find(ways, control) == ways.end())
      ways.push_back(std::move(control));
  }
  if (ways.size() == 1 && ways[0].empty())
    ways.clear();
  return c.control[sink.text] = std::move(ways);
}

/// One statement's effect on the connection's transaction.
void FunctionAnalysis::control(const ControlStep &step, const Sink &sink) {
  PathId key = sink.connection;
  Site made{Transaction::Text, sink.call, objectName(key), "BEGIN", key};
  auto isOpen = [&](const Disjunct &d) {
    return std::ranges::any_of(statesOf(d, key), [](int state) { return state >= 0; });
  };
  bool mayBegin = sink.dialect == sql::Dialect::SQLite; // where a savepoint does, outside of others
  switch (step.kind) {
  case ControlStep::Begin: return begin(key, std::move(made));
  case ControlStep::Commit: return end(key, sink.call, Commits);
  case ControlStep::Rollback: return end(key, sink.call, RollsBack);
  case ControlStep::Savepoint:
    made.type = "SAVEPOINT " + step.name;
    if (mayBegin && std::ranges::none_of(now_.transactions, isOpen))
      begin(key, std::move(made));
    return;
  case ControlStep::Release: {
    auto begun = [&](int state) {
      return state >= 0 && sites_[static_cast<size_t>(state)].type == "SAVEPOINT " + step.name;
    };
    auto isBegun = [&](const Disjunct &d) { return std::ranges::any_of(statesOf(d, key), begun); };
    if (std::ranges::any_of(now_.transactions, isBegun))
      end(key, sink.call);
    return;
  }
  }
}

/// Whether a text does the same to transactions whatever its inputs are: `BEGIN {mode}`.
bool FunctionAnalysis::isDecided(const Sink &sink) const {
  if (!sink.text->hasIn)
    return true;
  TextRef first = strip(sink.text);
  while (first->kind == Text::Concat && !first->children.empty())
    first = strip(first->children[0]);
  if (first->kind != Text::Literal || first->literal.bytes.find(';') != std::string::npos)
    return false; // the inputs may be statements
  const std::vector<Control> &ways = controlOf(c_, sink);
  return ways.size() == 1 && ways[0].size() == 1 && ways[0][0].name.empty();
}

/// Text that begins or ends transactions on its connection. A begin that fails begins nothing.
void FunctionAnalysis::control(const Sink &sink) {
  if (sink.connection == NoPath || sink.controlled || sink.kind != Statement::Execute ||
      !isDecided(sink))
    return;
  const std::vector<Control> ways = controlOf(c_, sink);
  if (ways.empty())
    return;
  if (sink.succeeds) // said of another time that this was done
    forgetFacts(sink.succeeds->first);
  std::vector<Disjunct> before = now_.transactions, after;
  for (const Control &way : ways) {
    now_.transactions = before;
    for (const ControlStep &step : way)
      onlyIf(step.kind == ControlStep::Begin && sink.succeeds ? Facts{*sink.succeeds} : Facts(),
             [&] { control(step, sink); });
    after.insert(after.end(), now_.transactions.begin(), now_.transactions.end());
  }
  now_.transactions = std::move(after);
  normalize(now_.transactions, c_.paths);
}

/// What is so if the database takes the statement: the call's result says it.
std::optional<Fact> FunctionAnalysis::success(const Sink &made, bool result, const Binding &b) {
  if (!isDecided(made))
    return Fact(c_.paths.root(Path::Object, b.inst), result);
  if (made.connection == NoPath || controlOf(c_, made).empty())
    return std::nullopt;
  return Fact(resultSymbol(b), result);
}

/// A statement that is prepared: what runs it later sends this.
void FunctionAnalysis::remember(const models::SqlFact &fact, const Sink &made, const Binding &b) {
  if (made.kind != Statement::Prepare)
    return;
  PathId holder = made.connection;
  std::string name;
  if (fact.handle) {
    PathId place = object(*fact.handle, b);
    bool own = fact.handle->index == models::Argument::This;
    holder = own || place == NoPath  ? place
             : c_.paths[place].input ? c_.paths.child(place, Path::Deref)
                                     : c_.paths.root(Path::Object, b.inst);
    if (!own && place != NoPath)
      assign(place, Value::ofAddress(holder));
  } else if (made.name && made.name->kind == Text::Literal) {
    name = made.name->literal.bytes;
  } else {
    return;
  }
  if (holder != NoPath)
    now_.prepared[{holder, name}] = {made.text, made.connection, made.dialect, made.placeholders};
}

/// Runs a prepared statement, which may begin or end a transaction.
void FunctionAnalysis::runPrepared(const models::Function &model, const Binding &b) {
  const models::PreparedFact &fact = *model.prepared;
  PathId holder = fact.handle       ? object(*fact.handle, b)
                  : fact.connection ? object(*fact.connection, b)
                                    : b.receiver;
  TextRef name = fact.handle ? nullptr : strip(argumentText(fact.name, b));
  if (!fact.handle && name->kind != Text::Literal)
    return;
  auto found = now_.prepared.find({holder, name ? name->literal.bytes : ""});
  if (found == now_.prepared.end())
    return;
  Sink run;
  run.call = run.argument = b.where;
  run.in = body_.entity;
  run.callee = model.name;
  run.function = functionName();
  run.library = model.library;
  run.dialect = found->second.dialect;
  run.placeholders = found->second.placeholders;
  run.text = found->second.text;
  run.connection = found->second.connection;
  run.controls = true;
  sink(std::move(run));
}

} // namespace clangsql::link
